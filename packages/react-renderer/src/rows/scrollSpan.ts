/**
 * The highest content that is given to a browser, in pixels. Chromium and WebKit lose what is below 33 million, Gecko what
 * is below 17 million.
 */
export const TALLEST = 8_000_000

/** At both ends of content that is higher, so much of it is scrolled as it is. */
const EXACT = 1_000_000

/** How high rows are together, and how much of them is seen. */
export interface ScrollSpan {
  readonly total: number
  readonly view: number
}

/** The height that the browser is given for them. */
export function extentOf({ total }: ScrollSpan): number {
  return Math.min(total, TALLEST)
}

/** The distance among the rows that a scroll position stands for. */
export function toDistance(position: number, span: ScrollSpan): number {
  const { far, near } = ends(span)
  if (near === far || position <= EXACT) return clamp(position, far)
  if (position >= near - EXACT) return clamp(far - (near - position), far)
  return EXACT + ((position - EXACT) * (far - 2 * EXACT)) / (near - 2 * EXACT)
}

/** The scroll position that stands for a distance among the rows. */
export function toPosition(distance: number, span: ScrollSpan): number {
  const { far, near } = ends(span)
  if (near === far || distance <= EXACT) return clamp(distance, near)
  if (distance >= far - EXACT) return clamp(near - (far - distance), near)
  return EXACT + ((distance - EXACT) * (near - 2 * EXACT)) / (far - 2 * EXACT)
}

/** How far one can scroll among the rows, and in the browser. */
function ends(span: ScrollSpan): { readonly far: number; readonly near: number } {
  const { total, view } = span
  return { far: Math.max(0, total - view), near: Math.max(0, extentOf(span) - view) }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most))
}
