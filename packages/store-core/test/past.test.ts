import { NO_GRANTS, type JsonValue, type RuntimeState } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { createSampleStore, type SampleStore } from './sampleDomains.ts'

const meta = { causeSeq: null, timestamp: 9 }
const set = (value: JsonValue) => ({ scope: 'plugin', actionType: 'set', payload: value }) as const
const vote = (value: number) => ({ scope: 'shared', domain: 'votes', actionType: 'set', payload: value }) as const

const last = ({ state }: SampleStore): number => state().trace.at(-1)?.seq ?? 0

function at(kit: SampleStore, seq: number): RuntimeState {
  const reading = kit.selectors.selectStateAt(kit.state(), seq)
  if (reading.outcome === 'missing') throw new Error(`Nothing is known of ${seq}: ${reading.reason}.`)
  return reading.state
}

describe('the past', () => {
  it('has who was unloaded since, as it was and in its place', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.load('counter@b', NO_GRANTS)
    kit.load('counter@c')
    kit.say('counter@a', set(7))
    const seq = last(kit)
    kit.store.dispatch(kit.actions.instanceRemoved({ instanceId: 'counter@a' }, meta))
    const past = at(kit, seq)
    expect(Object.keys(past.instances)).toEqual(['counter@a', 'counter@b', 'counter@c'])
    expect(past.pluginStateByInstance['counter@a']).toEqual({ value: 7 })
    expect(past.grantsByInstance['counter@a']).toEqual(kit.selectors.selectGrants(kit.state(), 'counter@c'))
  })

  it('has nobody who was not there yet', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.load('counter@b')
    const past = at(kit, 1)
    expect(Object.keys(past.instances)).toEqual(['counter@a'])
    expect(past.grantsByInstance).not.toHaveProperty('counter@b')
    expect(at(kit, 0).instances).toEqual({})
  })

  it('shows an instance with its first state from its load on', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.say('counter@a', set(7))
    expect(at(kit, 1).pluginStateByInstance['counter@a']).toEqual({ value: 0 })
  })

  it('has the status that a failure, a restart and a quarantine found', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    const error = { code: 'RUNTIME_TIMEOUT', message: 'x' } as const
    kit.store.dispatch(kit.actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'error', error }, meta))
    const failed = last(kit)
    kit.store.dispatch(kit.actions.instanceRestarted({ instanceId: 'counter@a', attempt: 1 }, meta))
    kit.store.dispatch(
      kit.actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'quarantined', error }, meta),
    )
    const statuses = [failed - 1, failed, last(kit)].map((seq) => at(kit, seq).instances['counter@a']?.status)
    expect(statuses).toEqual(['ready', 'error', 'quarantined'])
  })

  it('derives its views with selectors of its own', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.say('counter@a', vote(3))
    const seq = last(kit)
    kit.say('counter@a', vote(5))
    const view = kit.selectors.selectPluginView(kit.state(), 'counter@a')
    const past = kit.createSelectors().selectPluginView(at(kit, seq), 'counter@a')
    expect(past?.globalState.shared['votes']).toEqual({ total: 3 })
    expect(kit.selectors.selectPluginView(kit.state(), 'counter@a')).toBe(view)
  })

  it('says what it does not know, and from where on it knows', () => {
    const kit = createSampleStore({ traceLimit: 2 })
    kit.load('counter@a')
    for (let value = 1; value < 5; value += 1) kit.say('counter@a', set(value))
    const known = { fromSeq: 3, toSeq: 5 }
    expect(kit.selectors.selectStateAt(kit.state(), 2)).toEqual({
      outcome: 'missing',
      seq: 2,
      reason: 'left-trace',
      known,
    })
    expect(at(kit, 3).pluginStateByInstance['counter@a']).toEqual({ value: 2 })
    for (const seq of [6, -1, 0.5, Number.NaN]) {
      expect(kit.selectors.selectStateAt(kit.state(), seq)).toMatchObject({ outcome: 'missing', reason: 'no-record' })
    }
  })

  it('does not say who was denied last when that has left the trace', () => {
    const kit = createSampleStore({ traceLimit: 3 })
    kit.load('counter@a', NO_GRANTS)
    kit.say('counter@a', vote(1))
    for (let value = 1; value < 4; value += 1) kit.say('counter@a', set(value))
    kit.say('counter@a', vote(2))
    const reading = kit.selectors.selectStateAt(kit.state(), last(kit) - 1)
    expect(reading).toMatchObject({
      isSummaryComplete: false,
      state: { dispatchTrace: { lastDenial: null, byOutcome: { denied: 1 } } },
    })
  })

  it.each<readonly [string, object]>([
    ['has no patches where it must have some', { inverse: undefined }],
    [
      'has patches for a place that is not there',
      { inverse: [{ op: 'replace', path: ['shared', 'gone', 'x', 'y'], value: 1 }] },
    ],
  ])('stops before a record of elsewhere that %s', (_name, forged) => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.say('counter@a', set(1))
    kit.say('counter@a', set(2))
    const state = kit.state()
    const trace = state.trace.map((record) => (record.seq === 2 ? { ...record, ...forged } : record))
    const read = (seq: number) => kit.selectors.selectStateAt({ ...state, trace }, seq)
    expect(read(2)).toMatchObject({ outcome: 'known', state: { pluginStateByInstance: { 'counter@a': { value: 1 } } } })
    expect(read(1)).toMatchObject({ outcome: 'missing', reason: 'does-not-fit', known: { fromSeq: 2, toSeq: 3 } })
  })

  it('takes nobody else’s word for what a record changed', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    const before = kit.state()
    for (const kind of ['dispose', 'rewind', 'state', 'error']) {
      const inverse = [{ op: 'replace', path: ['shared', 'votes'], value: { by: {}, total: 99 } }]
      const entry = { kind, instanceId: 'counter@a', packageId: 'counter', inverse }
      kit.store.dispatch(kit.actions.traceRecorded(entry as never, meta))
    }
    expect(kit.state()).toBe(before)
  })

  it('costs a neighbour one record, not the whole trace', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    for (let value = 1; value <= 40; value += 1) kit.say('counter@a', set(value))
    let reads = 0
    const trace = kit.state().trace.map((record) =>
      Object.defineProperty({ ...record }, 'inverse', {
        get: () => {
          reads += 1
          return record.inverse
        },
      }),
    )
    const state = { ...kit.state(), trace }
    for (const [seq, most] of [
      [20, 22],
      [19, 1],
      [20, 0],
      [17, 3],
    ] as const) {
      reads = 0
      expect(kit.selectors.selectStateAt(state, seq).outcome).toBe('known')
      expect(reads).toBeLessThanOrEqual(most)
    }
  })
})

describe('going back', () => {
  it('starts instances that were loaded since from their first state, and keeps who is gone gone', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.load('counter@b')
    kit.say('counter@a', vote(3))
    kit.say('counter@b', vote(4))
    const seq = last(kit)
    kit.store.dispatch(kit.actions.instanceRemoved({ instanceId: 'counter@b' }, meta))
    kit.load('counter@c')
    kit.say('counter@c', set(9))
    kit.say('counter@c', vote(9))
    expect(kit.planRewind(kit.state(), seq)).toMatchObject({ restarted: ['counter@c'], gone: ['counter@b'], kept: [] })
    kit.store.dispatch(kit.actions.stateRewound({ toSeq: seq }, meta))
    expect(kit.state().shared['votes']).toEqual({ by: { 'counter@a': 3 }, total: 3 })
    expect(kit.state().pluginStateByInstance).toEqual({ 'counter@a': { value: 0 }, 'counter@c': { value: 0 } })
  })

  it('keeps the state of an instance whose code understands another version since', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.say('counter@a', set(3))
    const plugin = { instanceId: 'counter@a', packageId: 'counter', title: 'T', widgets: [], handlers: {} }
    kit.store.dispatch(kit.actions.instanceRegistered({ plugin, state: { count: 3 }, stateVersion: 2 }, meta))
    expect(kit.planRewind(kit.state(), 1)).toMatchObject({ kept: ['counter@a'] })
    kit.store.dispatch(kit.actions.stateRewound({ toSeq: 1 }, meta))
    expect(kit.state().pluginStateByInstance['counter@a']).toEqual({ count: 3 })
  })

  it('gives no grant back that was taken, and wakes nobody who was paused', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.say('counter@a', set(3))
    kit.store.dispatch(kit.actions.grantsChanged({ instanceId: 'counter@a', grants: NO_GRANTS, by: 'user' }, meta))
    kit.store.dispatch(kit.actions.instanceEnabledChanged({ instanceId: 'counter@a', enabled: false }, meta))
    kit.store.dispatch(kit.actions.stateRewound({ toSeq: 1 }, meta))
    expect(kit.state().trace.at(-1)?.kind).toBe('rewind')
    expect(kit.selectors.selectGrants(kit.state(), 'counter@a')).toEqual(NO_GRANTS)
    expect(kit.state().instances['counter@a']?.enabled).toBe(false)
  })

  it('changes nothing when the past is incomplete, unknown or the present', () => {
    const kit = createSampleStore({ traceLimit: 2 })
    kit.load('counter@a')
    for (let value = 1; value < 5; value += 1) kit.say('counter@a', set(value))
    const before = kit.state()
    expect(kit.planRewind(before, 1)).toMatchObject({ missing: { reason: 'left-trace' }, isChange: false })
    for (const toSeq of [1, 5, 6, -1, 0.5, Number.NaN, '3', null, {}]) {
      kit.store.dispatch(kit.actions.stateRewound({ toSeq: toSeq as number }, meta))
    }
    expect(kit.state()).toBe(before)
  })

  it('leaves an undo behind, whose redo then has nothing to bring back', () => {
    const kit = createSampleStore()
    kit.load('counter@a')
    kit.say('counter@a', set(3))
    const seq = last(kit)
    kit.store.dispatch(kit.actions.changesUndone({ instanceId: 'counter@a', sinceSeq: 0 }, meta))
    const undoSeq = last(kit)
    kit.store.dispatch(kit.actions.stateRewound({ toSeq: seq }, meta))
    expect(kit.state().pluginStateByInstance['counter@a']).toEqual({ value: 3 })
    expect(kit.selectors.selectUndoneBy(kit.state(), seq)).toBeUndefined()
    const before = kit.state()
    kit.store.dispatch(kit.actions.undoTakenBack({ undoSeq }, meta))
    expect(kit.state()).toBe(before)
  })
})
