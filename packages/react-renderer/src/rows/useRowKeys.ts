import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

import { usePluginContext } from '../pluginContext.ts'
import { focusedElement } from '../focusedElement.ts'
import { firstPress, isPressOf, placeOf, pressAt } from './rowElements.ts'
import { lookFor, PAGE, targetOf, typeLetter, type TypedLetters } from './rowKeys.ts'
import type { VirtualRows } from './useVirtualScroll.ts'

export interface UseRowKeysOptions {
  readonly body: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
  readonly virtual: VirtualRows | null
  readonly count: number
  /** Whether the row of a place is here. */
  readonly isHere: (place: number) => boolean
  readonly isPressable: (place: number) => boolean
  /** What the row of a place is called. */
  readonly wordsAt: (place: number) => string
}

export interface RowKeys {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * Pressable rows are one stop of the Tab key, and are moved among with the arrow keys, by pages, to the ends and by
 * letters, also where they are not drawn. When the row that has the focus is taken away, the one in its place gets it.
 */
export function useRowKeys(options: UseRowKeysOptions): RowKeys {
  const { body, count, isHere, isPressable, scroller, virtual, wordsAt } = options
  const { clock } = usePluginContext('List')
  const focused = useRef<{ readonly element: Element; readonly place: number } | null>(null)
  const stop = useRef<HTMLElement | null>(null)
  const typed = useRef<TypedLetters>({ letters: '', at: 0 })

  /** Tells the elements alone: no row is drawn for it. */
  const stopAt = (button: HTMLElement | null): void => {
    if (stop.current === button) return
    if (stop.current !== null) stop.current.tabIndex = -1
    if (button !== null) button.tabIndex = 0
    stop.current = button
  }

  /** @returns the nearest place in one direction whose row can be pressed; one whose row is not here ends the search. */
  const findPlace = (from: number, step: 1 | -1): number => {
    let place = from
    while (place >= 0 && place < count && isHere(place) && !isPressable(place)) place += step
    return place
  }

  const goTo = (element: HTMLElement, place: number): void => {
    virtual?.reveal(place)
    pressAt(element, place, virtual !== null)?.focus({ preventScroll: virtual !== null })
  }

  useLayoutEffect(() => {
    const element = body.current
    if (element === null) return
    const lost = focused.current
    if (lost !== null && !lost.element.isConnected) {
      focused.current = null
      if (focusedElement(element) === element.ownerDocument.body) {
        const below = findPlace(Math.min(lost.place, count - 1), 1)
        const place = isPressable(below) ? below : findPlace(Math.min(lost.place, count - 1), -1)
        const button = pressAt(element, place, virtual !== null)
        if (button === null) scroller.current?.focus({ preventScroll: true })
        else button.focus({ preventScroll: true })
      }
    }
    if (stop.current !== null && element.contains(stop.current)) return
    const seen = virtual === null ? null : pressAt(element, findPlace(virtual.getFirstSeen(), 1), true)
    stopAt(seen ?? firstPress(element, element))
  })

  const findWords = (start: string, from: number): number => {
    for (let step = 0; step < count; step += 1) {
      const place = (from + step) % count
      if (isPressable(place) && wordsAt(place).trim().toLocaleLowerCase().startsWith(start)) return place
    }
    return -1
  }

  return {
    onFocus({ currentTarget, target }) {
      focused.current = { element: target, place: placeOf(currentTarget, target) }
      if (isPressOf(currentTarget, target)) stopAt(target)
    },
    onBlur: () => {
      focused.current = null
    },
    onKeyDown(event) {
      const { altKey, ctrlKey, currentTarget, key, metaKey, target } = event
      if (altKey || ctrlKey || metaKey || !isPressOf(currentTarget, target)) return
      const place = placeOf(currentTarget, target)
      const page = virtual === null ? PAGE : Math.max(1, virtual.getSeenCount() - 1)
      const aim = targetOf(key, { count, page, place })
      if (aim !== null) {
        const found = findPlace(aim.place, aim.step)
        if (found < 0 || found >= count) return
        event.preventDefault()
        goTo(currentTarget, found)
        return
      }
      const letters = typeLetter(typed.current, key, clock.now())
      if (letters === null) return
      typed.current = letters
      const { isHereToo, start } = lookFor(letters)
      const found = findWords(start, isHereToo ? place : place + 1)
      if (found < 0) return
      event.preventDefault()
      goTo(currentTarget, found)
    },
  }
}
