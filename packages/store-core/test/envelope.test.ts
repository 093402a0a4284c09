import { test } from '@fast-check/vitest'
import type { StampedIntent } from '@plugboard/contracts'
import { createPluginStore, envelopeOf, intentOf, isPluginActionEnvelope } from '@plugboard/store-core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createSampleStore, EVERYTHING } from './sampleDomains.ts'

const { actions } = createPluginStore()
const identity = { instanceId: 'counter@a', packageId: 'counter' }
const stamp = { dispatchId: 'd1', causeSeq: 4, timestamp: 1_700_000_000_000 }
const meta = { causeSeq: 4, timestamp: 1_700_000_000_000 }
const error = { code: 'PLUGIN_THREW', message: 'x' } as const

/** One action of every creator: a creator without an entry does not compile. */
const samples: { readonly [K in keyof typeof actions]: ReturnType<(typeof actions)[K]> } = {
  instanceLoading: actions.instanceLoading({ identity, grants: EVERYTHING }, meta),
  instanceRegistered: actions.instanceRegistered(
    { plugin: { ...identity, title: 'T', widgets: [], handlers: {} } },
    meta,
  ),
  instanceFailed: actions.instanceFailed({ instanceId: 'counter@a', error }, meta),
  instanceStatusChanged: actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'ready' }, meta),
  instanceRestarted: actions.instanceRestarted({ instanceId: 'counter@a', attempt: 1 }, meta),
  instanceRemoved: actions.instanceRemoved({ instanceId: 'counter@a' }, meta),
  instanceEnabledChanged: actions.instanceEnabledChanged({ instanceId: 'counter@a', enabled: true }, meta),
  grantsChanged: actions.grantsChanged({ instanceId: 'counter@a', grants: EVERYTHING, by: 'user' }, meta),
  domainsRestored: actions.domainsRestored({ domains: { votes: 3 } }, meta),
  pluginActionDispatched: actions.pluginActionDispatched(
    { scope: 'plugin', actionType: 'increment', ...identity },
    stamp,
  ),
  sharedActionDispatched: actions.sharedActionDispatched(
    { scope: 'shared', domain: 'votes', actionType: 'set', payload: 3, ...identity },
    stamp,
  ),
  systemCommandDispatched: actions.systemCommandDispatched(
    { scope: 'system', command: 'restart-plugin', ...identity },
    stamp,
  ),
  intentDenied: actions.intentDenied({ identity, dispatchId: 'd1', intent: null, reason: 'forged-identity' }, meta),
  changesUndone: actions.changesUndone({ instanceId: 'counter@a', sinceSeq: 0 }, meta),
  undoTakenBack: actions.undoTakenBack({ undoSeq: 3 }, meta),
  stateRewound: actions.stateRewound({ toSeq: 3 }, meta),
  traceRecorded: actions.traceRecorded({ kind: 'quarantine', instanceId: 'counter@a', attempt: 1 }, meta),
}

describe('every action', () => {
  it.each(Object.entries(samples))('%s says when it happened and what caused it, as data', (_name, action) => {
    expect(action.meta).toMatchObject(meta)
    expect(Object.keys(action).toSorted()).toEqual(['meta', 'payload', 'type'])
    expect(structuredClone(action)).toEqual(action)
  })

  it.each(['pluginActionDispatched', 'sharedActionDispatched', 'systemCommandDispatched'] as const)(
    '%s is a whole envelope',
    (name) => {
      expect(isPluginActionEnvelope(samples[name])).toBe(true)
      expect(samples[name].meta).toMatchObject({ ...identity, ...stamp })
    },
  )

  it('has the documented form', () => {
    expect(samples.pluginActionDispatched).toEqual({
      type: 'plugin.local/increment',
      payload: undefined,
      meta: { ...stamp, ...identity, scope: 'plugin' },
    })
    expect(samples.sharedActionDispatched).toEqual({
      type: 'plugin.shared.votes/set',
      payload: 3,
      meta: { ...stamp, ...identity, scope: 'shared', domain: 'votes' },
    })
    expect(samples.systemCommandDispatched).toEqual({
      type: 'plugin.system/restart-plugin',
      payload: undefined,
      meta: { ...stamp, ...identity, scope: 'system' },
    })
  })
})

describe('isPluginActionEnvelope', () => {
  const whole = samples.sharedActionDispatched

  it.each(['dispatchId', 'instanceId', 'packageId', 'scope', 'domain', 'causeSeq', 'timestamp'])(
    'refuses an action whose meta lacks %s, and the reducer leaves it alone',
    (key) => {
      const { [key as 'scope']: _, ...rest } = whole.meta
      const action = { ...whole, meta: rest }
      expect(isPluginActionEnvelope(action)).toBe(false)
      const { load, state, store } = createSampleStore()
      load('counter@a')
      const before = state()
      store.dispatch(action)
      expect(state()).toBe(before)
    },
  )

  it.each([
    [
      'a domain outside the shared scope',
      { ...samples.pluginActionDispatched, meta: { ...samples.pluginActionDispatched.meta, domain: 'votes' } },
    ],
    [
      'a domain in a command',
      { ...samples.systemCommandDispatched, meta: { ...samples.systemCommandDispatched.meta, domain: 'votes' } },
    ],
    ['a type of another scope', { ...whole, type: 'plugin.local/set' }],
    ['a type of another domain', { ...whole, type: 'plugin.shared.notes/set' }],
    ['a negative cause', { ...whole, meta: { ...whole.meta, causeSeq: -1 } }],
    ['a time that is none', { ...whole, meta: { ...whole.meta, timestamp: Number.NaN } }],
    ['no type', { ...whole, type: undefined }],
    ['no meta', { type: whole.type, payload: 1 }],
  ])('refuses %s', (_name, action) => {
    expect(isPluginActionEnvelope(action)).toBe(false)
  })

  it('refuses what is no action at all', () => {
    for (const value of [null, undefined, 1, 'x', [], () => 1]) expect(isPluginActionEnvelope(value)).toBe(false)
  })
})

const anyIntent: fc.Arbitrary<StampedIntent> = fc
  .oneof(
    fc.record({ scope: fc.constant('plugin' as const), actionType: fc.string() }),
    fc.record({ scope: fc.constant('shared' as const), domain: fc.string(), actionType: fc.string() }),
    fc.record({ scope: fc.constant('system' as const), command: fc.string(), payload: fc.constant(1) }),
  )
  .map((intent) => ({ ...intent, ...identity }))

test.prop([anyIntent])('an envelope carries its intent there and back, whatever the names in it', (intent) => {
  const envelope = envelopeOf(intent, stamp)
  expect(isPluginActionEnvelope(envelope)).toBe(true)
  expect({ ...intentOf(envelope), ...identity }).toEqual(intent)
})
