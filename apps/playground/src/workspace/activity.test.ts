import type { CallUsage, TraceRecord } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { selectActivities } from './activity.ts'

function usageOf(wallMs: number): CallUsage {
  return { fuel: 1, wallMs, memoryBytes: 65_536, bytesIn: 10, bytesOut: 20 }
}

function render(seq: number, instanceId: string, wallMs: number): TraceRecord {
  return {
    seq,
    causeSeq: null,
    at: seq,
    instanceId,
    kind: 'render',
    widgetId: 'main',
    treeDigest: '',
    usage: usageOf(wallMs),
    issues: 0,
  }
}

test('the newest render of each instance is what it cost', () => {
  const activities = selectActivities([render(1, 'a@1', 5), render(2, 'b@1', 7), render(3, 'a@1', 9)])
  expect(activities.get('a@1')?.render?.wallMs).toBe(9)
  expect(activities.get('b@1')?.render?.wallMs).toBe(7)
})

test('the same trace is read once', () => {
  const trace = [render(1, 'a@1', 5)]
  expect(selectActivities(trace)).toBe(selectActivities(trace))
})

test('an event without usage leaves what is known', () => {
  const event: TraceRecord = {
    seq: 2,
    causeSeq: null,
    at: 2,
    instanceId: 'a@1',
    kind: 'event',
    widgetId: 'main',
    handler: 'press',
    event: { type: 'press' },
  }
  expect(selectActivities([render(1, 'a@1', 5), event]).get('a@1')?.render?.wallMs).toBe(5)
})

test('a record of one instance leaves the activity of the others the same object', () => {
  const trace = [render(1, 'a@1', 5), render(2, 'b@1', 7)]
  const before = selectActivities(trace)
  const after = selectActivities([...trace, render(3, 'a@1', 9)])
  expect(after.get('a@1')?.render?.wallMs).toBe(9)
  expect(after.get('b@1')).toBe(before.get('b@1'))
})

test('what was dropped from the full ring stays known, and a removed instance is forgotten', () => {
  const trace = [render(1, 'a@1', 5), render(2, 'b@1', 7)]
  selectActivities(trace)
  const later: TraceRecord = { seq: 3, causeSeq: null, at: 3, instanceId: 'b@1', kind: 'dispose', packageId: 'b' }
  const activities = selectActivities([...trace.slice(1), later])
  expect([...activities.keys()]).toEqual(['a@1'])
})

test('another trace is read from its start', () => {
  selectActivities([render(1, 'a@1', 5)])
  expect([...selectActivities([render(1, 'b@1', 7)]).keys()]).toEqual(['b@1'])
  expect([...selectActivities([]).keys()]).toEqual([])
})

test('the newest denial is the one to review', () => {
  const denied = (seq: number): TraceRecord => ({
    seq,
    causeSeq: null,
    at: seq,
    instanceId: 'a@1',
    kind: 'dispatch',
    dispatchId: `d${seq}`,
    intent: { scope: 'shared', domain: 'counter-summary', actionType: 'set-instance' },
    outcome: 'denied',
    reason: 'missing-write-grant:counter-summary',
  })
  expect(selectActivities([denied(1), render(2, 'a@1', 5), denied(3)]).get('a@1')?.deniedSeq).toBe(3)
})
