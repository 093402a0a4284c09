import { PluginRuntimeError, type InstanceId, type LogLine } from '@plugboard/contracts'

import { parseWorkerMessage } from '../protocol/parseWorkerMessage.ts'
import { WIRE_VERSION, type WorkerRequest } from '../protocol/wire.ts'
import { GroupLostError } from './GroupLostError.ts'
import type { CreateWorkerPort, WorkerPort } from './WorkerPort.ts'

/** How long a worker may take to start and compile the engine, in milliseconds. */
export const STARTUP_MS = 30_000

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** A request without its number. */
export type UnsentRequest = DistributiveOmit<WorkerRequest, 'id'>

export interface WorkerGroupOptions {
  readonly id: string
  readonly createPort: CreateWorkerPort
  readonly onLog: (line: LogLine) => void
  /** The worker is gone with everything in it. `offender` is whose request was running. */
  readonly onLost: (loss: GroupLoss) => void
}

export interface GroupLoss {
  readonly group: WorkerGroup
  readonly offender: InstanceId | null
  /** Whether the worker had begun to serve. One that never did would not start again either. */
  readonly wasReady: boolean
  readonly error: PluginRuntimeError
}

interface PendingRequest {
  readonly id: number
  readonly message: UnsentRequest
  readonly instanceId: InstanceId
  /** From when it begins to run until the watchdog ends the worker, in milliseconds. */
  readonly deadlineMs: number
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * One worker, the instances in it, and the watchdog outside it.
 *
 * The worker answers in order, so the oldest unanswered request is the one that runs: it alone has a running deadline,
 * and when that passes it is the offender.
 */
export class WorkerGroup {
  readonly id: string
  readonly instanceIds: Set<InstanceId> = new Set()
  readonly #options: WorkerGroupOptions
  readonly #port: WorkerPort
  readonly #pending: PendingRequest[] = []
  #nextId = 1
  #isReady = false
  #isEnded = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: WorkerGroupOptions) {
    this.id = options.id
    this.#options = options
    this.#port = options.createPort()
    this.#port.onMessage((message) => {
      this.#receive(message)
    })
    this.#port.onFailure(() => {
      this.#lose(crashed('The worker of this plugin ended unexpectedly. Restart the plugin.'))
    })
    this.#timer = setTimeout(() => {
      this.#lose(crashed('The worker of this plugin did not start. Check that its script is served.'))
    }, STARTUP_MS)
  }

  get isAlive(): boolean {
    return !this.#isEnded
  }

  /** Whether the worker has ever begun to serve. */
  get wasReady(): boolean {
    return this.#isReady
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws PluginRuntimeError when it failed or was running as the worker was lost; GroupLostError when it had not
   *   begun, and can be sent again.
   */
  request(options: {
    readonly message: UnsentRequest
    readonly instanceId: InstanceId
    readonly deadlineMs: number
  }): Promise<unknown> {
    if (this.#isEnded) return Promise.reject(new GroupLostError())
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const entry: PendingRequest = { id: this.#nextId, ...options, resolve, reject }
    this.#nextId += 1
    this.#pending.push(entry)
    if (this.#isReady) {
      this.#post(entry)
      if (this.#pending[0] === entry) this.#arm()
    }
    return promise
  }

  /** Ends the worker because nobody needs it any more. Idempotent. */
  end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    clearTimeout(this.#timer)
    this.#port.terminate()
    for (const entry of this.#pending.splice(0)) entry.reject(new GroupLostError())
  }

  #receive(value: unknown): void {
    // A worker that was ended may have had a last word under way.
    if (this.#isEnded) return
    const message = parseWorkerMessage(value)
    if (message === null) {
      this.#lose(protocolError('The worker sent a message that is not part of the protocol.'))
      return
    }
    switch (message.type) {
      case 'ready':
        if (message.version === WIRE_VERSION) this.#start()
        else
          this.#lose(
            protocolError(`The worker speaks version ${message.version} of the protocol, not ${WIRE_VERSION}.`),
          )
        break
      case 'failed':
        this.#lose(new PluginRuntimeError(message.error))
        break
      case 'log':
        this.#options.onLog(message.line)
        break
      case 'answer': {
        const head = this.#pending[0]
        if (head?.id !== message.id) {
          this.#lose(protocolError('The worker answered out of turn.'))
          return
        }
        this.#pending.shift()
        this.#arm()
        if (message.ok) head.resolve(message.value)
        else head.reject(new PluginRuntimeError(message.error))
        break
      }
    }
  }

  #start(): void {
    this.#isReady = true
    for (const entry of [...this.#pending]) this.#post(entry)
    this.#arm()
  }

  #post(entry: PendingRequest): void {
    try {
      this.#port.post({ id: entry.id, ...entry.message } as WorkerRequest)
    } catch (cause) {
      // Functions, symbols and endless nesting cannot be cloned. Only this request fails.
      const index = this.#pending.indexOf(entry)
      if (index >= 0) this.#pending.splice(index, 1)
      entry.reject(
        new PluginRuntimeError(
          { code: 'PROTOCOL', message: 'The request holds something that is not JSON data and cannot be sent.' },
          { cause },
        ),
      )
    }
  }

  /** Starts the deadline of the request that runs now. */
  #arm(): void {
    clearTimeout(this.#timer)
    const head = this.#pending[0]
    if (head === undefined) return
    this.#timer = setTimeout(() => {
      // A page that was busy itself finds the timer and the answer in the same turn: the answer gets its turn first.
      this.#timer = setTimeout(() => {
        if (this.#pending[0] === head) this.#lose(timedOut(head))
      }, 0)
    }, head.deadlineMs)
  }

  #lose(error: PluginRuntimeError): void {
    if (this.#isEnded) return
    this.#isEnded = true
    clearTimeout(this.#timer)
    this.#port.terminate()
    const [head, ...waiting] = this.#pending.splice(0)
    // Told first: whoever is rejected below must find the group gone, and the offender marked.
    const offender = this.#isReady ? (head?.instanceId ?? null) : null
    this.#options.onLost({ group: this, offender, wasReady: this.#isReady, error })
    head?.reject(error)
    for (const entry of waiting) entry.reject(this.#isReady ? new GroupLostError() : error)
  }
}

function timedOut(entry: PendingRequest): PluginRuntimeError {
  const what = entry.message.type === 'loadPlugin' ? 'load' : entry.message.type
  return new PluginRuntimeError({
    code: 'RUNTIME_TIMEOUT',
    message: `The plugin was stopped: a ${what} ran past its time in code that cannot be interrupted. Its state is kept. Look for one huge operation, then restart it.`,
  })
}

function crashed(message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code: 'RUNTIME_CRASHED', message })
}

function protocolError(message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code: 'PROTOCOL', message })
}
