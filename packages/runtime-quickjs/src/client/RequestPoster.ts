import { PluginRuntimeError } from '@plugboard/contracts'

import type { WorkerRequest } from '../protocol/wire.ts'
import type { WorkerPort } from './WorkerPort.ts'

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** A request without its number. */
export type UnsentRequest = DistributiveOmit<WorkerRequest, 'id'>

/** A request on its way. */
export interface PostableRequest {
  readonly id: number
  readonly message: UnsentRequest
  /** Whether it may travel together with others. */
  readonly mayShare?: boolean
  /** Whether it did. */
  isShared: boolean
}

/** Posts requests in their order; those that may share a message wait for the others that are made in the same turn. */
export class RequestPoster<R extends PostableRequest> {
  readonly #port: WorkerPort
  readonly #onRefused: (request: R, error: PluginRuntimeError) => void
  #waiting: R[] = []
  #isClosed = false

  /** `onRefused` is told of each request that could not be posted. */
  constructor(port: WorkerPort, onRefused: (request: R, error: PluginRuntimeError) => void) {
    this.#port = port
    this.#onRefused = onRefused
  }

  /** Takes a request. One that may not share goes at once, after what came before it. */
  add(request: R): void {
    this.#waiting.push(request)
    if (request.mayShare !== true) this.#flush()
    else if (this.#waiting.length === 1) queueMicrotask(() => this.#flush())
  }

  /** Posts nothing any more. */
  close(): void {
    this.#isClosed = true
    this.#waiting = []
  }

  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    if (this.#isClosed) return
    const shared = waiting.filter(({ mayShare }) => mayShare === true)
    const isBatched = shared.length > 1 && this.#postTogether(shared)
    // Whatever may not share ended the wait, and is the last one.
    for (const request of isBatched ? waiting.slice(shared.length) : waiting) this.#post(request)
  }

  #postTogether(requests: readonly R[]): boolean {
    try {
      this.#port.post({ type: 'batch', requests: requests.map(({ id, message }) => ({ ...message, id })) })
    } catch {
      // One of them cannot be cloned: posted one by one, it is the one that fails.
      return false
    }
    for (const request of requests) request.isShared = true
    return true
  }

  #post(request: R): void {
    const { id, message } = request
    try {
      this.#port.post({ ...message, id })
    } catch (cause) {
      // Functions, symbols and endless nesting cannot be cloned. Only this request fails.
      const error = new PluginRuntimeError(
        {
          code: 'PROTOCOL',
          message: 'The request holds something that is not JSON data and cannot be sent. Send JSON data only.',
        },
        { cause },
      )
      this.#onRefused(request, error)
    }
  }
}
