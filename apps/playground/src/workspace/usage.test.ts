import type { CallUsage, TraceRecord } from '@plugboard/contracts'
import { expect, test } from 'vitest'

import { formatBytes, formatMs, selectUsage } from './usage.ts'

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
  const usage = selectUsage([render(1, 'a@1', 5), render(2, 'b@1', 7), render(3, 'a@1', 9)])
  expect(usage.get('a@1')?.render?.wallMs).toBe(9)
  expect(usage.get('b@1')?.render?.wallMs).toBe(7)
})

test('the same trace is read once', () => {
  const trace = [render(1, 'a@1', 5)]
  expect(selectUsage(trace)).toBe(selectUsage(trace))
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
  expect(selectUsage([render(1, 'a@1', 5), event]).get('a@1')?.render?.wallMs).toBe(5)
})

test('small times keep a decimal, and large sizes change their unit', () => {
  expect(formatMs(0.26)).toBe('0.3')
  expect(formatMs(12.6)).toBe('13')
  expect(formatBytes(184 * 1024)).toBe('184 KB')
  expect(formatBytes(16 * 1024 * 1024)).toBe('16.0 MB')
})
