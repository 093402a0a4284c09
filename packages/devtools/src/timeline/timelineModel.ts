import type { DispatchOutcome, TraceRecord } from '@plugboard/contracts'

import type { TimelineFilter } from '../session/devtoolsState.ts'
import { TraceModel } from '../trace/TraceModel.ts'
import { isShown, rowOf, type TimelineRow } from './timelineRow.ts'

interface FilteredRows {
  readonly filter: TimelineFilter
  readonly rows: TimelineRow[]
  /** Number of the newest row that was looked at. */
  upTo: number
}

/** The rows of the timeline, oldest first. A record costs one row, however long the trace and whatever the filter is. */
export class TimelineModel extends TraceModel {
  #rows: TimelineRow[] = []
  /** What handlers took, by the number of their event. */
  #handlerMs = new Map<number, number>()
  #counts: Record<DispatchOutcome, number> = { applied: 0, denied: 0, ignored: 0 }
  #filtered: FilteredRows | null = null

  /** All rows, oldest first, whatever is filtered or cleared. */
  get rows(): readonly TimelineRow[] {
    return this.#rows
  }

  /** How many rows there are of each outcome, whatever is filtered. */
  get counts(): Readonly<Record<DispatchOutcome, number>> {
    return this.#counts
  }

  /** The rows that the filter lets through, oldest first: the same list, with what is new at its end. */
  read(filter: TimelineFilter): readonly TimelineRow[] {
    let filtered = this.#filtered
    if (filtered === null || filtered.filter !== filter) {
      filtered = { filter, rows: [], upTo: 0 }
      this.#filtered = filtered
    }
    for (let index = this.#indexAfter(filtered.upTo); index < this.#rows.length; index += 1) {
      const row = this.#rows[index]
      if (row === undefined) continue
      if (isShown(row, filter)) filtered.rows.push(row)
      filtered.upTo = row.seq
    }
    return filtered.rows
  }

  protected take(record: TraceRecord): boolean {
    const isCall = record.kind === 'event' || record.kind === 'invoke'
    if (isCall && record.usage !== undefined) this.#handlerMs.set(record.seq, record.usage.wallMs)
    const row = rowOf(record, record.causeSeq === null ? null : (this.#handlerMs.get(record.causeSeq) ?? null))
    if (row === null) return false
    this.#rows.push(row)
    if (row.outcome !== null) this.#counts = { ...this.#counts, [row.outcome]: this.#counts[row.outcome] + 1 }
    return true
  }

  protected drop(firstSeq: number): void {
    dropBefore(this.#rows, firstSeq, ({ outcome }) => {
      if (outcome !== null) this.#counts = { ...this.#counts, [outcome]: this.#counts[outcome] - 1 }
    })
    if (this.#filtered !== null) dropBefore(this.#filtered.rows, firstSeq)
    for (const seq of this.#handlerMs.keys()) {
      if (seq >= firstSeq) break
      this.#handlerMs.delete(seq)
    }
  }

  protected forget(): void {
    this.#rows = []
    this.#handlerMs = new Map()
    this.#counts = { applied: 0, denied: 0, ignored: 0 }
    this.#filtered = null
  }

  // From the end: what is new is there.
  #indexAfter(seq: number): number {
    let index = this.#rows.length
    while (index > 0 && (this.#rows[index - 1]?.seq ?? 0) > seq) index -= 1
    return index
  }
}

function dropBefore(rows: TimelineRow[], firstSeq: number, onDropped?: (row: TimelineRow) => void): void {
  let count = 0
  for (const row of rows) {
    if (row.seq >= firstSeq) break
    onDropped?.(row)
    count += 1
  }
  if (count > 0) rows.splice(0, count)
}
