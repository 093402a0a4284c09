import type { TraceRecord } from '@plugboard/contracts'

/** Records that a trace keeps where a store says nothing. */
export const DEFAULT_TRACE_LIMIT = 1_000

/** JSON text that a trace keeps where a store says nothing, in UTF-16 code units. */
export const DEFAULT_TRACE_SIZE: number = 16 * 1024 * 1024

export interface TraceBounds {
  readonly traceLimit: number
  readonly traceSize: number
}

export interface AppendTraceOptions {
  readonly bounds: TraceBounds
  /**
   * About the length of the record's JSON text, where the record is as large as an action whose reader has counted it already.
   * Absent: it is estimated. An action may bring a state that its record does not hold.
   */
  readonly weight?: number
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** A record of any kind, before it has a number, a cause and a time. */
export type TraceDraft = DistributiveOmit<TraceRecord, 'seq' | 'causeSeq' | 'at'>

/** The ring with one more record, numbered, and with as many of the oldest dropped as the bounds ask for. */
export function appendTrace(
  trace: readonly TraceRecord[],
  entry: DistributiveOmit<TraceRecord, 'seq'>,
  { bounds, weight }: AppendTraceOptions,
): readonly TraceRecord[] {
  const record = { ...entry, seq: lastSeqOf(trace) + 1 } as TraceRecord // Omit and spread undo each other.
  if (weight !== undefined) weights.set(record, weight)
  let size = sizeOf(trace) + weigh(record)
  let dropped = Math.max(0, trace.length + 1 - bounds.traceLimit)
  for (let index = 0; index < dropped; index += 1) size -= weigh(trace[index])
  // The newest record always stays: whoever asks why something just failed must find it.
  while (size > bounds.traceSize && dropped < trace.length) {
    size -= weigh(trace[dropped])
    dropped += 1
  }
  const next = [...trace.slice(dropped), record]
  sizes.set(next, size)
  return next
}

/** Number of the newest record; 0 before the first. */
export function lastSeqOf(trace: readonly TraceRecord[]): number {
  return trace.at(-1)?.seq ?? 0
}

// Remembered per array and record: both are immutable, and adding up a whole ring per dispatch would cost more than the
// dispatch itself.
const sizes = new WeakMap<readonly TraceRecord[], number>()
const weights = new WeakMap<TraceRecord, number>()

function sizeOf(trace: readonly TraceRecord[]): number {
  let size = sizes.get(trace)
  if (size === undefined) {
    size = trace.reduce((sum, record) => sum + weigh(record), 0)
    sizes.set(trace, size)
  }
  return size
}

function weigh(record: TraceRecord | undefined): number {
  if (record === undefined) return 0
  let weight = weights.get(record)
  if (weight === undefined) {
    weight = estimateSize(record)
    weights.set(record, weight)
  }
  return weight
}

/** About the length of a value's JSON text, for what no action brought: restored records, and patches of the state. */
export function estimateSize(root: unknown): number {
  const stack: unknown[] = [root]
  let size = 0
  while (stack.length > 0) {
    const value = stack.pop()
    size += 8
    if (typeof value === 'string') size += value.length
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        size += key.length
        stack.push(item)
      }
    }
  }
  return size
}
