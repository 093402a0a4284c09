import { PluginRuntimeError, type InstanceId, type LogLine, type PluginLimits } from '@plugboard/contracts'

import { brokenWire } from '../protocol/parseAnswer.ts'
import { parseWorkerMessage } from '../protocol/parseWorkerMessage.ts'
import { WIRE_VERSION, type WorkerAnswer, type WorkerRefusal, type WorkerRequest } from '../protocol/wire.ts'
import { GroupLostError } from './GroupLostError.ts'
import { RequestPoster, type PostableRequest, type UnsentRequest } from './RequestPoster.ts'
import { Watchdog } from './Watchdog.ts'
import type { CreateWorkerPort, WorkerPort } from './WorkerPort.ts'

/** How long a worker may take to start and the engine to compile, in milliseconds. */
export const STARTUP_MS = 30_000

export interface WorkerGroupOptions {
  readonly createPort: CreateWorkerPort
  /** Compiles the engine that the worker is to run. */
  readonly compile: () => Promise<WebAssembly.Module>
  /** Limits that the worker may prepare an engine for. */
  readonly limits: PluginLimits
  /** The worker has begun to serve. */
  readonly onReady: () => void
  readonly onLog: (line: LogLine) => void
  /** The worker is gone with everything in it. `offender` is whose request was running. */
  readonly onLost: (loss: GroupLoss) => void
}

export interface GroupLoss {
  readonly group: WorkerGroup
  /** Null when nothing was running, or when several were on their way together and any of them may be at fault. */
  readonly offender: InstanceId | null
  readonly error: PluginRuntimeError
}

export interface GroupRequest<T> {
  readonly message: UnsentRequest
  /** Whose fault it is when the worker is lost while this runs; null for nobody's. */
  readonly instanceId: InstanceId | null
  /** From when it begins to run until the watchdog ends the worker, in milliseconds. */
  readonly deadlineMs: number
  /** Whether it may travel together with others, at the price that a loss cannot be told to be its own. */
  readonly mayShare?: boolean
  /** Takes the answer apart; throws `PROTOCOL` when it is none, which ends the worker. */
  readonly read: (answer: WorkerAnswer) => T
}

interface PendingRequest extends PostableRequest, Omit<GroupRequest<unknown>, 'read'> {
  /** Reads the answer and resolves the request with it. */
  readonly accept: (answer: WorkerAnswer) => void
  readonly reject: (error: Error) => void
}

/**
 * One worker, the instances in it, and the watchdog outside it.
 *
 * The worker answers in order, so the oldest unanswered request is the one that runs: it alone has a running deadline,
 * and when that passes it is the offender.
 */
export class WorkerGroup {
  /** What placement calls it; empty while it is in waiting. */
  id = ''
  readonly instanceIds: Set<InstanceId> = new Set()
  readonly #options: WorkerGroupOptions
  readonly #port: WorkerPort
  readonly #poster: RequestPoster<PendingRequest>
  readonly #watchdog = new Watchdog()
  #pending: PendingRequest[] = []
  #nextId = 1
  #isReady = false
  #isEnded = false
  #lossError: PluginRuntimeError | null = null

  constructor(options: WorkerGroupOptions) {
    this.#options = options
    this.#port = options.createPort()
    this.#poster = new RequestPoster(this.#port, (entry, error) => {
      this.#refuse(entry, error)
    })
    this.#port.onMessage((message) => {
      this.#receive(message)
    })
    this.#port.onFailure(() => {
      this.#loseUnderWay(crashed('The worker of this plugin ended unexpectedly. Restart the plugin.'))
    })
    this.#watchdog.arm(STARTUP_MS, () => {
      this.#lose(
        crashed('The worker of this plugin did not start. Check that its script and its .wasm file are served.'),
      )
    })
    void this.#start()
  }

  get isAlive(): boolean {
    return !this.#isEnded
  }

  /** Whether the worker has ever begun to serve. One that never did would not start again either. */
  get isReady(): boolean {
    return this.#isReady
  }

  /** Somebody needs it: from now on it keeps the process alive. */
  hold(): void {
    this.#port.hold()
  }

  /** Whether `error` is what the worker was lost with, and not an answer of its own. */
  wasLostWith(error: unknown): boolean {
    return this.#lossError === error
  }

  /** Whether nothing runs or waits. */
  get isIdle(): boolean {
    return this.#isReady && this.#pending.length === 0
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws PluginRuntimeError when it failed or was running as the worker was lost; GroupLostError when it had not
   *   begun, and can be sent again.
   */
  request<T>(request: GroupRequest<T>): Promise<T> {
    if (this.#isEnded) return Promise.reject(new GroupLostError())
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const { read, ...rest } = request
    const entry: PendingRequest = {
      ...rest,
      id: this.#nextId,
      isShared: false,
      accept: (answer) => {
        resolve(read(answer))
      },
      reject,
    }
    this.#nextId += 1
    this.#pending.push(entry)
    if (this.#isReady) {
      this.#poster.add(entry)
      if (this.#pending[0] === entry) this.#watchHead()
    }
    return promise
  }

  /** Ends the worker because nobody needs it any more; resolves when it is gone. Idempotent. */
  async end(): Promise<void> {
    if (this.#isEnded) return
    this.#close((entry) => {
      entry.reject(new GroupLostError())
    })
    await this.#port.terminate()
  }

  async #start(): Promise<void> {
    try {
      const engine = await this.#options.compile()
      if (!this.#isEnded)
        this.#port.post({ type: 'start', version: WIRE_VERSION, engine, limits: this.#options.limits })
    } catch {
      this.#lose(crashed('The engine could not be compiled. Check that its .wasm file is served.'))
    }
  }

  #receive(value: unknown): void {
    const message = parseWorkerMessage(value)
    switch (message?.type) {
      case 'ready':
        this.#greet(message.version)
        break
      case 'log':
        this.#options.onLog(message.line)
        break
      case 'answer':
      case 'refusal':
        this.#settle([message])
        break
      case 'batch':
        this.#settle(message.answers)
        break
      case undefined:
        this.#lose(brokenWire('it sent a message that is not part of the protocol'))
        break
    }
  }

  #greet(version: number): void {
    if (this.#isReady) {
      this.#lose(brokenWire('it started twice'))
      return
    }
    if (version !== WIRE_VERSION) {
      this.#lose(brokenWire(`it speaks version ${version} of the protocol, not ${WIRE_VERSION}`))
      return
    }
    this.#isReady = true
    for (const entry of this.#pending) this.#poster.add(entry)
    this.#watchHead()
    this.#options.onReady()
  }

  #settle(messages: readonly (WorkerAnswer | WorkerRefusal)[]): void {
    for (const message of messages) {
      const head = this.#pending[0]
      if (head?.id !== message.id) {
        this.#lose(brokenWire('it answered out of turn'))
        return
      }
      if (message.type === 'answer') {
        try {
          head.accept(message)
        } catch (error) {
          this.#lose(error instanceof PluginRuntimeError ? error : brokenWire('an answer could not be read'))
          return
        }
      } else head.reject(new PluginRuntimeError(message.error))
      this.#pending.shift()
    }
    this.#watchHead()
  }

  #refuse(entry: PendingRequest, error: PluginRuntimeError): void {
    this.#pending = this.#pending.filter((other) => other !== entry)
    this.#watchHead()
    entry.reject(error)
  }

  /** Starts the deadline of the request that runs now. */
  #watchHead(): void {
    const head = this.#pending[0]
    if (head === undefined) {
      this.#watchdog.disarm()
      return
    }
    this.#watchdog.arm(head.deadlineMs, () => {
      this.#loseUnderWay(timedOut(head.message.type))
    })
  }

  /**
   * The worker is lost with what it ran. Of requests that travelled together the oldest unanswered one may be long
   * finished, its answer lost with the worker: nobody is blamed, and each is sent again alone.
   */
  #loseUnderWay(error: PluginRuntimeError): void {
    const [head] = this.#pending
    const isUnclear = this.#pending.some(
      ({ isShared, instanceId }) => head?.isShared === true && isShared && instanceId !== head.instanceId,
    )
    if (isUnclear) this.#lose(unclear(error), null)
    else this.#lose(error)
  }

  #lose(error: PluginRuntimeError, culprit: PendingRequest | null = this.#pending[0] ?? null): void {
    // A worker that was ended may have had a last word under way, whatever it is.
    if (this.#isEnded) return
    const wasReady = this.#isReady
    this.#lossError = error
    void this.#port.terminate()
    this.#close((entry) => {
      entry.reject(entry === culprit || !wasReady ? error : new GroupLostError())
    })
    // Told at once: whoever was rejected finds the group gone and the offender marked.
    this.#options.onLost({ group: this, offender: wasReady ? (culprit?.instanceId ?? null) : null, error })
  }

  #close(reject: (entry: PendingRequest) => void): void {
    this.#isEnded = true
    this.#poster.close()
    this.#watchdog.disarm()
    const pending = this.#pending
    this.#pending = []
    for (const entry of pending) reject(entry)
  }
}

function timedOut(type: WorkerRequest['type']): PluginRuntimeError {
  const what = type === 'loadPlugin' ? 'load' : type
  return new PluginRuntimeError({
    code: 'RUNTIME_TIMEOUT',
    message: `The plugin was stopped: its ${what} ran past its time in code that cannot be interrupted. Its state is kept. Look for one huge operation, then restart it.`,
  })
}

function unclear({ code }: PluginRuntimeError): PluginRuntimeError {
  return new PluginRuntimeError({
    code,
    message:
      'The worker of several plugins was ended because one of them did not come to an end. All are started again, and the one at fault is stopped.',
  })
}

function crashed(message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code: 'RUNTIME_CRASHED', message })
}
