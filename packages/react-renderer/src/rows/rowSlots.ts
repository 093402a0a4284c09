import type { RowHeights } from './rowHeights.ts'
import { extentOf, type ScrollSpan, toPosition } from './scrollSpan.ts'

/** The places that are drawn: `start` to `end`, exclusive. */
export interface RowWindow {
  readonly start: number
  readonly end: number
}

/** What stands in a virtual list: a row, or the room of rows that are not drawn. */
export type RowSlot =
  | { readonly kind: 'row'; readonly place: number }
  | { readonly kind: 'space'; readonly id: 'before' | 'above' | 'below' | 'after'; readonly height: number }

/** Rows drawn beyond those that are seen, on either side. */
const AROUND = 8

/** How few of them may be left before others are drawn. */
const LEAST_AROUND = 2

/** However high the view says that it is: a page that does not bound it must not draw a million rows. */
export const MOST_DRAWN = 400

export interface ComputeWindowOptions {
  readonly heights: RowHeights
  /** From the first row to what is seen first. */
  readonly distance: number
  readonly view: number
  /** What is drawn now; it stays while it is enough. */
  readonly drawn: RowWindow | null
}

/** The rows to draw. */
export function computeWindow({ heights, distance, view, drawn }: ComputeWindowOptions): RowWindow {
  const { count } = heights
  if (count === 0) return { start: 0, end: 0 }
  const first = heights.placeAt(distance)
  const last = Math.min(heights.placeAt(distance + view), first + MOST_DRAWN - 2 * AROUND - 1)
  const around = (rows: number): RowWindow => ({
    start: Math.max(0, first - rows),
    end: Math.min(count, last + 1 + rows),
  })
  const least = around(LEAST_AROUND)
  const isEnough =
    drawn !== null &&
    drawn.start <= least.start &&
    drawn.end >= least.end &&
    drawn.end <= count &&
    drawn.end - drawn.start <= MOST_DRAWN
  return isEnough ? drawn : around(AROUND)
}

export interface LayOutSlotsOptions extends RowWindow {
  readonly heights: RowHeights
  readonly span: ScrollSpan
  /** How much further rows are from the first one than their elements are from the first element. */
  readonly shift: number
  /** A place outside that stays drawn, because the focus is there. */
  readonly kept: number | null
}

/** The elements of a virtual list from top to bottom, as high together as the browser is told that all rows are. */
export function layOutSlots({ heights, span, shift, start, end, kept }: LayOutSlotsOptions): readonly RowSlot[] {
  const extent = extentOf(span)
  const top = Math.max(0, heights.top(start) - shift)
  const bottom = Math.max(top, heights.top(end) - shift)
  const rows: RowSlot[] = []
  for (let place = start; place < end; place += 1) rows.push({ kind: 'row', place })
  const after = Math.max(0, extent - bottom)
  if (kept === null || (kept >= start && kept < end)) {
    return [space('before', top), ...rows, space('after', after)]
  }
  const height = heights.top(kept + 1) - heights.top(kept)
  const at = toPosition(heights.top(kept), span)
  // Spaces have names of their own on each side, so that the kept row never changes its place among the elements: an
  // element that is moved loses what is being composed in it.
  if (kept < start) {
    const before = Math.max(0, Math.min(at, top - height))
    const above = space('above', Math.max(0, top - before - height))
    return [space('before', before), { kind: 'row', place: kept }, above, ...rows, space('after', after)]
  }
  const below = Math.max(0, Math.min(at - bottom, after - height))
  const rest = Math.max(0, after - below - height)
  return [space('before', top), ...rows, space('below', below), { kind: 'row', place: kept }, space('after', rest)]
}

function space(id: Extract<RowSlot, { kind: 'space' }>['id'], height: number): RowSlot {
  return { kind: 'space', id, height }
}
