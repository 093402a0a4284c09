import { useState } from 'react'

interface HeldOrder {
  readonly keys: readonly string[]
  /** The field that is written in. */
  readonly field: Element
  /** The row that it is in. */
  readonly key: string
}

/** Rows in the order in which they are drawn. */
export interface RowOrder {
  /** Positions of the rows; null: as they come. */
  readonly order: readonly number[] | null
  /** Holds the order of these keys while a field is written in, which is in the row of one of them. */
  readonly hold: (held: HeldOrder) => void
  readonly release: () => void
}

/**
 * The order of keyed rows, held while an input method composes a word in one of them: an element that is moved in the
 * document loses what is being composed. What the rows hold is drawn as it comes; they change places when the word is done.
 */
export function useHeldOrder(keys: readonly string[]): RowOrder {
  const [held, setHeld] = useState<HeldOrder | null>(null)
  // A field that was taken away ends its composition without a word.
  const isHeld = held !== null && held.field.isConnected && keys.includes(held.key)
  return { order: isHeld ? holdOrder(keys, held.keys) : null, hold: setHeld, release: () => setHeld(null) }
}

/** The rows that were there in the order that they had, then the new ones. */
function holdOrder(keys: readonly string[], held: readonly string[]): readonly number[] {
  const positions = new Map(keys.map((key, index) => [key, index]))
  const known = held.flatMap((key) => positions.get(key) ?? [])
  const isKnown = new Set(known)
  return [...known, ...keys.flatMap((_, index) => (isKnown.has(index) ? [] : index))]
}
