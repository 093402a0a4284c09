import type { JsonValue } from '@plugboard/contracts'
import { planUndo } from '@plugboard/store-core'
import { describe, expect, it } from 'vitest'

import { createSampleStore, EVERYTHING } from './sampleDomains.ts'

const META = { causeSeq: null, timestamp: 5 }
const IDENTITY = { instanceId: 'counter@a', packageId: 'counter' }

function createRestored() {
  const sample = createSampleStore()
  const loading = {
    identity: IDENTITY,
    grants: EVERYTHING,
    title: 'Tally',
    declaredId: 'tally',
    state: { value: 7 },
    stateVersion: 2,
    enabled: false,
    lastDelivered: 12,
  }
  sample.store.dispatch(sample.actions.instanceLoading(loading, META))
  return sample
}

describe('an instance that comes back', () => {
  it('has its state, pause, number and version before its code is there', () => {
    const { state } = createRestored()
    expect(state().instances['counter@a']).toMatchObject({
      status: 'loading',
      title: 'Tally',
      declaredId: 'tally',
      enabled: false,
      stateVersion: 2,
      lastDelivered: 12,
    })
    expect(state().pluginStateByInstance['counter@a']).toEqual({ value: 7 })
  })

  it('keeps all of it when its code fails', () => {
    const { actions, state, store } = createRestored()
    const before = state().pluginStateByInstance
    const error = { code: 'PLUGIN_THREW', message: 'No.' } as const
    store.dispatch(actions.instanceFailed({ instanceId: 'counter@a', error }, META))
    expect(state().pluginStateByInstance).toBe(before)
    expect(state().instances['counter@a']).toMatchObject({ status: 'error', stateVersion: 2, lastDelivered: 12 })
  })

  it('keeps its state when its code is there, and takes the version that the code understands', () => {
    const { actions, state, store } = createRestored()
    const plugin = { ...IDENTITY, title: 'Counter', widgets: [], handlers: {}, initialState: { value: 0 } }
    store.dispatch(actions.instanceRegistered({ plugin, stateVersion: 3 }, META))
    expect(state().pluginStateByInstance['counter@a']).toEqual({ value: 7 })
    expect(state().instances['counter@a']).toMatchObject({ enabled: false, stateVersion: 3, lastDelivered: 12 })
  })
})

describe('domains that come back', () => {
  it('have the states that were saved; others stay, and what is no domain is left out', () => {
    const { actions, state, store } = createSampleStore()
    const notes = state().shared['notes']
    const domains = { votes: { by: { 'counter@a': 3 }, total: 3 }, registry: 1, unknown: 1, constructor: 1 }
    store.dispatch(actions.domainsRestored({ domains }, META))
    expect({ ...state().shared }).toEqual({ votes: domains.votes, notes: [], lobby: 'closed' })
    expect(state().shared['notes']).toBe(notes)
    expect(Object.getPrototypeOf(state().shared)).toBeNull()
    expect(Object.isFrozen(state().shared['votes'])).toBe(true)
  })

  it('are left as they are where what was saved is no JSON data, and do not keep the others from coming back', () => {
    const { actions, state, store } = createSampleStore()
    const before = state().shared
    const domains = {
      votes: { by: undefined } as unknown as JsonValue,
      notes: JSON.parse('{"__proto__":1}') as JsonValue,
      lobby: 'open',
    }
    store.dispatch(actions.domainsRestored({ domains }, META))
    expect(state().shared['lobby']).toBe('open')
    expect(state().shared['votes']).toBe(before['votes'])
    expect(state().shared['notes']).toBe(before['notes'])
  })

  it('are reduced on from there', () => {
    const { actions, load, say, state, store } = createSampleStore()
    store.dispatch(actions.domainsRestored({ domains: { votes: { by: { 'counter@b': 3 }, total: 3 } } }, META))
    load('counter@a')
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 4 })
    expect(state().shared['votes']).toEqual({ by: { 'counter@b': 3, 'counter@a': 4 }, total: 7 })
  })

  it('are written by the host: what was written to them before is not taken back any more', () => {
    const { actions, load, say, state, store } = createSampleStore()
    load('counter@a')
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 4 })
    say('counter@a', { scope: 'plugin', actionType: 'increment' })
    store.dispatch(actions.domainsRestored({ domains: { votes: { by: { 'counter@a': 9 }, total: 9 } } }, META))
    const written = state().trace.at(-1)
    expect(written).toMatchObject({ kind: 'state', causeSeq: null, at: 5 })
    expect(planUndo(state(), { instanceId: 'counter@a', sinceSeq: 0 })).toMatchObject({
      reverted: [3],
      conflicts: [{ seq: 2, by: [{ seq: written?.seq }] }],
    })
  })
})
