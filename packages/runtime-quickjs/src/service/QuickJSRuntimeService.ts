import { parseLoadPluginRequest, parsePluginCall, resolveLimits } from '@plugboard/contracts'
import type {
  GuestSeed,
  InstanceId,
  LoadedPlugin,
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  PluginRuntime,
  RuntimeEvents,
  RuntimeHealth,
  Unsubscribe,
} from '@plugboard/contracts'

import type { EngineSource } from '../engine/engineSource.ts'
import { refuse, refuseUnknownInstance } from '../vm/refusals.ts'
import { EventHub } from './EventHub.ts'
import { HostedInstance, type InstanceObserver } from './HostedInstance.ts'
import { StrikeBook, STRIKES_TO_QUARANTINE } from './StrikeBook.ts'
import { VmPool } from './VmPool.ts'

export interface QuickJSRuntimeServiceOptions {
  /** The engine's compiled WebAssembly. */
  readonly engine: EngineSource
  /**
   * Whether VMs share an engine instance in time, as images. Default true: an instance after the first of a plugin starts
   * in a fraction of the time. Without it, or where the engine's memory is not as expected, each VM has an engine instance.
   */
  readonly images?: boolean
  /** Limits of every instance whose request says nothing else. */
  readonly limits?: Partial<PluginLimits>
  /** Milliseconds that only go up, for deadlines and quarantine; `performance.now` when absent. */
  readonly now?: () => number
  /** Seeds an instance whose request carries no seed; the host's own clock and chance when absent. */
  readonly createSeed?: () => GuestSeed
}

/**
 * Runs plugins in QuickJS VMs on the thread that calls it. No two VMs are ever in one memory at the same time.
 *
 * Fuel, deadline, memory and stack stop what can be stopped from inside. What the engine never interrupts (36 of 303
 * hostile programs) stops this thread: code that is not trusted belongs behind a worker, with a watchdog outside it.
 */
export class QuickJSRuntimeService implements PluginRuntime {
  readonly #engine: EngineSource
  readonly #pool: VmPool
  readonly #limits: Partial<PluginLimits>
  readonly #now: () => number
  readonly #createSeed: () => GuestSeed
  readonly #instances = new Map<InstanceId, HostedInstance>()
  readonly #restarts = new Map<InstanceId, number>()
  readonly #strikes: StrikeBook
  readonly #events = new EventHub()
  #module: Promise<WebAssembly.Module> | null = null
  #isDisposed = false

  constructor(options: QuickJSRuntimeServiceOptions) {
    this.#engine = options.engine
    this.#pool = new VmPool({ compile: () => this.#compile(), images: options.images ?? true })
    this.#limits = options.limits ?? {}
    this.#now = options.now ?? (() => performance.now())
    this.#createSeed = options.createSeed ?? createAmbientSeed
    this.#strikes = new StrikeBook(this.#now)
  }

  /** Starts an engine for plugins with these limits, so that the first one does not wait for it. Never rejects. */
  async prepare(limits: PluginLimits): Promise<void> {
    await this.#pool.prepare(limits)
  }

  async load(value: LoadPluginRequest): Promise<LoadedPlugin> {
    this.#assertUsable()
    const request = parseLoadPluginRequest(value)
    const { instanceId } = request
    if (this.#instances.has(instanceId)) {
      throw refuse('DUPLICATE_INSTANCE', `"${instanceId}" is loaded already. Make a new id with createInstanceId().`)
    }
    this.#assertNotQuarantined(instanceId, request.code)
    const instance = new HostedInstance({
      request,
      limits: resolveLimits({ ...this.#limits, ...request.limits }),
      seed: request.seed ?? this.#createSeed(),
      now: this.#now,
      pool: this.#pool,
      observer: this.#observe(request),
    })
    // Taken before anything is awaited: a second load of the same id must see it.
    this.#instances.set(instanceId, instance)
    try {
      return await instance.load()
    } catch (error) {
      instance.dispose()
      // A dispose and another load may have come in between.
      if (this.#instances.get(instanceId) === instance) this.#instances.delete(instanceId)
      throw error
    }
  }

  async call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
    this.#assertUsable()
    const instance = this.#instances.get(instanceId)
    if (instance === undefined) {
      this.#assertNotQuarantined(instanceId)
      throw refuseUnknownInstance(instanceId)
    }
    const parsed = parsePluginCall(call)
    // The kind of the call decides the kind of its result; the compiler cannot follow that through the queue.
    return (await instance.call(parsed)) as PluginCallResult<C>
  }

  dispose(instanceId: InstanceId): Promise<void> {
    this.#instances.get(instanceId)?.dispose()
    this.#instances.delete(instanceId)
    this.#restarts.delete(instanceId)
    return Promise.resolve()
  }

  health(): Promise<RuntimeHealth> {
    const groups = [...this.#instances].map(([instanceId, instance]) => ({
      id: `inline-${instanceId}`,
      instanceIds: [instanceId],
      alive: instance.isAlive,
      restarts: this.#restarts.get(instanceId) ?? 0,
    }))
    return Promise.resolve({ groups })
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): Unsubscribe {
    return this.#events.on(event, listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true
    await Promise.all([...this.#instances.keys()].map((instanceId) => this.dispose(instanceId)))
  }

  #observe({ code, instanceId }: LoadPluginRequest): InstanceObserver {
    return {
      onLog: (line) => this.#events.emit('log', line),
      onLost: (error, lastCall) => {
        const strikes = this.#strikes.add(instanceId, code)
        this.#events.emit('crash', { instanceIds: [instanceId], offender: instanceId, error: error.toShape() })
        if (strikes >= STRIKES_TO_QUARANTINE) this.#events.emit('quarantine', { instanceId, lastCall })
      },
      onRestarted: () => {
        const restarts = (this.#restarts.get(instanceId) ?? 0) + 1
        this.#restarts.set(instanceId, restarts)
        this.#events.emit('restart', { instanceId, attempt: this.#strikes.count(instanceId, code) })
      },
      assertAllowed: () => this.#assertNotQuarantined(instanceId, code),
    }
  }

  #compile(): Promise<WebAssembly.Module> {
    this.#module ??= this.#engine.compile().catch((error: unknown) => {
      // A download that failed may be tried again.
      this.#module = null
      throw error
    })
    return this.#module
  }

  #assertUsable(): void {
    if (this.#isDisposed) throw refuse('DISPOSED', 'The runtime has been disposed. Create a new one.')
  }

  #assertNotQuarantined(instanceId: InstanceId, code?: string): void {
    if (!this.#strikes.isQuarantined(instanceId, code)) return
    throw refuse('QUARANTINED', 'The plugin was stopped too often. Wait a minute, or load another version of it.')
  }
}

function createAmbientSeed(): GuestSeed {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return { random, epochMs: Date.now() }
}
