import type { RuntimeState, TraceRecord } from '@plugboard/contracts'

import { lastSeqOf } from '../traceRing.ts'
import type { PastReading } from './pastReading.ts'
import { stepBack, stepForth, type PastParts, type StepBack } from './stepBack.ts'
import { isWhole } from './summaryBefore.ts'

/** Reads one state's past. Steps from where it was last asked: k records further cost k records, not the whole ring. */
export class PastReader {
  readonly #now: RuntimeState
  readonly #lastSeq: number
  /** The earliest position that records lead to, until one of them turns out not to fit. */
  #fromSeq: number
  #gap: 'left-trace' | 'does-not-fit' = 'left-trace'
  #parts: PastParts
  #seq: number
  /** What leads forth from here to the present, the next step last. */
  readonly #forth: StepBack['forth'][] = []
  #reading: PastReading | null = null

  constructor(state: RuntimeState) {
    this.#now = state
    this.#parts = state
    this.#lastSeq = lastSeqOf(state.trace)
    this.#seq = this.#lastSeq
    this.#fromSeq = (state.trace[0]?.seq ?? this.#lastSeq + 1) - 1
  }

  /** The state right after a record; 0 for before the first. The same answer while it is asked for the same number. */
  read(seq: number): PastReading {
    if (this.#reading?.seq !== seq) this.#reading = this.#read(seq)
    return this.#reading
  }

  #read(seq: number): PastReading {
    if (!Number.isSafeInteger(seq) || seq < 0 || seq > this.#lastSeq) return this.#missing(seq, 'no-record')
    if (seq < this.#fromSeq) return this.#missing(seq, this.#gap)
    while (this.#seq > seq) if (!this.#goBack()) return this.#missing(seq, this.#gap)
    while (this.#seq < seq) if (!this.#goForth()) return this.#missing(seq, 'does-not-fit')
    // The present is what it is, with its unrecorded details.
    const state = seq === this.#lastSeq ? this.#now : { ...this.#parts, trace: this.#traceUpTo(seq) }
    return { outcome: 'known', seq, state, isSummaryComplete: isWhole(state.dispatchTrace) }
  }

  #goBack(): boolean {
    const record = this.#record(this.#seq)
    const step = record === undefined ? null : stepBack(this.#parts, record, this.#now.trace)
    if (step === null) {
      this.#fromSeq = this.#seq
      this.#gap = 'does-not-fit'
      return false
    }
    this.#parts = step.parts
    this.#forth.push(step.forth)
    this.#seq -= 1
    return true
  }

  #goForth(): boolean {
    const forth = this.#forth.at(-1)
    const parts = forth === undefined ? null : stepForth(this.#parts, forth)
    if (parts === null) return false
    this.#forth.pop()
    this.#parts = parts
    this.#seq += 1
    return true
  }

  #record(seq: number): TraceRecord | undefined {
    // Numbers have no gaps, so the place follows from the first one.
    return this.#now.trace[seq - (this.#now.trace[0]?.seq ?? 0)]
  }

  #traceUpTo(seq: number): readonly TraceRecord[] {
    return this.#now.trace.slice(0, seq - (this.#now.trace[0]?.seq ?? 0) + 1)
  }

  #missing(seq: number, reason: 'left-trace' | 'no-record' | 'does-not-fit'): PastReading {
    return { outcome: 'missing', seq, reason, known: { fromSeq: this.#fromSeq, toSeq: this.#lastSeq } }
  }
}

const readers = new WeakMap<RuntimeState, PastReader>()

/**
 * The runtime state right after a record, worked out from the present one and the later records. Pure: the same state and
 * number give an equal answer; neighbouring numbers of one state are cheap.
 */
export function selectStateAt(state: RuntimeState, seq: number): PastReading {
  let reader = readers.get(state)
  if (reader === undefined) {
    reader = new PastReader(state)
    readers.set(state, reader)
  }
  return reader.read(seq)
}
