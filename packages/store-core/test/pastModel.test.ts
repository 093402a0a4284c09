import { test } from '@fast-check/vitest'
import { NO_GRANTS, type JsonValue, type RuntimeState } from '@plugboard/contracts'
import type { KnownPast, PastReading } from '@plugboard/store-core'
import * as fc from 'fast-check'
import { expect } from 'vitest'

import { createSampleStore, EVERYTHING, packageOf, type SampleStore } from './sampleDomains.ts'

const meta = { causeSeq: null, timestamp: 1 }
const ids = ['counter@a', 'counter@b', 'custom@c'] as const
const id = fc.constantFrom(...ids)
const small = fc.nat(3)

/** Everything that can happen to a store, in any order: what makes no sense just then changes nothing. */
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('load' as const), id, saved: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('register' as const), id, version: small, saved: fc.option(small) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('own' as const), id, value: small }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('vote' as const), id, value: small }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('note' as const), id, value: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nonsense' as const), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('grant' as const), id, isAll: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('enable' as const), id, enabled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), value: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('draw' as const), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), id, back: fc.nat(8) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const), which: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rewind' as const), back: fc.nat(10) }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never
const deeds = fc.array(deed, { maxLength: 50 })
const RUNS = { numRuns: 400 }

function carryOut({ actions, say, selectors, state, store }: SampleStore, taken: Deed): void {
  const last = selectors.selectLastSeq(state())
  switch (taken.kind) {
    case 'load':
      return void store.dispatch(
        actions.instanceLoading(
          {
            identity: { instanceId: taken.id, packageId: packageOf(taken.id) },
            grants: EVERYTHING,
            stateVersion: 1,
            ...(taken.saved ? { state: { value: 70 } } : {}),
          },
          meta,
        ),
      )
    case 'register':
      return void store.dispatch(
        actions.instanceRegistered(
          {
            plugin: {
              instanceId: taken.id,
              packageId: packageOf(taken.id),
              title: 'Sample',
              widgets: ['main'],
              handlers: {},
              initialState: { value: 0 },
            },
            // A version changes with a state, as it does for a reload.
            ...(taken.saved === null ? {} : { state: { value: taken.saved }, stateVersion: taken.version }),
          },
          meta,
        ),
      )
    case 'own':
      return say(taken.id, packageOf(taken.id) === 'counter' ? set(taken.value) : merge(taken.value))
    case 'vote':
      return say(taken.id, { scope: 'shared', domain: 'votes', actionType: 'set', payload: taken.value })
    case 'note':
      return say(taken.id, { scope: 'shared', domain: 'notes', actionType: 'add', payload: taken.value })
    case 'nonsense':
      return say(taken.id, { scope: 'shared', domain: 'nowhere', actionType: 'set' })
    case 'remove':
      return void store.dispatch(actions.instanceRemoved({ instanceId: taken.id }, meta))
    case 'grant':
      return void store.dispatch(
        actions.grantsChanged({ instanceId: taken.id, grants: taken.isAll ? EVERYTHING : NO_GRANTS, by: 'user' }, meta),
      )
    case 'enable':
      return void store.dispatch(actions.instanceEnabledChanged({ instanceId: taken.id, enabled: taken.enabled }, meta))
    case 'restart':
      return void store.dispatch(actions.instanceRestarted({ instanceId: taken.id, attempt: 1 }, meta))
    case 'restore':
      return void store.dispatch(actions.domainsRestored({ domains: { notes: [String(taken.value)] } }, meta))
    case 'draw':
      return void store.dispatch(actions.traceRecorded({ kind: 'quarantine', instanceId: taken.id, attempt: 1 }, meta))
    case 'undo':
      return void store.dispatch(
        actions.changesUndone({ instanceId: taken.id, sinceSeq: Math.max(0, last - taken.back) }, meta),
      )
    case 'redo': {
      const undoSeq = state()
        .trace.filter(({ kind }) => kind === 'undo' || kind === 'rewind')
        .at(-1 - taken.which)?.seq
      return void store.dispatch(actions.undoTakenBack({ undoSeq: undoSeq ?? 0 }, meta))
    }
    case 'rewind':
      return void store.dispatch(actions.stateRewound({ toSeq: Math.max(0, last - taken.back) }, meta))
  }
}

const set = (value: JsonValue) => ({ scope: 'plugin', actionType: 'set', payload: value }) as const
const merge = (value: JsonValue) => ({ scope: 'plugin', actionType: 'state/merge', payload: { value } }) as const

interface Run {
  readonly kit: SampleStore
  /** The state right after each record that was the last of its action. */
  readonly snapshots: ReadonlyMap<number, RuntimeState>
  /** Every state, in order. */
  readonly states: readonly RuntimeState[]
}

function run(taken: readonly Deed[], traceLimit = 10_000): Run {
  const kit = createSampleStore({ traceLimit })
  const snapshots = new Map([[0, kit.state()]])
  const states = [kit.state()]
  for (const done of taken) {
    const before = kit.selectors.selectLastSeq(kit.state())
    carryOut(kit, done)
    const after = kit.state()
    states.push(after)
    const last = kit.selectors.selectLastSeq(after)
    if (last > before) snapshots.set(last, after)
  }
  return { kit, snapshots, states }
}

/** What the past promises of a state, in the order of the cards. */
function essence(state: RuntimeState): unknown {
  const { dispatchTrace, grantsByInstance, instances, shared, trace } = state
  return {
    shared,
    grants: { ...grantsByInstance },
    instances: Object.entries(instances).map(([key, { diagnostics, enabled, packageId }]) => [
      key,
      packageId,
      enabled,
      diagnostics.deniedActions,
    ]),
    dispatchTrace: {
      ...dispatchTrace,
      byPackage: { ...dispatchTrace.byPackage },
      deniedByReason: { ...dispatchTrace.deniedByReason },
    },
    trace,
  }
}

function known(reading: PastReading): KnownPast {
  expect(reading.outcome).toBe('known')
  return reading as KnownPast
}

/** An instance that had no state yet has the first one that it got: nothing could have seen it without. */
function expectedOwn(seq: number, { snapshots, states }: Run): Readonly<Record<string, JsonValue>> {
  const snapshot = snapshots.get(seq) as RuntimeState
  const own: Record<string, JsonValue> = { ...snapshot.pluginStateByInstance }
  const later = states.slice(states.indexOf(snapshot) + 1)
  for (const key of Object.keys(snapshot.instances)) {
    if (Object.hasOwn(own, key)) continue
    for (const state of later) {
      if (!Object.hasOwn(state.instances, key)) break
      const first = state.pluginStateByInstance[key]
      if (first === undefined) continue
      own[key] = first
      break
    }
  }
  return own
}

test.prop([deeds, fc.array(fc.nat(60), { maxLength: 12 })], RUNS)(
  'the state at each record is what it was then, in whatever order one asks',
  (taken, order) => {
    const played = run(taken)
    const { kit, snapshots } = played
    const seqs = [...snapshots.keys()]
    const asked = [...order.map((index) => seqs[index % seqs.length] ?? 0), ...seqs, ...seqs.toReversed()]
    for (const seq of asked) {
      const { isSummaryComplete, state } = known(kit.selectors.selectStateAt(kit.state(), seq))
      expect(essence(state)).toEqual(essence(snapshots.get(seq) as RuntimeState))
      if (seq < kit.selectors.selectLastSeq(kit.state())) {
        expect({ ...state.pluginStateByInstance }).toEqual(expectedOwn(seq, played))
      }
      expect(isSummaryComplete).toBe(true)
    }
  },
)

test.prop([deeds, fc.integer({ min: 1, max: 20 })], RUNS)(
  'with a short trace, what is told is true and what has left is said to be missing',
  (taken, traceLimit) => {
    const { kit, snapshots } = run(taken, traceLimit)
    const { trace } = kit.state()
    const firstKnown = (trace[0]?.seq ?? 1) - 1
    for (const [seq, snapshot] of snapshots) {
      const reading = kit.selectors.selectStateAt(kit.state(), seq)
      if (seq < firstKnown) {
        expect(reading).toMatchObject({ outcome: 'missing', reason: 'left-trace', known: { fromSeq: firstKnown } })
        continue
      }
      const { isSummaryComplete, state } = known(reading)
      expect(state.shared).toEqual(snapshot.shared)
      expect(Object.keys(state.instances)).toEqual(Object.keys(snapshot.instances))
      expect(state.dispatchTrace.count).toBe(snapshot.dispatchTrace.count)
      if (isSummaryComplete) expect(state.dispatchTrace).toEqual(snapshot.dispatchTrace)
    }
  },
)

test.prop([deeds, fc.nat(50)], RUNS)(
  'going back changes the state of plugins and nothing that persons decided',
  (taken, back) => {
    const played = run(taken)
    const { kit } = played
    const before = kit.state()
    const toSeq = Math.max(0, kit.selectors.selectLastSeq(before) - back)
    const plan = kit.planRewind(before, toSeq)
    kit.store.dispatch(kit.actions.stateRewound({ toSeq }, meta))
    const after = kit.state()
    expect(after !== before).toBe(plan.isChange)
    expect(after.instances).toBe(before.instances)
    expect(after.grantsByInstance).toBe(before.grantsByInstance)
    const then = known(kit.selectors.selectStateAt(before, toSeq)).state
    if (plan.gone.length === 0) expect(after.shared).toEqual(then.shared)
    for (const key of Object.keys(after.instances)) {
      if (plan.kept.includes(key)) expect(after.pluginStateByInstance[key]).toBe(before.pluginStateByInstance[key])
      else if (!plan.restarted.includes(key))
        expect(after.pluginStateByInstance[key]).toEqual(then.pluginStateByInstance[key])
    }
    // Whoever is gone is in no domain that forgets who leaves.
    const { by } = after.shared['votes'] as { readonly by: Readonly<Record<string, number>> }
    for (const key of plan.gone) expect(by).not.toHaveProperty([key])
  },
)

test.prop([deeds, fc.nat(50)], RUNS)(
  'a rewind is one record that one redo takes back, with what counts',
  (taken, back) => {
    const { kit } = run(taken)
    const before = kit.state()
    const last = kit.selectors.selectLastSeq(before)
    kit.store.dispatch(kit.actions.stateRewound({ toSeq: Math.max(0, last - back) }, meta))
    const rewound = kit.state()
    if (rewound === before) return
    expect(kit.selectors.selectLastSeq(rewound)).toBe(last + 1)
    expect(rewound.trace.at(-1)).toMatchObject({ kind: 'rewind' })
    kit.store.dispatch(kit.actions.undoTakenBack({ undoSeq: last + 1 }, meta))
    const again = kit.state()
    expect({ ...again.pluginStateByInstance }).toEqual({ ...before.pluginStateByInstance })
    expect({ ...again.shared }).toEqual({ ...before.shared })
    for (let seq = 1; seq <= last; seq += 1) {
      expect(kit.selectors.selectUndoneBy(again, seq)).toBe(kit.selectors.selectUndoneBy(before, seq))
    }
    // Not twice.
    kit.store.dispatch(kit.actions.undoTakenBack({ undoSeq: last + 1 }, meta))
    expect(kit.state()).toBe(again)
  },
)

test.prop([deeds, fc.nat(30)], RUNS)('what counts after a rewind is what counted then', (taken, back) => {
  const { kit, snapshots } = run(taken)
  const toSeq = Math.max(0, kit.selectors.selectLastSeq(kit.state()) - back)
  const snapshot = snapshots.get(toSeq)
  kit.store.dispatch(kit.actions.stateRewound({ toSeq }, meta))
  const { trace } = kit.state()
  if (snapshot === undefined || trace.at(-1)?.kind !== 'rewind') return
  for (const { inverse, kind, seq } of trace) {
    if (kind !== 'dispatch' || inverse === undefined) continue
    const counts = kit.selectors.selectUndoneBy(kit.state(), seq) === undefined
    const counted = seq <= toSeq && kit.selectors.selectUndoneBy(snapshot, seq) === undefined
    expect([seq, counts]).toEqual([seq, counted])
  }
})
