import { createContext, use } from 'react'

/** Something that was done and can be taken back. */
export interface UndoOffer {
  /** What was done, in words. */
  readonly text: string
  /** Takes it back. Called again only after it rejected. */
  readonly undo: () => Promise<void>
}

/** As many as a person might still want back. */
const MOST_OFFERS = 20

/** What was done last and can be taken back, newest last. */
export class UndoOffers {
  readonly #listeners = new Set<(offer: UndoOffer) => void>()
  readonly #taking = new Set<UndoOffer>()
  #offers: readonly UndoOffer[] = []

  get last(): UndoOffer | undefined {
    return this.#offers.findLast((offer) => !this.#taking.has(offer))
  }

  offer(offer: UndoOffer): void {
    this.#offers = [...this.#offers, offer].slice(-MOST_OFFERS)
    for (const listener of this.#listeners) listener(offer)
  }

  /** Takes back what an offer is for; nothing when that was done already. Where it fails, the offer stands as before. */
  async take(offer: UndoOffer): Promise<void> {
    if (!this.#offers.includes(offer) || this.#taking.has(offer)) return
    this.#taking.add(offer)
    try {
      await offer.undo()
      this.#offers = this.#offers.filter((other) => other !== offer)
    } finally {
      this.#taking.delete(offer)
    }
  }

  /** Told of each new offer. Gives the way to hear no more. */
  subscribe(listener: (offer: UndoOffer) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}

const UndoOffersContext = createContext<UndoOffers | null>(null)

export const UndoOffersProvider: typeof UndoOffersContext.Provider = UndoOffersContext.Provider

export function useUndoOffers(): UndoOffers {
  const offers = use(UndoOffersContext)
  if (offers === null) throw new Error('useUndoOffers needs an UndoOffersProvider above it')
  return offers
}
