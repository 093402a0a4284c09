import type { RuntimeState, TraceRecord } from '@plugboard/contracts'

import { selectTraceRecord } from './traceSelectors.ts'

/** Why a record is there: the way back from it to where it began. */
export interface TraceCauses {
  /** The record itself, its cause, the cause of that, and so on; empty when it is not in the trace. */
  readonly chain: readonly TraceRecord[]
  /**
   * Every record that it is an effect of, oldest first: more than the chain where a render showed several changes at once.
   */
  readonly records: readonly TraceRecord[]
  /** Numbers of causes that have left the trace: what they were an effect of cannot be told. Not the same as having none. */
  readonly missing: readonly number[]
}

/** One record that followed, with its place in a tree of effects. */
export interface TraceEffect {
  readonly record: TraceRecord
  /** The newest of its causes that is an effect itself, or the record that was asked for. */
  readonly parentSeq: number
  /** 1 for what followed at once. */
  readonly depth: number
}

/** The way back from a record to what a person or the host began. */
export function selectCauses(state: RuntimeState, seq: number): TraceCauses {
  const chain: TraceRecord[] = []
  let next = selectTraceRecord(state, seq)
  while (next !== undefined) {
    chain.push(next)
    const cause = next.causeSeq !== null && next.causeSeq < next.seq ? next.causeSeq : 0
    next = selectTraceRecord(state, cause)
  }
  const records: TraceRecord[] = []
  const wanted = new Set<number>(chain.slice(0, 1).flatMap(causesOf))
  // Causes are older than their effects: the newest one that is wanted can bring in only older ones.
  for (let index = state.trace.length - 1; index >= 0 && wanted.size > 0; index -= 1) {
    const record = state.trace[index]
    if (record === undefined || !wanted.delete(record.seq)) continue
    records.unshift(record)
    for (const cause of causesOf(record)) wanted.add(cause)
  }
  return { chain, records, missing: [...wanted].toSorted((left, right) => left - right) }
}

/**
 * All that followed from a record, oldest first: each with its parent and its depth, as a tree view draws it. Effects that
 * have left the trace are not there; they leave oldest first, so a record that is still there has all its effects.
 */
export function selectEffects(state: RuntimeState, seq: number): readonly TraceEffect[] {
  const effects = new Map<number, TraceEffect>()
  for (const record of state.trace) {
    if (record.seq <= seq) continue
    const parentSeq = causesOf(record).findLast((cause) => cause === seq || effects.has(cause))
    if (parentSeq === undefined) continue
    effects.set(record.seq, { record, parentSeq, depth: (effects.get(parentSeq)?.depth ?? 0) + 1 })
  }
  return [...effects.values()]
}

// Newest last. Only what is older can have caused it: a record from elsewhere that names itself is not followed for ever.
function causesOf({ causeSeq, otherCauses = [], seq }: TraceRecord): readonly number[] {
  const causes = causeSeq === null ? otherCauses : [...otherCauses, causeSeq]
  return causes.filter((cause) => cause < seq)
}
