import {
  parseInstanceId,
  reasonCode,
  type DispatchOutcome,
  type DispatchTraceSummary,
  type InstanceId,
  type PackageId,
  type RuntimeState,
  type TraceKind,
  type TraceRecord,
} from '@plugboard/contracts'

import { lastSeqOf } from './traceRing.ts'

/** Which records to select; every condition that is present must hold. */
export interface TraceFilter {
  readonly instanceId?: InstanceId
  readonly packageId?: PackageId
  readonly kinds?: readonly TraceKind[]
  /** Keeps dispatches of this outcome only. */
  readonly outcome?: DispatchOutcome
  /** Keeps dispatches with this reason code only. */
  readonly reasonCode?: string
  /** Keeps records with a number above this one. */
  readonly afterSeq?: number
  /** Keeps the newest records only. */
  readonly limit?: number
}

/** The last dispatch, and counts over the life of the store. */
export function selectDispatchTrace(state: RuntimeState): DispatchTraceSummary {
  return state.dispatchTrace
}

/** Number of the newest trace record, 0 before the first: the cause of what is dispatched next. */
export function selectLastSeq(state: RuntimeState): number {
  return lastSeqOf(state.trace)
}

/** One record by its number; undefined once it has left the ring. */
export function selectTraceRecord(state: RuntimeState, seq: number): TraceRecord | undefined {
  // Numbers have no gaps, so the place follows from the first one.
  const first = state.trace[0]
  return first === undefined ? undefined : state.trace[seq - first.seq]
}

/** Makes a selector of trace records, oldest first: equal filters get the same array until their records change. */
export function createTraceSelector(): (state: RuntimeState, filter?: TraceFilter) => readonly TraceRecord[] {
  const answers = new Map<
    string,
    { readonly trace: readonly TraceRecord[]; readonly records: readonly TraceRecord[] }
  >()
  return ({ trace }, filter = {}) => {
    const key = JSON.stringify(filter)
    const last = answers.get(key)
    if (last?.trace === trace) return last.records
    const found = trace.filter((record) => isMatch(record, filter))
    const next = filter.limit === undefined ? found : found.slice(Math.max(0, found.length - filter.limit))
    const records = last !== undefined && isSameItems(last.records, next) ? last.records : next
    if (answers.size >= MOST_FILTERS) answers.clear()
    answers.set(key, { trace, records })
    return records
  }
}

/** Filters whose answers are remembered; a view has few, and one that makes up new ones must not fill the memory. */
const MOST_FILTERS = 64

function isMatch(record: TraceRecord, filter: TraceFilter): boolean {
  if (filter.afterSeq !== undefined && record.seq <= filter.afterSeq) return false
  if (filter.instanceId !== undefined && record.instanceId !== filter.instanceId) return false
  if (filter.packageId !== undefined && parseInstanceId(record.instanceId)?.packageId !== filter.packageId) return false
  if (filter.kinds !== undefined && !filter.kinds.includes(record.kind)) return false
  if (filter.outcome === undefined && filter.reasonCode === undefined) return true
  if (record.kind !== 'dispatch') return false
  if (filter.outcome !== undefined && record.outcome !== filter.outcome) return false
  if (filter.reasonCode === undefined) return true
  return record.reason !== undefined && reasonCode(record.reason) === filter.reasonCode
}

function isSameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}
