import { type CompositionEvent, useState } from 'react'

interface HeldOrder {
  readonly keys: readonly string[]
  /** The field that is written in. */
  readonly field: Element
  /** The row that it is in. */
  readonly key: string | undefined
}

/** Rows in the order in which they are drawn, and what the element whose children they are has to listen to. */
export interface RowOrder {
  /** Positions of the rows. */
  readonly order: readonly number[]
  readonly listeners: {
    readonly onCompositionStart: (event: CompositionEvent) => void
    readonly onCompositionEnd: () => void
  }
}

/**
 * The order of keyed rows, held while an input method composes a word in one of them: an element that is moved in the
 * document loses what is being composed. What the rows hold is drawn as it comes; they change places when the word is done.
 */
export function useHeldOrder(keys: readonly string[]): RowOrder {
  const [held, setHeld] = useState<HeldOrder | null>(null)
  // A field that was taken away ends its composition without a word.
  const isHeld = held?.key !== undefined && keys.includes(held.key) && held.field.isConnected
  const order = isHeld ? holdOrder(keys, held.keys) : keys.map((_, index) => index)
  return {
    order,
    listeners: {
      onCompositionStart({ currentTarget, target }) {
        // The target of a composition is the element that is written in.
        const field = target as Element
        const position = [...currentTarget.children].findIndex((row) => row.contains(field))
        setHeld({ field, keys: order.flatMap((index) => keys[index] ?? []), key: keys[order[position] ?? -1] })
      },
      onCompositionEnd: () => setHeld(null),
    },
  }
}

/** The rows that were there in the order that they had, then the new ones. */
function holdOrder(keys: readonly string[], held: readonly string[]): readonly number[] {
  const positions = new Map(keys.map((key, index) => [key, index]))
  const known = held.flatMap((key) => positions.get(key) ?? [])
  const isKnown = new Set(known)
  return [...known, ...keys.flatMap((_, index) => (isKnown.has(index) ? [] : index))]
}
