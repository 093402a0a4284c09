/** Longest delay of a timer, in milliseconds: a longer one fires at once. */
const LONGEST_DELAY = 2 ** 31 - 1

/** One deadline at a time, by the clock of the thread that it is on: outside whatever it watches. */
export class Watchdog {
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Starts a deadline in place of the last one. */
  arm(ms: number, onExpired: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        // A thread that was busy itself finds the timer and the answer in the same turn: the answer goes first.
        this.#timer = setTimeout(onExpired, 0)
      },
      Math.min(ms, LONGEST_DELAY),
    )
  }

  /** Forgets the deadline. Idempotent. */
  disarm(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
