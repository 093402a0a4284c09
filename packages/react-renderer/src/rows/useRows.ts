import { type CompositionEvent, type FocusEvent, type KeyboardEvent, type RefObject, useMemo, useState } from 'react'

import { focusedElement } from '../focusedElement.ts'
import { placeOf } from './rowElements.ts'
import { useHeldOrder } from './useHeldOrder.ts'
import { useRowKeys } from './useRowKeys.ts'
import { useVirtualScroll, type VirtualRows } from './useVirtualScroll.ts'

export interface UseRowsOptions {
  /** Keys of the rows that are here, as they are to be shown. No two are the same. */
  readonly keys: readonly string[]
  /** Places in all, and that of the first row that is here. */
  readonly count: number
  readonly first: number
  readonly isVirtual: boolean
  /** What is scrolled, and what the rows are children of. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly body: RefObject<HTMLElement | null>
  /** By the row's position among the keys. */
  readonly isPressable: (index: number) => boolean
  readonly wordsOf: (index: number) => string
}

/** How rows are drawn and moved among. */
export interface Rows {
  /** Positions of the rows among the keys, as they are drawn now; null: as they come. */
  readonly order: readonly number[] | null
  readonly virtual: VirtualRows | null
  /** For the element that the rows are children of. */
  readonly listeners: {
    readonly onCompositionStart: (event: CompositionEvent<HTMLElement>) => void
    readonly onCompositionEnd: () => void
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
}

/**
 * What a list and a table have in common: rows that keep their places while a word is composed in one of them, of which
 * only those in view are drawn where there are many, and which are one stop of the Tab key where they can be pressed.
 */
export function useRows(options: UseRowsOptions): Rows {
  const { body, count, first, isVirtual, keys, scroller } = options
  const { hold, order, release } = useHeldOrder(keys)
  const drawnKeys = useMemo(() => (order === null ? keys : order.flatMap((index) => keys[index] ?? [])), [keys, order])
  const [keptKey, setKeptKey] = useState<string | null>(null)
  const virtual = useVirtualScroll({ isOn: isVirtual, count, first, keys: drawnKeys, scroller, body, keptKey })

  const isHere = (place: number): boolean => place >= first && place < first + keys.length
  const indexAt = (place: number): number => (order === null ? place - first : (order[place - first] ?? -1))
  const rowKeys = useRowKeys({
    body,
    scroller,
    virtual,
    count,
    isHere,
    isPressable: (place) => isHere(place) && options.isPressable(indexAt(place)),
    wordsAt: (place) => options.wordsOf(indexAt(place)),
  })
  const keyAt = (element: HTMLElement, target: Element): string | undefined =>
    drawnKeys[placeOf(element, target) - first]

  return {
    order,
    virtual,
    listeners: {
      onCompositionStart({ currentTarget, target }) {
        // The target of a composition is the element that is written in.
        const field = target as Element
        const key = keyAt(currentTarget, field)
        if (key !== undefined) hold({ field, keys: drawnKeys, key })
      },
      onCompositionEnd: release,
      onFocus(event) {
        rowKeys.onFocus(event)
        if (isVirtual) setKeptKey(keyAt(event.currentTarget, event.target) ?? null)
      },
      onBlur({ currentTarget, target }) {
        // The window lost the focus, and this element will have it again.
        if (focusedElement(currentTarget) === target) return
        rowKeys.onBlur()
        setKeptKey(null)
      },
      onKeyDown: rowKeys.onKeyDown,
    },
  }
}
