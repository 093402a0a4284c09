import { type RefObject, useEffect, useLayoutEffect, useReducer, useState } from 'react'
import { flushSync } from 'react-dom'

import type { RowSlot, RowWindow } from './rowSlots.ts'
import { VirtualScroll, type VirtualRowSet } from './VirtualScroll.ts'

export interface UseVirtualScrollOptions extends VirtualRowSet {
  readonly isOn: boolean
  /** What is scrolled. */
  readonly scroller: RefObject<HTMLElement | null>
  /** What the elements of the slots are children of. */
  readonly body: RefObject<HTMLElement | null>
  /** The key of the row that the focus is in: it is drawn wherever the list is scrolled to. */
  readonly keptKey: string | null
}

/** The part of a long list that is drawn. */
export interface VirtualRows {
  /** What the body holds, in this order. */
  readonly slots: readonly RowSlot[]
  /** The places that are drawn. */
  readonly window: RowWindow
  /** What a row counts for that was not measured, in pixels. */
  readonly estimate: number
  /** The first place that is seen now. */
  readonly getFirstSeen: () => number
  /** How many rows are seen now. */
  readonly getSeenCount: () => number
  readonly onScroll: () => void
  /** Scrolls as little as it takes to see a place; its row is drawn when this returns. */
  readonly reveal: (place: number) => void
}

/** Draws only the rows near the view, in a scroller of their own. Null where it is off. */
export function useVirtualScroll(options: UseVirtualScrollOptions): VirtualRows | null {
  const { body, count, first, isOn, keptKey, keys, scroller } = options
  const [scroll] = useState(() => new VirtualScroll())
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  if (isOn) scroll.setRows({ count, first, keys })
  const keptIndex = isOn && keptKey !== null ? keys.indexOf(keptKey) : -1
  const slots = isOn ? scroll.layOut(keptIndex < 0 ? null : first + keptIndex) : NO_SLOTS

  // After every commit, which has slots of its own: the rows that were drawn are measured, and before anything is painted the room of those that
  // were not is put right.
  useLayoutEffect(() => {
    if (isOn && sync({ body: body.current, scroll, scroller: scroller.current, slots })) redraw()
  }, [body, isOn, scroll, scroller, slots])

  useEffect(() => {
    const element = scroller.current
    if (!isOn || element === null) return undefined
    const observer = new ResizeObserver(redraw)
    observer.observe(element)
    if (body.current !== null && body.current !== element) observer.observe(body.current)
    return () => observer.disconnect()
  }, [body, isOn, scroller])

  if (!isOn) return null
  return {
    slots,
    window: scroll.window,
    estimate: scroll.estimate,
    getFirstSeen: () => scroll.firstSeen,
    getSeenCount: () => scroll.seenCount,
    onScroll() {
      const drawn = scroll.window
      readPosition({ body: body.current, scroll, scroller: scroller.current })
      if (scroll.window !== drawn || scroll.isMoved) redraw()
    },
    reveal(place) {
      scroll.reveal(place)
      // The row has to be there when the focus goes to it.
      flushSync(redraw)
    },
  }
}

const NO_SLOTS: readonly RowSlot[] = []

interface Elements {
  readonly scroll: VirtualScroll
  readonly scroller: HTMLElement | null
  readonly body: HTMLElement | null
}

/** What of the scroller's content is above the rows and scrolls away. A header stays and hides what is under it. */
function measureLead(scroller: HTMLElement, body: HTMLElement): { readonly lead: number; readonly header: number } {
  if (scroller === body) return { lead: 0, header: 0 }
  const header = body.parentElement?.querySelector(':scope > thead')?.getBoundingClientRect().height ?? 0
  const top = body.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientTop
  return { lead: top + scroller.scrollTop - header, header }
}

/** Takes over where the person has scrolled to. */
function readPosition({ body, scroll, scroller }: Elements): number {
  if (scroller === null || body === null) return 0
  const { header, lead } = measureLead(scroller, body)
  scroll.setView(scroller.clientHeight - header)
  if (!scroll.isMoved) scroll.scrolled(Math.max(0, scroller.scrollTop - lead))
  return lead
}

/** @returns whether the rows have to be drawn again. */
function sync({ slots, ...elements }: Elements & { readonly slots: readonly RowSlot[] }): boolean {
  const { body, scroll, scroller } = elements
  // Nothing can be measured that is not shown.
  if (scroller === null || body === null || scroller.clientHeight === 0) return false
  const drawn = scroll.window
  const lead = readPosition(elements)
  if (scroll.measured(measureRows(body, slots)) || scroll.window !== drawn) return true
  if (!scroll.isMoved) return false
  scroller.scrollTop = scroll.position + lead
  scroll.settle()
  // The browser rounds.
  scroll.scrolled(Math.max(0, scroller.scrollTop - lead))
  return false
}

/** From the top of a row to the top of what follows it, so that gaps count. */
function measureRows(body: HTMLElement, slots: readonly RowSlot[]): readonly (readonly [number, number])[] {
  const tops = Array.from(body.children, (element) => element.getBoundingClientRect().top)
  return slots.flatMap((slot, index) => {
    const [top, next] = [tops[index], tops[index + 1]]
    return slot.kind === 'row' && top !== undefined && next !== undefined ? [[slot.place, next - top] as const] : []
  })
}
