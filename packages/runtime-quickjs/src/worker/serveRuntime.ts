import { FATAL_ERROR_CODES, resolveLimits, toErrorShape } from '@plugboard/contracts'
import type { InstanceId, PluginRuntime } from '@plugboard/contracts'

import {
  WIRE_VERSION,
  type ClientMessage,
  type StartMessage,
  type WorkerAnswer,
  type WorkerMessage,
  type WorkerRefusal,
  type WorkerRequest,
} from '../protocol/wire.ts'
import type { WireValue } from '../codec/ValueSender.ts'
import { Outbox } from './Outbox.ts'
import { SharedValues } from './SharedValues.ts'

/** The worker's end of the wire. */
export interface ServerPort {
  readonly post: (message: WorkerMessage) => void
  readonly listen: (listener: (message: ClientMessage) => void) => void
}

/** Makes the runtime that is served, from what was sent first. */
export type CreateServedRuntime = (start: Pick<StartMessage, 'engine' | 'limits'>) => PluginRuntime

type Answer = { readonly text: string; readonly tree?: WireValue }

/**
 * Serves a runtime over a port: strictly one request at a time, in the order in which they came. The client's watchdog
 * relies on that order to know which request is running.
 */
export function serveRuntime(port: ServerPort, createRuntime: CreateServedRuntime): void {
  let server: Server | null = null
  let tail: Promise<void> = Promise.resolve()
  port.listen((message) => {
    if (message.type === 'prepare') {
      // Whoever started this worker does not know the limits yet. With others, the first plugin waits for its engine.
      if (message.version === WIRE_VERSION) {
        server ??= new Server(port, createRuntime({ engine: message.engine, limits: resolveLimits({}) }))
      }
      return
    }
    if (message.type === 'start') {
      // A client of another version reads ours from the answer, and ends this worker.
      if (message.version === WIRE_VERSION) server ??= new Server(port, createRuntime(message))
      port.post({ type: 'ready', version: WIRE_VERSION })
      return
    }
    const running = server
    if (running === null) return
    const { requests, outbox } =
      message.type === 'batch'
        ? { requests: message.requests, outbox: running.openOutbox() }
        : { requests: [message], outbox: null }
    for (const request of requests) {
      tail = tail.then(() => running.serve(request, outbox))
    }
    tail = tail.then(() => outbox?.flush())
  })
}

class Server {
  readonly #port: ServerPort
  readonly #runtime: PluginRuntime
  /** Gone with the instance: one that comes back here begins anew on both sides. */
  readonly #values = new Map<InstanceId, SharedValues>()
  /** Of the batch that is served now. */
  #outbox: Outbox | null = null

  constructor(port: ServerPort, runtime: PluginRuntime) {
    this.#port = port
    this.#runtime = runtime
    runtime.on('log', (line) => {
      this.#outbox?.flush()
      port.post({ type: 'log', line })
    })
  }

  /** Collects the answers to one batch. */
  openOutbox(): Outbox {
    return new Outbox((answers) => {
      this.#port.post({ type: 'batch', answers })
    })
  }

  /** Carries out one request. Its answer goes into the outbox; without one it is posted at once. */
  async serve(request: WorkerRequest, outbox: Outbox | null): Promise<void> {
    this.#outbox = outbox
    const answer = await this.#answer(request)
    if (outbox === null) this.#port.post(answer)
    else outbox.add(answer)
  }

  async #answer(request: WorkerRequest): Promise<WorkerAnswer | WorkerRefusal> {
    const { id } = request
    try {
      return { type: 'answer', id, ...(await this.#perform(request)) }
    } catch (thrown) {
      const error = toErrorShape(thrown)
      // The client brings it back elsewhere: nothing of it stays here.
      if (FATAL_ERROR_CODES.includes(error.code) && 'instanceId' in request) await this.#forget(request.instanceId)
      return { type: 'refusal', id, error }
    }
  }

  async #perform(request: WorkerRequest): Promise<Answer> {
    switch (request.type) {
      case 'loadPlugin':
        this.#values.delete(request.request.instanceId)
        return { text: JSON.stringify(await this.#runtime.load(request.request)) }
      case 'render': {
        const { instanceId, call } = request
        const values = this.#valuesOf(instanceId)
        const view = values.decodeView(request.view)
        const { tree, ...rest } = await this.#runtime.call(instanceId, { ...call, view })
        return { text: JSON.stringify(rest), tree: values.encodeTree(call.widgetId, tree) }
      }
      case 'event':
      case 'invoke': {
        const { instanceId, call } = request
        const view = this.#valuesOf(instanceId).decodeView(request.view)
        return { text: JSON.stringify(await this.#runtime.call(instanceId, { ...call, view })) }
      }
      case 'disposePlugin':
        await this.#forget(request.instanceId)
        return { text: 'null' }
      case 'health':
        return { text: JSON.stringify(await this.#runtime.health()) }
    }
  }

  #valuesOf(instanceId: InstanceId): SharedValues {
    let values = this.#values.get(instanceId)
    if (values === undefined) this.#values.set(instanceId, (values = new SharedValues()))
    return values
  }

  async #forget(instanceId: InstanceId): Promise<void> {
    this.#values.delete(instanceId)
    await this.#runtime.dispose(instanceId)
  }
}
