import { type Chosen, nextChosen } from '@plugboard/contracts/rendering'

/** Places that are remembered; a plugin may make up new ones for ever. */
const MOST_PLACES = 1_000

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

  /** From now on this counts in a place, until there is a new plan. */
  choose(path: string, plan: T | undefined, value: T): void {
    const given = plan ?? this.#held.get(path)?.given
    this.#held.delete(path)
    this.#held.set(path, { given, value })
    const [oldest] = this.#held.keys()
    if (this.#held.size > MOST_PLACES && oldest !== undefined) this.#held.delete(oldest)
  }
}
