import { test } from '@fast-check/vitest'
import { NO_GRANTS, type CapabilityGrants, type JsonValue, type RuntimeState } from '@plugboard/contracts'
import { createPluginStore, envelopeOf } from '@plugboard/store-core'
import { applyPatches, type Patch } from 'immer'
import * as fc from 'fast-check'
import { expect } from 'vitest'

import {
  createSampleStore,
  EVERYTHING,
  lobby,
  notes,
  packageOf,
  reduceCounter,
  registry,
  votes,
} from './sampleDomains.ts'

const ids = ['counter@a', 'counter@b', 'custom@a', 'greeter@a'] as const
const id = fc.oneof(fc.constantFrom(...ids), fc.constantFrom('counter@gone', '__proto__', 'constructor', 'x'))
const domain = fc.oneof(
  fc.constantFrom('votes', 'notes', 'lobby', 'registry'),
  fc.constantFrom('nowhere', '__proto__', ''),
)
const actionType = fc.oneof(
  fc.constantFrom('increment', 'set', 'explode', 'state/replace', 'state/merge'),
  fc.string({ maxLength: 140 }),
)
const payload = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer(),
  fc.constant({ value: 1 }),
) as fc.Arbitrary<JsonValue>
const command = fc.constantFrom('restart-plugin', 'toggle-plugin', 'format-disk', '__proto__')

const intent = fc
  .oneof(
    fc.record(
      { scope: fc.constant('plugin' as const), actionType, payload },
      { requiredKeys: ['scope', 'actionType'] },
    ),
    fc.record(
      { scope: fc.constant('shared' as const), domain, actionType, payload },
      { requiredKeys: ['scope', 'domain', 'actionType'] },
    ),
    fc.record({ scope: fc.constant('system' as const), command }),
  )
  .chain((said) => id.map((instanceId) => ({ ...said, instanceId, packageId: packageOf(instanceId) })))

const grants: fc.Arbitrary<CapabilityGrants> = fc.constantFrom(NO_GRANTS, EVERYTHING, {
  ...NO_GRANTS,
  writeShared: ['votes'],
})

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('intent' as const), intent }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('grants' as const), instanceId: id, grants }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('enable' as const), instanceId: id, enabled: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function run(steps: readonly Step[]): { readonly states: readonly RuntimeState[]; readonly final: RuntimeState } {
  const { actions, load, state, store } = createSampleStore({ traceLimit: 10_000 })
  for (const instanceId of ids) load(instanceId, EVERYTHING)
  const states = [state()]
  const meta = { causeSeq: null, timestamp: 1 }
  for (const [index, taken] of steps.entries()) {
    switch (taken.kind) {
      case 'intent':
        store.dispatch(envelopeOf(taken.intent, { dispatchId: `d${index}`, causeSeq: 0, timestamp: index }))
        break
      case 'grants':
        store.dispatch(actions.grantsChanged({ instanceId: taken.instanceId, grants: taken.grants, by: 'user' }, meta))
        break
      case 'enable':
        store.dispatch(actions.instanceEnabledChanged({ instanceId: taken.instanceId, enabled: taken.enabled }, meta))
    }
    states.push(state())
  }
  return { states, final: state() }
}

/** The model: a plain fold of the applied intents through the bare reducers, with none of the store's machinery. */
function fold(state: RuntimeState): Pick<RuntimeState, 'pluginStateByInstance' | 'shared'> {
  const own: Record<string, JsonValue> = Object.fromEntries(ids.map((instanceId) => [instanceId, { value: 0 }]))
  const domains = { votes, notes, lobby }
  const shared: Record<string, JsonValue> = { votes: { by: {}, total: 0 }, notes: [], lobby: 'closed' }
  for (const record of state.trace) {
    if (record.kind !== 'dispatch' || record.outcome !== 'applied' || record.instanceId === undefined) continue
    const { dispatchId, instanceId, intent: applied } = record
    const context = { instanceId, packageId: packageOf(instanceId), dispatchId }
    switch (applied.scope) {
      case 'plugin':
        own[instanceId] = reduceOwn(own[instanceId] ?? null, applied.actionType, applied.payload, context)
        break
      case 'shared': {
        const { reducer } = domains[applied.domain as keyof typeof domains]
        shared[applied.domain] = reducer(
          shared[applied.domain] ?? null,
          { actionType: applied.actionType, payload: applied.payload },
          context,
        ).next
        break
      }
      case 'system':
    }
  }
  return { pluginStateByInstance: own, shared }
}

function reduceOwn(
  current: JsonValue,
  type: string,
  sent: JsonValue | undefined,
  context: Parameters<typeof reduceCounter>[2],
): JsonValue {
  if (context.packageId === 'counter') return reduceCounter(current, { actionType: type, payload: sent }, context).next
  if (type === 'state/replace') return sent ?? null
  return { ...(current as object), ...(sent as object) }
}

test.prop([fc.array(step, { maxLength: 40 })])('the state is the fold of the applied intents', (steps) => {
  const { final } = run(steps)
  const model = fold(final)
  expect(final.pluginStateByInstance).toEqual(model.pluginStateByInstance)
  expect(final.shared).toEqual(model.shared)
})

test.prop([fc.array(step, { maxLength: 25 })])(
  'each step adds at most its own records, counts them once, and changes state only where it was applied',
  (steps) => {
    const { states } = run(steps)
    for (const [index, before] of states.entries()) {
      const after = states[index + 1]
      const taken = steps[index]
      if (after === undefined || taken === undefined) continue
      if (taken.kind !== 'intent') {
        expect(after.pluginStateByInstance).toBe(before.pluginStateByInstance)
        continue
      }
      expect(after.trace.length).toBe(before.trace.length + 1)
      expect(after.dispatchTrace.count).toBe(before.dispatchTrace.count + 1)
      const record = after.trace.at(-1)
      if (record?.kind !== 'dispatch') throw new Error('an intent was not recorded')
      expect(after.dispatchTrace.lastOutcome).toBe(record.outcome)
      expect(record.reason === undefined).toBe(record.outcome === 'applied')
      if (record.outcome === 'applied') {
        // What was applied can be taken back from its own record.
        const back = applyPatches(after, (record.inverse ?? []) as unknown as Patch[])
        expect(back.pluginStateByInstance).toEqual(before.pluginStateByInstance)
        expect(back.shared).toEqual(before.shared)
      } else {
        expect(after.pluginStateByInstance).toBe(before.pluginStateByInstance)
        expect(after.shared).toBe(before.shared)
      }
    }
  },
)

test.prop([fc.array(step, { maxLength: 25 })])('the same intents give the same state', (steps) => {
  expect(run(steps).final).toEqual(run(steps).final)
})

test.prop([fc.array(step, { maxLength: 15 })])(
  'no view ever holds a domain that is neither open nor granted',
  (steps) => {
    const { selectors } = createPluginStore({ sharedDomains: [votes, notes, lobby], derivedDomains: [registry] })
    for (const state of run(steps).states) {
      for (const instanceId of ids) {
        const granted = selectors.selectGrants(state, instanceId).readShared
        const seen = Object.keys(selectors.selectPluginView(state, instanceId)?.globalState.shared ?? {})
        expect(seen.filter((name) => name !== 'lobby' && !granted.includes(name))).toEqual([])
      }
    }
  },
)

test.prop([
  fc.oneof(
    fc.anything(),
    fc.record({
      type: fc.constantFrom('plugin.local/x', 'plugin.shared.votes/set'),
      payload: fc.anything(),
      meta: fc.anything(),
    }),
  ),
  fc.anything(),
])('no dispatch ever throws, whatever the action and its payload', (action, sent) => {
  const { load, reducer, state } = createSampleStore()
  load('custom@a')
  const base = envelopeOf(
    { scope: 'plugin', actionType: 'state/replace', instanceId: 'custom@a', packageId: 'custom' },
    { dispatchId: 'd', causeSeq: 0, timestamp: 1 },
  )
  reducer(state(), action as never)
  const filled = { ...base, payload: sent }
  const after = reducer(state(), filled)
  expect(after.dispatchTrace.count).toBe(1)
})
