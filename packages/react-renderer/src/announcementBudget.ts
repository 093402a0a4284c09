import type { Clock } from './clock.ts'

/** Announcements that a widget may make within {@link ANNOUNCEMENT_WINDOW}; then it is quiet for as long. */
export const ANNOUNCEMENT_LIMIT = 3

/** In milliseconds. */
export const ANNOUNCEMENT_WINDOW = 10_000

/** How long after a person's own act a change counts as its answer, in milliseconds. */
export const ANSWER_TIME = 1_000

/**
 * Keeps one widget from talking over everything else that a screen reader has to say: live regions of a widget that
 * spent its budget are switched off until it has been still for a while. What they show is not held back, and what
 * answers a person's own act costs nothing.
 */
export class AnnouncementBudget {
  readonly #clock: Clock
  readonly #listeners = new Set<() => void>()
  #spent: number[] = []
  #isQuiet = false
  #actedAt = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  readonly isQuiet = (): boolean => this.#isQuiet

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A person did something in the widget: what changes now is what they wait for. */
  expectAnswer(): void {
    this.#actedAt = this.#clock.now()
    if (this.#isQuiet) this.#end()
  }

  /** Counts one announcement. */
  spend(): void {
    const now = this.#clock.now()
    if (now - this.#actedAt < ANSWER_TIME) return
    this.#spent = [...this.#spent.filter((at) => at > now - ANNOUNCEMENT_WINDOW), now].slice(-ANNOUNCEMENT_LIMIT)
    if (this.#spent.length < ANNOUNCEMENT_LIMIT) return
    this.#cancel?.()
    this.#cancel = this.#clock.schedule(() => this.#end(), ANNOUNCEMENT_WINDOW)
    this.#setQuiet(true)
  }

  /** Stops the timer. */
  dispose(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #end(): void {
    this.dispose()
    this.#spent = []
    this.#setQuiet(false)
  }

  #setQuiet(isQuiet: boolean): void {
    if (this.#isQuiet === isQuiet) return
    this.#isQuiet = isQuiet
    for (const listener of this.#listeners) listener()
  }
}
