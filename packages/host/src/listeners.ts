import type { Unsubscribe } from '@plugboard/contracts'

/** Functions to be told. Each registration counts, and goes by itself. */
export class Listeners {
  readonly #entries = new Set<{ readonly tell: () => void }>()

  add(tell: () => void): Unsubscribe {
    const entry = { tell }
    this.#entries.add(entry)
    return () => {
      this.#entries.delete(entry)
    }
  }

  tellAll(): void {
    for (const { tell } of this.#entries) tell()
  }
}
