import { RowHeights } from './rowHeights.ts'
import { computeWindow, layOutSlots, type RowSlot, type RowWindow } from './rowSlots.ts'
import { extentOf, type ScrollSpan, toDistance, toPosition } from './scrollSpan.ts'

/** The rows of a virtual list. */
export interface VirtualRowSet {
  /** Places in all. */
  readonly count: number
  /** The place of the first row that is here. */
  readonly first: number
  /** Keys of the rows that are here, as they are shown. */
  readonly keys: readonly string[]
}

/** Before anything was measured, in pixels. */
const ESTIMATE = 32
const VIEW = 480

/** Heights that are kept; those of rows that are gone are dropped when there are more. */
const MOST_HEIGHTS = 20_000

/** How far the scroll bar may be from where it belongs, in views, before it is put there. */
const MOST_DRIFT = 4

/**
 * What a virtual list knows of its rows and of where it is scrolled to. It touches no element: who holds it measures, and
 * scrolls where it says.
 */
export class VirtualScroll {
  readonly #measured = new Map<string, number>()
  #rows: VirtualRowSet = { count: 0, first: 0, keys: [] }
  #estimate: number | null = null
  #heights: RowHeights | null = null
  #window: RowWindow | null = null
  #view = VIEW
  /** From the first row to what is seen first. */
  #distance = 0
  /** The same in the browser, which may be given less. */
  #position = 0
  #isMoved = false

  /** Whether the browser has to be scrolled to {@link position}. */
  get isMoved(): boolean {
    return this.#isMoved
  }

  get position(): number {
    return this.#position
  }

  /** What a row counts for that was not measured, in pixels. */
  get estimate(): number {
    return this.#estimate ?? ESTIMATE
  }

  /** The first place that is seen. */
  get firstSeen(): number {
    return this.#getHeights().placeAt(this.#distance)
  }

  /** How many rows are seen. */
  get seenCount(): number {
    return this.#getHeights().placeAt(this.#distance + this.#view) - this.firstSeen
  }

  /** How high a row is, or counts for. */
  heightOf(place: number): number {
    return this.#getHeights().top(place + 1) - this.#getHeights().top(place)
  }

  /** The rows to draw. */
  get window(): RowWindow {
    const options = { heights: this.#getHeights(), distance: this.#distance, view: this.#view, drawn: this.#window }
    this.#window = computeWindow(options)
    return this.#window
  }

  /** What the rows are now. */
  setRows(rows: VirtualRowSet): void {
    const { count, first, keys } = this.#rows
    if (count === rows.count && first === rows.first && keys === rows.keys) return
    this.#rows = rows
    this.#heights = null
    this.#moveTo(this.#distance, { isExact: false })
  }

  /** The elements to draw, with the row that has the focus. */
  layOut(kept: number | null): readonly RowSlot[] {
    return layOutSlots({
      ...this.window,
      heights: this.#getHeights(),
      span: this.#span,
      shift: this.#distance - this.#position,
      kept,
    })
  }

  /** How much is seen. */
  setView(view: number): void {
    if (view > 0) this.#view = view
  }

  /** A person has scrolled. */
  scrolled(position: number): void {
    const delta = position - this.#position
    if (delta === 0) return
    const span = this.#span
    this.#position = position
    if (span.total === extentOf(span)) {
      this.#distance = position
      return
    }
    // Where the scroll bar stands for more than it shows, small steps are steps among the rows, and large ones go to a
    // part of the whole.
    if (Math.abs(delta) > 2 * this.#view) {
      this.#distance = toDistance(position, span)
      return
    }
    const distance = Math.max(0, Math.min(this.#distance + delta, span.total - this.#view))
    this.#distance = distance
    const isAtEnd = position <= 0 || position >= extentOf(span) - this.#view
    const drift = Math.abs(position - toPosition(distance, span))
    if (drift > (isAtEnd ? 1 : MOST_DRIFT * this.#view)) this.#moveTo(distance, { isExact: true })
  }

  /**
   * Heights of rows, by place. What is seen stays where it is.
   *
   * @returns whether anything is another height than before.
   */
  measured(heights: readonly (readonly [place: number, height: number])[]): boolean {
    const isFirst = this.#estimate === null
    let isChanged = false
    const anchor = this.firstSeen
    const offset = this.#distance - this.#getHeights().top(anchor)
    let sum = 0
    let count = 0
    for (const [place, height] of heights) {
      const key = this.#rows.keys[place - this.#rows.first]
      if (key === undefined || height <= 0) continue
      sum += height
      count += 1
      // Less than that is a matter of rounding.
      if (Math.abs((this.#measured.get(key) ?? 0) - height) < 0.5) continue
      this.#measured.set(key, height)
      isChanged = true
    }
    if (!isChanged) return false
    if (isFirst) this.#estimate = sum / count
    if (this.#measured.size > MOST_HEIGHTS) this.#forget()
    this.#heights = null
    const distance = this.#getHeights().top(anchor) + offset
    if (Math.abs(distance - this.#distance) >= 0.5) this.#moveTo(distance, { isExact: false })
    return true
  }

  /** Scrolls as little as it takes to see a place. */
  reveal(place: number): void {
    const top = this.#getHeights().top(place)
    const bottom = top + this.heightOf(place)
    if (top < this.#distance) this.#moveTo(top, { isExact: true })
    else if (bottom > this.#distance + this.#view) this.#moveTo(bottom - this.#view, { isExact: true })
  }

  /** The browser was scrolled to {@link position}. */
  settle(): void {
    this.#isMoved = false
  }

  get #span(): ScrollSpan {
    return { total: this.#getHeights().total, view: this.#view }
  }

  #getHeights(): RowHeights {
    const { count, first, keys } = this.#rows
    this.#heights ??= new RowHeights({
      count,
      first,
      measured: keys.map((key) => this.#measured.get(key)),
      estimate: this.estimate,
    })
    return this.#heights
  }

  /** `isExact`: the scroll bar goes where it belongs; else it stays, where it stands for more than it shows. */
  #moveTo(distance: number, { isExact }: { readonly isExact: boolean }): void {
    const span = this.#span
    const most = Math.max(0, span.total - this.#view)
    this.#distance = Math.max(0, Math.min(distance, most))
    const isScaled = span.total !== extentOf(span)
    const position =
      isScaled && !isExact && this.#position <= extentOf(span) - this.#view
        ? this.#position
        : toPosition(this.#distance, span)
    if (position === this.#position) return
    this.#position = position
    this.#isMoved = true
  }

  #forget(): void {
    const here = new Set(this.#rows.keys)
    for (const key of this.#measured.keys()) if (!here.has(key)) this.#measured.delete(key)
  }
}
