import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

import { useSession, useMessages } from '../session/context.tsx'
import { useIsNarrow } from '../ui/useSize.ts'
import { rowAfterKey } from './rowKeys.ts'
import type { TimelineRow } from './timelineRow.ts'
import { TimelineRowView } from './TimelineRowView.tsx'

/** Below this width, in pixels, a row is two lines. */
const NARROW = 440
const ROW_HEIGHT = { wide: 28, narrow: 60 }

export interface TimelineGridProps {
  /** Oldest first; drawn newest first. The same list may have become longer. */
  readonly rows: readonly TimelineRow[]
  readonly selectedSeq: number | null
}

/** The rows as a grid with one tab stop. Only those in sight are in the document. */
export function TimelineGrid({ rows, selectedSeq }: TimelineGridProps): ReactElement {
  const devtools = useSession()
  const { timeline } = useMessages()
  const scroller = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow(scroller, NARROW)
  const height = isNarrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide
  const count = rows.length
  const rowAt = useCallback((index: number): TimelineRow | undefined => rows[rows.length - 1 - index], [rows])
  // Of the row that has the focus though none was chosen: newer ones do not take it away.
  const [heldSeq, setHeldSeq] = useState<number | null>(null)
  const activeSeq = selectedSeq ?? heldSeq ?? rows.at(-1)?.seq ?? 0
  const activeIndex = findIndex(rows, activeSeq)
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range)
      // A focused row that left the document would take the focus with it.
      return activeIndex < range.count && !shown.includes(activeIndex)
        ? [...shown, activeIndex].toSorted((left, right) => left - right)
        : shown
    },
    [activeIndex],
  )
  // oxlint-disable-next-line react/incompatible-library -- it is about a compiler that is not used here
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 4,
    rangeExtractor,
  })
  useLayoutEffect(() => virtual.measure(), [height, virtual])
  const newestSeq = rows.at(-1)?.seq ?? 0
  const seenSeq = useRef(newestSeq)
  useLayoutEffect(() => {
    keepPlace(scroller.current, countNewer(rows, seenSeq.current) * height)
    seenSeq.current = newestSeq
  }, [height, newestSeq, rows])

  const [focusSeq, setFocusSeq] = useState<number | null>(null)
  useEffect(() => {
    if (focusSeq === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[role=row][data-index="${activeIndex}"]`)
    row?.focus({ preventScroll: true })
    setFocusSeq(null)
  }, [activeIndex, focusSeq])

  const select = useCallback(
    ({ instanceId, seq }: TimelineRow) => devtools.selectEvent({ seq, instanceId }),
    [devtools],
  )
  // The row becomes the active one, which is another element: the focus of the one that was clicked goes on there.
  const onRowSelect = useCallback(
    (row: TimelineRow) => {
      select(row)
      setFocusSeq(row.seq)
    },
    [select],
  )
  const onFocus = ({ target }: FocusEvent<HTMLElement>): void => {
    // Not one that is being clicked: to make it the active one would end the click.
    if (target.dataset['index'] === String(activeIndex)) setHeldSeq(rowAt(activeIndex)?.seq ?? null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const isPress = event.key === 'Enter' || event.key === ' '
    const index = isPress ? activeIndex : rowAfterKey(event.key, activeIndex, count)
    const row = index === null ? undefined : rowAt(index)
    if (index === null || row === undefined) return
    event.preventDefault()
    virtual.scrollToIndex(index, { align: 'auto' })
    select(row)
    setFocusSeq(row.seq)
  }
  const items = virtual.getVirtualItems()
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of the rows takes the focus
    <div
      className={`pbd-trace ${isNarrow ? 'pbd-narrow' : ''}`}
      role="grid"
      aria-label={timeline.grid}
      aria-rowcount={count + 1}
      onFocus={onFocus}
      onBlur={() => setHeldSeq(null)}
      onKeyDown={onKeyDown}
    >
      <GridHead />
      <div ref={scroller} className="pbd-trace-rows" role="rowgroup">
        <div role="presentation" style={{ height: virtual.getTotalSize() }}>
          {/* A row that leaves sight is the next one that comes into it: its elements stay. Not so the active one, which may
              have the focus. */}
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            return row === undefined ? null : (
              <TimelineRowView
                key={index === activeIndex ? `active ${row.seq}` : index % items.length}
                row={row}
                index={index}
                top={start}
                isSelected={row.seq === selectedSeq}
                isActive={index === activeIndex}
                onSelect={onRowSelect}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

function GridHead(): ReactElement {
  const { columns } = useMessages().timeline
  const names = ['seq', 'time', 'instance', 'scope', 'action', 'outcome', 'ms'] as const
  return (
    <div role="rowgroup" className="pbd-trace-head">
      <div role="row" aria-rowindex={1}>
        {names.map((name) => (
          <span key={name} role="columnheader" className={`pbd-${name}`}>
            {columns[name]}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Rows come in at the top: who has scrolled down goes on reading where they were. */
function keepPlace(scroller: HTMLElement | null, pixels: number): void {
  if (scroller !== null && scroller.scrollTop > 0 && pixels > 0) scroller.scrollTop += pixels
}

function countNewer(rows: readonly TimelineRow[], seq: number): number {
  return rows.length - 1 - rows.findLastIndex((row) => row.seq <= seq)
}

/** The place of a record among the rows, newest first; of one that has no row, that of the next older one, or of the oldest there is. */
function findIndex(rows: readonly TimelineRow[], seq: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.seq ?? 0) <= seq) low = middle + 1
    else high = middle
  }
  return Math.max(0, rows.length - Math.max(1, low))
}
