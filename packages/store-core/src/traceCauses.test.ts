import { fc, test as property } from '@fast-check/vitest'
import type { RuntimeState, TraceRecord } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { selectCauses, selectEffects } from './traceCauses.ts'

type Links = readonly [causeSeq: number | null, ...otherCauses: number[]]

// Only causes and numbers are looked at.
function traceOf(links: readonly Links[], firstSeq = 1): RuntimeState {
  const trace = links.map(([causeSeq, ...otherCauses], index) => ({
    seq: firstSeq + index,
    causeSeq,
    ...(otherCauses.length === 0 ? {} : { otherCauses }),
  }))
  return { trace: trace as unknown as readonly TraceRecord[] } as RuntimeState
}

const seqs = (records: readonly TraceRecord[]): readonly number[] => records.map(({ seq }) => seq)

describe('selectCauses', () => {
  it('goes from a record back to what a person or the host began', () => {
    const state = traceOf([[null], [1], [null], [2]])
    expect(seqs(selectCauses(state, 4).chain)).toEqual([4, 2, 1])
    expect(selectCauses(state, 1)).toMatchObject({ records: [], missing: [] })
    expect(selectCauses(state, 9)).toEqual({ chain: [], records: [], missing: [] })
  })

  it('finds every cause of a render that showed several changes', () => {
    const state = traceOf([[null], [1], [null], [3], [4, 2]])
    const { chain, records } = selectCauses(state, 5)
    expect(seqs(chain)).toEqual([5, 4, 3])
    expect(seqs(records)).toEqual([1, 2, 3, 4])
  })

  it('tells causes that have left the trace from no cause', () => {
    const state = traceOf([[3], [null], [6, 5, 2]], 5)
    expect(selectCauses(state, 7)).toMatchObject({ missing: [2, 3] })
    expect(seqs(selectCauses(state, 7).records)).toEqual([5, 6])
    expect(selectCauses(state, 6).missing).toEqual([])
  })
})

describe('selectEffects', () => {
  it('finds all that followed, each with its parent and depth', () => {
    const state = traceOf([[null], [1], [1], [null], [3, 2], [4]])
    expect(selectEffects(state, 1).map(({ depth, parentSeq, record }) => [record.seq, parentSeq, depth])).toEqual([
      [2, 1, 1],
      [3, 1, 1],
      [5, 3, 2],
    ])
    expect(selectEffects(state, 6)).toEqual([])
  })

  it('reaches a render through any of its causes', () => {
    const state = traceOf([[null], [1], [null], [3], [4, 2]])
    expect(selectEffects(state, 1).map(({ record }) => record.seq)).toEqual([2, 5])
    expect(selectEffects(state, 3).map(({ record }) => record.seq)).toEqual([4, 5])
  })
})

const anyTrace = fc
  .array(fc.array(fc.integer({ min: -1, max: 40 }), { maxLength: 3 }), { maxLength: 30 })
  .chain((causes) => fc.nat(9).map((before) => ({ causes, firstSeq: before + 1 })))
  .map(({ causes, firstSeq }) =>
    traceOf(
      causes.map(([first = -1, ...others]) => [first < 0 ? null : first, ...others] as Links),
      firstSeq,
    ),
  )

property.prop([anyTrace])('effects and causes are each other’s reverse, and end whatever the records say', (state) => {
  for (const { seq } of state.trace) {
    for (const { record } of selectEffects(state, seq)) {
      expect(seqs(selectCauses(state, record.seq).records)).toContain(seq)
    }
    for (const cause of selectCauses(state, seq).records) {
      expect(selectEffects(state, cause.seq).map(({ record }) => record.seq)).toContain(seq)
    }
  }
})
