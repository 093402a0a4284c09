import { PluginRuntimeError } from '@plugboard/contracts'
import type {
  InstanceId,
  LoadedPlugin,
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginRuntime,
  RuntimeEvents,
  UINode,
} from '@plugboard/contracts'

import type { CreateWorkerPort, WorkerPort } from '../src/client/WorkerPort.ts'
import type { ClientMessage, WorkerMessage, WorkerRequest } from '../src/protocol/wire.ts'
import { serveRuntime } from '../src/worker/serveRuntime.ts'

/** A worker without a thread: it can hang, die and lie on demand. */
export class FakeWorker {
  readonly posted: ClientMessage[] = []
  isTerminated = false
  readonly port: WorkerPort
  #toClient: (message: unknown) => void = () => {}
  #onFailure: () => void = () => {}
  #toServer: (message: ClientMessage) => void = () => {}

  constructor(serve: ServeFake) {
    serve({
      post: (message) => {
        const copy = structuredClone(message)
        queueMicrotask(() => {
          if (!this.isTerminated) this.#toClient(copy)
        })
      },
      listen: (listener) => (this.#toServer = listener),
    })
    this.port = {
      post: (message) => {
        const copy = structuredClone(message)
        this.posted.push(copy)
        queueMicrotask(() => {
          if (!this.isTerminated) this.#toServer(copy)
        })
      },
      onMessage: (listener) => (this.#toClient = listener),
      onFailure: (listener) => (this.#onFailure = listener),
      hold: () => {},
      terminate: () => {
        this.isTerminated = true
        return Promise.resolve()
      },
    }
  }

  /** Says something to the client, also when the worker was ended: it may have been under way. */
  say(message: unknown): void {
    this.#toClient(message)
  }

  die(): void {
    this.#onFailure()
  }

  /** What was asked, as `type instanceId`, without the start. */
  get asked(): readonly string[] {
    return this.posted.flatMap((message) => {
      if (message.type === 'start' || message.type === 'prepare') return []
      return message.type === 'batch' ? message.requests.map(describe) : [describe(message)]
    })
  }
}

export type ServeFake = (port: {
  readonly post: (message: WorkerMessage) => void
  readonly listen: (listener: (message: ClientMessage) => void) => void
}) => void

/** Fake workers that were started, oldest first. */
export interface FakeWorkers {
  readonly createPort: CreateWorkerPort
  readonly started: readonly FakeWorker[]
  readonly alive: () => readonly FakeWorker[]
}

/** Starts fake workers; each serves a scripted runtime of its own unless `serve` says otherwise. */
export function createFakeWorkers(serve: ServeFake = serveScripted): FakeWorkers {
  const started: FakeWorker[] = []
  return {
    started,
    alive: () => started.filter(({ isTerminated }) => !isTerminated),
    createPort: () => {
      const worker = new FakeWorker(serve)
      started.push(worker)
      return worker.port
    },
  }
}

/** The engine that a client hands to its workers; the scripted runtime has no use for it. */
export const fakeEngine = { compile: () => Promise.resolve({} as WebAssembly.Module) }

export const serveScripted: ServeFake = (port) => {
  serveRuntime(port, () => createScriptedRuntime())
}

const NEVER = new Promise<never>(() => {})

/**
 * Does what the names say. Code: `hang`, `throw`, `stop` or anything else. Handlers: `count` answers how many calls
 * this VM has seen, `hang` never ends, `stop` costs the VM, `throw` throws, `log` writes a line. Tools of these names do
 * the same, and answer their input. Widgets render their
 * state as text, and never where it is `hang`.
 */
export function createScriptedRuntime(): PluginRuntime {
  const counts = new Map<InstanceId, number>()
  const trees = new Map<string, UINode>()
  let write: (line: RuntimeEvents['log']) => void = () => {}
  const act = (instanceId: InstanceId, call: PluginCall): unknown => {
    const usage = { fuel: 0, wallMs: 0, memoryBytes: 0, bytesIn: 0, bytesOut: 0 }
    if (call.kind === 'render') {
      if (call.view.pluginState === 'hang') return NEVER
      const text = JSON.stringify(call.view.pluginState)
      const tree = trees.get(text) ?? { kind: 'column', children: [{ kind: 'text', text }, { kind: 'divider' }] }
      trees.set(text, tree)
      return { tree, issues: [], usage }
    }
    const packageId = instanceId.slice(0, instanceId.indexOf('@'))
    const name = call.kind === 'event' ? call.handler : call.name
    if (name === 'hang') return NEVER
    if (name === 'stop') throw refusal('RUNTIME_TIMEOUT')
    if (name === 'throw') throw refusal('PLUGIN_THREW')
    if (name === 'log') write({ instanceId, packageId, level: 'info', args: ['line'] })
    const count = (counts.get(instanceId) ?? 0) + 1
    counts.set(instanceId, count)
    return {
      intents: [{ scope: 'plugin', actionType: name, payload: count, packageId, instanceId }],
      rejected: [],
      ...(call.kind === 'invoke' ? { value: call.input } : {}),
      usage,
    }
  }
  return {
    load: async (request: LoadPluginRequest): Promise<LoadedPlugin> => {
      const { code, packageId, instanceId } = request
      if (code === 'hang') return NEVER
      if (code === 'throw') throw refusal('PLUGIN_THREW')
      if (code === 'stop') throw refusal('RUNTIME_TIMEOUT')
      counts.set(instanceId, 0)
      return { packageId, instanceId, title: code, widgets: ['main'], handlers: { main: ['count'] } }
    },
    call: async <C extends PluginCall>(instanceId: InstanceId, call: C) => {
      if (!counts.has(instanceId)) throw refusal('UNKNOWN_INSTANCE')
      // The script answers what the kind of the call asks for.
      return (await act(instanceId, call)) as PluginCallResult<C>
    },
    dispose: async (instanceId) => void counts.delete(instanceId),
    health: async () => ({ groups: [] }),
    on: (event, listener) => {
      if (event === 'log') write = listener as typeof write
      return () => {}
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

function refusal(code: 'RUNTIME_TIMEOUT' | 'PLUGIN_THREW' | 'UNKNOWN_INSTANCE'): PluginRuntimeError {
  return new PluginRuntimeError({ code, message: 'as the script says' })
}

function describe(message: WorkerRequest): string {
  switch (message.type) {
    case 'loadPlugin':
      return `load ${message.request.instanceId}`
    case 'event':
      return `${message.call.handler} ${message.instanceId}`
    case 'invoke':
      return `${message.call.surface} ${message.call.name} ${message.instanceId}`
    case 'health':
      return 'health'
    case 'render':
    case 'disposePlugin':
      return `${message.type} ${message.instanceId}`
  }
}
