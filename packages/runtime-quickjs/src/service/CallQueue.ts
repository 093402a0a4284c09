import { refuse } from '../vm/refusals.ts'

/** Runs tasks one after the other, in the order in which they came, and refuses what is more than it may hold. */
export class CallQueue {
  readonly #limit: number
  readonly #pending = new Set<(error: Error) => void>()
  #tail: Promise<void> = Promise.resolve()
  #waiting = 0
  #isClosed = false

  constructor(limit: number) {
    this.#limit = limit
  }

  /**
   * Runs `task` once everything before it has ended.
   *
   * @throws PluginRuntimeError `QUEUE_FULL`, or `DISPOSED` when the queue is closed first.
   */
  add<T>(task: () => T | Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(disposed())
    if (this.#waiting >= this.#limit) {
      return Promise.reject(
        refuse('QUEUE_FULL', `${this.#waiting} calls wait for this plugin already. Wait until it has caught up.`),
      )
    }
    this.#waiting += 1
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    this.#pending.add(reject)
    this.#tail = this.#tail.then(async () => {
      this.#waiting -= 1
      try {
        // Closing has rejected what was waiting; it must not run any more.
        if (!this.#isClosed) resolve(await task())
      } catch (error) {
        reject(error)
      } finally {
        this.#pending.delete(reject)
      }
    })
    return promise
  }

  /** Rejects everything that has not ended with `DISPOSED`. Idempotent. */
  close(): void {
    this.#isClosed = true
    for (const reject of this.#pending) reject(disposed())
    this.#pending.clear()
  }
}

function disposed(): Error {
  return refuse('DISPOSED', 'The plugin was unloaded before the call ended. Load it again.')
}
