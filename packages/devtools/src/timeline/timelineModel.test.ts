import { createFakeRuntime } from '@plugboard/contract-tests'
import type { CallUsage, RuntimeState, TraceRecord } from '@plugboard/contracts'
import { createPluginHost, type PluginHost } from '@plugboard/host'
import { describe, expect, test } from 'vitest'

import { EVERY_RECORD } from '../session/devtoolsState.ts'
import { RuntimeReader } from '../session/devtoolsStore.ts'
import { TimelineModel } from './timelineModel.ts'

const usage: CallUsage = { fuel: 1, wallMs: 3, memoryBytes: 1, bytesIn: 1, bytesOut: 1 }

function dispatchRecord(seq: number, outcome: 'applied' | 'denied' | 'ignored' = 'applied'): TraceRecord {
  return {
    seq,
    causeSeq: null,
    at: Date.UTC(2026, 0, 1, 0, 0, 7, 42),
    instanceId: seq % 2 === 0 ? 'counter@aaaaaaaa' : 'greeter@bbbbbbbb',
    kind: 'dispatch',
    dispatchId: `d${seq}`,
    intent: { scope: 'shared', domain: 'counter-summary', actionType: 'set-instance', payload: { value: seq } },
    outcome,
    ...(outcome === 'denied' ? { reason: 'missing-write-grant:counter-summary' } : {}),
  }
}

function eventRecord(seq: number): TraceRecord {
  return {
    seq,
    causeSeq: null,
    at: 0,
    instanceId: 'counter@aaaaaaaa',
    kind: 'event',
    widgetId: 'main',
    handler: 'add',
    event: { type: 'press' },
    usage,
  }
}

/** A model over a trace that the test itself writes. */
function createModel(first: readonly TraceRecord[] = []): {
  readonly model: TimelineModel
  readonly push: (...records: readonly TraceRecord[]) => void
  readonly limit: (count: number) => void
  readonly listeners: () => number
} {
  let trace = [...first]
  const listeners = new Set<(records: readonly TraceRecord[]) => void>()
  const real = createPluginHost({ runtime: createFakeRuntime() })
  const host: PluginHost<string> = {
    ...real,
    selectors: { ...real.selectors, selectRuntimeState: () => ({ trace }) as unknown as RuntimeState },
    on: (_event, listener) => {
      const entry = listener as (records: readonly TraceRecord[]) => void
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
  }
  const runtime = new RuntimeReader(host, { getState: () => ({}), subscribe: () => () => undefined })
  return {
    model: new TimelineModel({ host, runtime }),
    push(...records) {
      trace = [...trace, ...records]
      for (const listener of listeners) listener(records)
    },
    limit(count) {
      trace = trace.slice(trace.length - count)
    },
    listeners: () => listeners.size,
  }
}

const seqs = (model: TimelineModel, filter = EVERY_RECORD): readonly number[] =>
  model.read(filter).map(({ seq }) => seq)
const nobody = (): void => undefined

describe('the model of the timeline', () => {
  test('knows nothing while nobody looks', () => {
    const { listeners, model, push } = createModel([dispatchRecord(1)])
    expect(listeners()).toBe(0)
    push(dispatchRecord(2))
    expect(seqs(model)).toEqual([])
    const stop = model.subscribe(nobody)
    expect(seqs(model)).toEqual([1, 2])
    stop()
    expect(listeners()).toBe(0)
    expect(seqs(model)).toEqual([])
  })

  test('reads each record once, and tells of it once', () => {
    const { model, push } = createModel([dispatchRecord(1)])
    let told = 0
    model.subscribe(() => (told += 1))
    const before = told
    push(dispatchRecord(2), dispatchRecord(3))
    expect(told - before).toBe(1)
    // Those of the first look come again with the first turn.
    push(dispatchRecord(3))
    expect(seqs(model)).toEqual([1, 2, 3])
  })

  test('says of a dispatch where it was aimed, what became of it, why, and what its handler took', () => {
    const { model } = createModel([eventRecord(1), { ...dispatchRecord(2, 'denied'), causeSeq: 1 }])
    model.subscribe(nobody)
    expect(model.read(EVERY_RECORD)).toEqual([
      expect.objectContaining({
        seq: 2,
        time: '07.042',
        scope: 'shared',
        domain: 'counter-summary',
        action: 'set-instance',
        outcome: 'denied',
        reason: 'missing-write-grant:counter-summary',
        ms: 3,
      }),
    ])
  })

  test('has rows for what the host did, and none for events and renders', () => {
    const { model } = createModel([
      { seq: 1, causeSeq: null, at: 0, instanceId: 'counter@aaaaaaaa', kind: 'load', packageId: 'counter' },
      eventRecord(2),
      {
        seq: 3,
        causeSeq: 2,
        at: 0,
        instanceId: 'counter@aaaaaaaa',
        kind: 'error',
        error: { code: 'RUNTIME_TIMEOUT', message: 'stopped' },
      },
    ])
    model.subscribe(nobody)
    expect(model.read(EVERY_RECORD).map(({ action, isFailure, outcome }) => [action, isFailure, outcome])).toEqual([
      ['load', false, null],
      ['RUNTIME_TIMEOUT', true, null],
    ])
  })

  test('filters by outcome, instance, words and what was cleared, and goes on filtering what comes', () => {
    const { model, push } = createModel([dispatchRecord(1), dispatchRecord(2, 'denied'), dispatchRecord(3, 'ignored')])
    model.subscribe(nobody)
    const denied = { ...EVERY_RECORD, outcome: 'denied' } as const
    expect(seqs(model, denied)).toEqual([2])
    push(dispatchRecord(4, 'denied'), dispatchRecord(5))
    expect(seqs(model, denied)).toEqual([2, 4])
    expect(seqs(model, { ...EVERY_RECORD, instanceId: 'greeter@bbbbbbbb' })).toEqual([1, 3, 5])
    expect(seqs(model, { ...EVERY_RECORD, query: ' MISSING-write ' })).toEqual([2, 4])
    expect(seqs(model, { ...EVERY_RECORD, query: 'nothing like it' })).toEqual([])
    expect(seqs(model, { ...EVERY_RECORD, clearedSeq: 3 })).toEqual([4, 5])
    expect(model.counts).toEqual({ applied: 2, denied: 2, ignored: 1 })
  })

  test('drops what has left the trace, from the filtered rows and the counts too', () => {
    const { limit, model, push } = createModel([dispatchRecord(1, 'denied'), dispatchRecord(2), dispatchRecord(3)])
    model.subscribe(nobody)
    const denied = { ...EVERY_RECORD, outcome: 'denied' } as const
    expect(seqs(model, denied)).toEqual([1])
    limit(1)
    push(dispatchRecord(4, 'denied'))
    expect(seqs(model, denied)).toEqual([4])
    expect(seqs(model)).toEqual([3, 4])
    expect(model.counts).toEqual({ applied: 1, denied: 1, ignored: 0 })
  })

  test('begins again when the application sets its store back', () => {
    const { limit, model, push } = createModel([dispatchRecord(1), dispatchRecord(2), dispatchRecord(3)])
    model.subscribe(nobody)
    limit(0)
    push(dispatchRecord(1, 'denied'))
    expect(model.read(EVERY_RECORD).map(({ outcome, seq }) => [seq, outcome])).toEqual([[1, 'denied']])
  })

  test('a record costs one row, whatever the trace holds', () => {
    const { model, push } = createModel(Array.from({ length: 10_000 }, (_, index) => dispatchRecord(index + 1)))
    model.subscribe(nobody)
    const before = model.read(EVERY_RECORD)
    const first = before[0]
    push(dispatchRecord(10_001))
    const after = model.read(EVERY_RECORD)
    expect(after).toBe(before)
    expect(after[0]).toBe(first)
    expect(after).toHaveLength(10_001)
  })

  test('text of plugins stands on one line, cut, and turns no direction', () => {
    const { model } = createModel([
      {
        seq: 1,
        causeSeq: null,
        at: 0,
        instanceId: 'counter@aaaaaaaa',
        kind: 'dispatch',
        dispatchId: 'd1',
        outcome: 'ignored',
        intent: { scope: 'plugin', actionType: `a\u0000\n\u202Eb${'x'.repeat(100_000)}` },
      },
    ])
    model.subscribe(nobody)
    const [row] = model.read(EVERY_RECORD)
    expect(row?.action.length).toBeLessThan(300)
    expect(row?.action).toMatch(/^a {2}bx+…$/)
  })
})
