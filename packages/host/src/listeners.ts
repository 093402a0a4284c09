import type { Unsubscribe } from '@plugboard/contracts'

/** Functions to be told. Each registration counts, and goes by itself. One that throws does not stop the others, nor who tells. */
export class Listeners<Detail = void> {
  readonly #entries = new Set<{ readonly tell: (detail: Detail) => void }>()
  readonly #onFault: (cause: unknown) => void

  /** @param onFault Told what a listener threw. */
  constructor(onFault: (cause: unknown) => void) {
    this.#onFault = onFault
  }

  add(tell: (detail: Detail) => void): Unsubscribe {
    const entry = { tell }
    this.#entries.add(entry)
    return () => {
      this.#entries.delete(entry)
    }
  }

  tellAll(detail: Detail): void {
    // Copied: one that ends and begins again whenever it is told would be told for ever.
    const entries = [...this.#entries]
    for (const { tell } of entries) {
      try {
        tell(detail)
      } catch (cause) {
        this.#onFault(cause)
      }
    }
  }
}
