import {
  PluginRuntimeError,
  type CallUsage,
  type EventCall,
  type EventResult,
  type InstanceId,
  type InvokeCall,
  type JsonValue,
  type LoadedPlugin,
  type LoadPluginRequest,
  type PluginCall,
  type PluginCallResult,
  type PluginRuntime,
  type RenderCall,
  type RenderResult,
  type RuntimeErrorCode,
  type RuntimeEvents,
} from '@plugboard/contracts'

const USAGE: CallUsage = { fuel: 1, wallMs: 0, memoryBytes: 0, bytesIn: 0, bytesOut: 0 }

/** A call that the runtime was given and has not answered yet. */
export interface OpenCall<C extends PluginCall = PluginCall> {
  readonly instanceId: InstanceId
  readonly call: C
  answer(result?: Partial<PluginCallResult<C>>): void
  reject(code: RuntimeErrorCode, details?: JsonValue): void
}

/** A runtime whose answers the test gives one by one, in any order. */
export class ScriptedRuntime implements PluginRuntime {
  readonly loads: LoadPluginRequest[] = []
  readonly disposed: InstanceId[] = []
  /** Every call ever made. */
  readonly calls: { readonly instanceId: InstanceId; readonly call: PluginCall }[] = []
  readonly #open: OpenCall[] = []
  readonly #listeners = new Map<string, Set<(detail: never) => void>>()
  /** What the next loads reject with. */
  loadFailure: RuntimeErrorCode | null = null
  /** Resolves when loads may go on. */
  loadGate: Promise<void> = Promise.resolve()

  async load(request: LoadPluginRequest): Promise<LoadedPlugin> {
    this.loads.push(request)
    await this.loadGate
    if (this.loadFailure !== null) throw failure(this.loadFailure)
    return {
      packageId: request.packageId,
      instanceId: request.instanceId,
      title: 'Scripted',
      initialState: { value: 0 },
      widgets: ['main', 'other'],
      handlers: { main: ['go'], other: ['go'] },
    }
  }

  call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
    this.calls.push({ instanceId, call })
    const { promise, reject, resolve } = Promise.withResolvers<PluginCallResult<C>>()
    const entry: OpenCall = {
      instanceId,
      call,
      answer: (result) => {
        this.#close(entry)
        const base =
          call.kind === 'render' ? { tree: { kind: 'text', text: '' }, issues: [] } : { intents: [], rejected: [] }
        resolve({ ...base, usage: USAGE, ...result } as PluginCallResult<C>) // Built for this kind of call.
      },
      reject: (code, details) => {
        this.#close(entry)
        reject(failure(code, details))
      },
    }
    this.#open.push(entry)
    return promise
  }

  dispose(instanceId: InstanceId): Promise<void> {
    this.disposed.push(instanceId)
    const lost = this.#open.filter((call) => call.instanceId === instanceId)
    for (const call of lost) call.reject('DISPOSED')
    return Promise.resolve()
  }

  health(): Promise<{ readonly groups: readonly [] }> {
    return Promise.resolve({ groups: [] })
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  emit<E extends keyof RuntimeEvents>(event: E, detail: RuntimeEvents[E]): void {
    // `on` puts only listeners of that event under it.
    for (const listener of this.#listeners.get(event) ?? []) (listener as (detail: RuntimeEvents[E]) => void)(detail)
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((count, { size }) => count + size, 0)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve()
  }

  get openRenders(): readonly OpenCall<RenderCall>[] {
    return this.#open.filter(({ call }) => call.kind === 'render') as unknown as OpenCall<RenderCall>[] // As filtered.
  }

  get openEvents(): readonly OpenCall<EventCall>[] {
    return this.#open.filter(({ call }) => call.kind === 'event') as unknown as OpenCall<EventCall>[] // As filtered.
  }

  get openInvocations(): readonly OpenCall<InvokeCall>[] {
    return this.#open.filter(({ call }) => call.kind === 'invoke') as unknown as OpenCall<InvokeCall>[] // As filtered.
  }

  /** Answers the oldest open render with a text. */
  draw(text: string): void {
    const result: Partial<RenderResult> = { tree: { kind: 'text', text } }
    this.openRenders[0]?.answer(result)
  }

  /** Answers the oldest open event. */
  handle(result: Partial<EventResult> = {}): void {
    this.openEvents[0]?.answer(result)
  }

  #close(entry: OpenCall): void {
    const index = this.#open.indexOf(entry)
    if (index >= 0) this.#open.splice(index, 1)
  }
}

function failure(code: RuntimeErrorCode, details?: JsonValue): PluginRuntimeError {
  return new PluginRuntimeError({ code, message: `Scripted ${code}.`, ...(details === undefined ? {} : { details }) })
}
