import type { TraceRecord } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { formatClock, matchesQuery, timelineRows } from './timelineRow.ts'

const dispatch: TraceRecord = {
  seq: 3,
  causeSeq: 2,
  at: 1_000,
  instanceId: 'counter@a1b2c3d4',
  kind: 'dispatch',
  dispatchId: 'd1',
  intent: { scope: 'shared', domain: 'counter-summary', actionType: 'set-instance', payload: { value: 1 } },
  outcome: 'denied',
  reason: 'missing-write-grant:counter-summary',
}

const trace: readonly TraceRecord[] = [
  { seq: 1, causeSeq: null, at: 900, instanceId: 'counter@a1b2c3d4', kind: 'load', packageId: 'counter' },
  {
    seq: 2,
    causeSeq: null,
    at: 950,
    instanceId: 'counter@a1b2c3d4',
    kind: 'event',
    widgetId: 'main',
    handler: 'increment',
    event: { type: 'press' },
  },
  dispatch,
  {
    seq: 4,
    causeSeq: 2,
    at: 1_100,
    instanceId: 'counter@a1b2c3d4',
    kind: 'error',
    error: { code: 'RUNTIME_TIMEOUT', message: 'stopped' },
  },
]

describe('the rows of the timeline', () => {
  test('are the newest first, without the events and renders that are only cause and effect', () => {
    expect(timelineRows(trace, 0).map((row) => row.seq)).toEqual([4, 3, 1])
  })

  test('say where an intent was aimed, what became of it and why', () => {
    expect(timelineRows(trace, 0)[1]).toMatchObject({
      scope: 'shared',
      domain: 'counter-summary',
      action: 'set-instance',
      outcome: 'denied',
      reason: 'missing-write-grant:counter-summary',
    })
  })

  test('mark what failed, and what the host did by itself', () => {
    const [failed, , loaded] = timelineRows(trace, 0)
    expect(failed).toMatchObject({ action: 'RUNTIME_TIMEOUT', isFailure: true, outcome: null })
    expect(loaded).toMatchObject({ action: 'loaded', isFailure: false, scope: 'host' })
  })

  test('leave out what was cleared', () => {
    expect(timelineRows(trace, 3).map((row) => row.seq)).toEqual([4])
  })

  test('stay the same objects when a record is added, so that only the new one is drawn', () => {
    const before = timelineRows(trace.slice(0, 3), 0)
    const after = timelineRows(trace, 0)
    expect(after[1]).toBe(before[0])
    expect(after[2]).toBe(before[1])
  })

  test('are found by any of their words, whatever the case', () => {
    const [, row] = timelineRows(trace, 0)
    expect(row !== undefined && matchesQuery(row, ' COUNTER-summary ')).toBe(true)
    expect(row !== undefined && matchesQuery(row, 'denied')).toBe(true)
    expect(row !== undefined && matchesQuery(row, 'greeter')).toBe(false)
  })
})

test('the clock shows seconds and milliseconds of the minute', () => {
  expect(formatClock(Date.UTC(2026, 0, 1, 0, 0, 7, 42))).toBe('07.042')
})
