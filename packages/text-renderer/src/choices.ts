import { type Chosen, nextChosen } from '@plugboard/contracts/rendering'

/** What the person chose instead of what the plugin planned, by the place where they did. */
export class Choices<T> {
  readonly #held = new Map<string, Chosen<T>>()
  readonly #isSame: (one: T, other: T) => boolean

  constructor(isSame: (one: T, other: T) => boolean) {
    this.#isSame = isSame
  }

  /** What counts in a place; undefined when neither of them said anything. A new plan takes the choice back for good. */
  read(path: string, plan: T | undefined): T | undefined {
    const held = this.#held.get(path)
    if (held === undefined) return plan
    const next = nextChosen(held, plan, this.#isSame)
    this.#held.set(path, next)
    return next.value
  }

  choose(path: string, plan: T | undefined, value: T): void {
    this.#held.set(path, { given: plan ?? this.#held.get(path)?.given, value })
  }

  /** What was chosen is now this; what nobody chose stays the plugin's. */
  narrow(path: string, value: T): void {
    const held = this.#held.get(path)
    if (held !== undefined) this.#held.set(path, { given: held.given, value })
  }
}
