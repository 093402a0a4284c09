import { NO_GRANTS } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { createSampleStore, EVERYTHING } from './sampleDomains.ts'

const increment = { scope: 'plugin', actionType: 'increment' } as const
const meta = { causeSeq: null, timestamp: 9 }

describe('the trace', () => {
  it('numbers records from 1 without gaps, and keeps the newest within its limit', () => {
    const { load, say, selectors, state } = createSampleStore({ traceLimit: 5 })
    load('counter@a')
    for (let count = 0; count < 20; count += 1) say('counter@a', increment)
    expect(state().trace.map(({ seq }) => seq)).toEqual([17, 18, 19, 20, 21])
    expect(selectors.selectLastSeq(state())).toBe(21)
    expect(selectors.selectTraceRecord(state(), 18)?.seq).toBe(18)
    expect(selectors.selectTraceRecord(state(), 3)).toBeUndefined()
    expect(state().dispatchTrace.count).toBe(20)
  })

  it('is bounded by what its records weigh as well: large payloads push old records out, never the newest', () => {
    const { load, say, state } = createSampleStore({ traceSize: 50_000 })
    load('custom@a')
    const write = (size: number, letter: string): void =>
      say('custom@a', { scope: 'plugin', actionType: 'state/merge', payload: { text: letter.repeat(size) } })
    for (let count = 0; count < 20; count += 1) write(4_000, 'abcdefghij'[count % 10] ?? 'x')
    expect(state().trace.length).toBeGreaterThan(2)
    expect(state().trace.length).toBeLessThan(10)
    write(200_000, 'y')
    expect(state().trace).toHaveLength(1)
    write(10, 'z')
    expect(state().trace.at(-1)).toMatchObject({ intent: { payload: { text: 'zzzzzzzzzz' } } })
  })

  it('weighs the record of what comes back, not the state that came with it', () => {
    const { actions, state, store } = createSampleStore({ traceSize: 50_000 })
    for (const suffix of ['a', 'b', 'c']) {
      const identity = { instanceId: `custom@${suffix}`, packageId: 'custom' }
      const loading = { identity, grants: NO_GRANTS, state: { text: 'x'.repeat(40_000) } }
      store.dispatch(actions.instanceLoading(loading, meta))
    }
    expect(state().trace.map(({ instanceId, kind }) => [kind, instanceId])).toEqual([
      ['load', 'custom@a'],
      ['load', 'custom@b'],
      ['load', 'custom@c'],
    ])
  })

  it('names the cause of a dispatch, and none where the host began', () => {
    const { actions, load, selectors, state, store } = createSampleStore()
    load('counter@a')
    const identity = { instanceId: 'counter@a', packageId: 'counter' }
    const event = {
      kind: 'event',
      instanceId: 'counter@a',
      widgetId: 'main',
      handler: 'press',
      event: { type: 'press' },
    } as const
    store.dispatch(actions.traceRecorded(event, meta))
    const causeSeq = selectors.selectLastSeq(state())
    const source = { line: 3, column: 7 }
    store.dispatch(
      actions.pluginActionDispatched(
        { ...increment, ...identity, source },
        { dispatchId: 'd', causeSeq, timestamp: 10 },
      ),
    )
    expect(state().trace.at(-1)).toMatchObject({
      causeSeq: 2,
      at: 10,
      kind: 'dispatch',
      dispatchId: 'd',
      outcome: 'applied',
      source,
    })
    store.dispatch(
      actions.pluginActionDispatched({ ...increment, ...identity }, { dispatchId: 'e', causeSeq: 0, timestamp: 11 }),
    )
    expect(state().trace.at(-1)?.causeSeq).toBeNull()
  })

  it('keeps the intent as it was sent, without the identity, which stands beside it', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a', NO_GRANTS)
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 3 })
    expect(state().trace.at(-1)).toEqual({
      seq: 2,
      causeSeq: null,
      at: 10,
      instanceId: 'counter@a',
      kind: 'dispatch',
      dispatchId: 'd1',
      intent: { scope: 'shared', domain: 'votes', actionType: 'set', payload: 3 },
      outcome: 'denied',
      reason: 'missing-write-grant:votes',
    })
  })

  it('takes no dispatch that the store did not make', () => {
    const { state, store } = createSampleStore()
    const payload = { kind: 'dispatch', dispatchId: 'd', intent: increment, outcome: 'applied' }
    store.dispatch({ type: 'plugins/traceRecorded', payload, meta })
    expect(state().trace).toEqual([])
  })
})

describe('the summary', () => {
  it('counts by outcome, by reason and by package, and keeps the last denial', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a', NO_GRANTS)
    load('custom@a', EVERYTHING)
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    say('custom@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    say('custom@a', { scope: 'plugin', actionType: 'dance' })
    expect(state().dispatchTrace).toEqual({
      count: 4,
      lastDispatchId: 'd4',
      lastScope: 'plugin',
      lastActionType: 'dance',
      lastOutcome: 'ignored',
      lastReason: 'no-local-reducer-match',
      byOutcome: { applied: 1, denied: 2, ignored: 1 },
      deniedByReason: { 'missing-write-grant:votes': 2 },
      byPackage: { counter: 2, custom: 2 },
      lastDenial: { instanceId: 'counter@a', packageId: 'counter', reason: 'missing-write-grant:votes' },
    })
  })
})

describe('intentDenied', () => {
  it('records a refusal that happened before the reducer, with and without a legible intent', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    const identity = { instanceId: 'counter@a', packageId: 'counter' }
    store.dispatch(
      actions.intentDenied({ identity, dispatchId: 'd', intent: increment, reason: 'dispatch-in-render' }, meta),
    )
    store.dispatch(
      actions.intentDenied({ identity, dispatchId: 'e', intent: null, reason: 'invalid-intent:root' }, meta),
    )
    expect(state().trace.slice(1)).toMatchObject([
      { kind: 'dispatch', intent: increment, outcome: 'denied', reason: 'dispatch-in-render' },
      { kind: 'dispatch', intent: { scope: 'plugin', actionType: 'unreadable-intent' }, reason: 'invalid-intent:root' },
    ])
    expect(state().instances['counter@a']?.diagnostics.deniedActions).toBe(2)
  })
})

describe('selectTrace', () => {
  it('selects by instance, package, kind, outcome, reason and number', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@a', NO_GRANTS)
    load('custom@b')
    say('counter@a', increment)
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set' })
    say('custom@b', { scope: 'plugin', actionType: 'dance' })
    const seqs = (filter: Parameters<typeof selectors.selectTrace>[1]): readonly number[] =>
      selectors.selectTrace(state(), filter).map(({ seq }) => seq)
    expect(seqs(undefined)).toEqual([1, 2, 3, 4, 5])
    expect(seqs({ instanceId: 'counter@a' })).toEqual([1, 3, 4])
    expect(seqs({ packageId: 'custom' })).toEqual([2, 5])
    expect(seqs({ kinds: ['load'] })).toEqual([1, 2])
    expect(seqs({ outcome: 'denied' })).toEqual([4])
    expect(seqs({ reasonCode: 'missing-write-grant' })).toEqual([4])
    expect(seqs({ reasonCode: 'no-local-reducer-match', outcome: 'applied' })).toEqual([])
    expect(seqs({ afterSeq: 3 })).toEqual([4, 5])
    expect(seqs({ limit: 2 })).toEqual([4, 5])
    expect(seqs({ limit: 0 })).toEqual([])
  })

  it('gives equal filters the same array until their own records change', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@a')
    load('counter@b')
    const before = selectors.selectTrace(state(), { instanceId: 'counter@b' })
    say('counter@a', increment)
    expect(selectors.selectTrace(state(), { instanceId: 'counter@b' })).toBe(before)
    say('counter@b', increment)
    expect(selectors.selectTrace(state(), { instanceId: 'counter@b' })).not.toBe(before)
  })

  it('answers rightly after more filters than it remembers', () => {
    const { load, selectors, state } = createSampleStore()
    load('counter@a')
    for (let afterSeq = 0; afterSeq < 200; afterSeq += 1) {
      expect(selectors.selectTrace(state(), { afterSeq })).toHaveLength(afterSeq < 1 ? 1 : 0)
    }
  })
})
