import type { TraceRecord } from '@plugboard/contracts'

import { rowOf, type TimelineRow } from '../timeline/timelineRow.ts'

/** The rows of a trace, oldest first: where one can stop. */
export function readStops(trace: readonly TraceRecord[]): readonly TimelineRow[] {
  return trace.map((record) => rowOf(record, null)).filter((row) => row !== null)
}
