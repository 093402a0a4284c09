import { NO_GRANTS } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { createSampleStore, EVERYTHING } from './sampleDomains.ts'

const NAMES = ['__proto__', 'constructor', 'hasOwnProperty', 'prototype', 'toString']
const meta = { causeSeq: null, timestamp: 1 }

describe.each(NAMES)('the name %s', (name) => {
  it('is no instance, package or domain, and finds none', () => {
    const { actions, getInitialState, say, selectors, state, store } = createSampleStore()
    const identity = { instanceId: name, packageId: name }
    const plugin = { ...identity, title: 'T', widgets: [], handlers: {} }
    store.dispatch(actions.instanceLoading({ identity, grants: EVERYTHING }, meta))
    store.dispatch(actions.instanceRegistered({ plugin }, meta))
    store.dispatch(actions.instanceStatusChanged({ instanceId: name, status: 'ready' }, meta))
    store.dispatch(actions.grantsChanged({ instanceId: name, grants: EVERYTHING, by: 'policy' }, meta))
    store.dispatch(actions.instanceRemoved({ instanceId: name }, meta))
    expect(state()).toBe(getInitialState())
    say(name, { scope: 'shared', domain: name, actionType: 'set', payload: 1 })
    expect(state().dispatchTrace.byPackage).toEqual({})
    expect(selectors.selectPluginView(state(), name)).toBeNull()
    expect(selectors.selectPluginState(state(), name)).toBeUndefined()
    expect(selectors.selectInstance(state(), name)).toBeUndefined()
    expect(selectors.selectInstancesByPackage(state(), name)).toEqual([])
    expect(selectors.selectGrants(state(), name)).toBe(NO_GRANTS)
  })

  it('is found nowhere in a state that was restored from JSON, and so has prototypes', () => {
    const first = createSampleStore()
    first.load('counter@a')
    const restored = createSampleStore({ preloadedState: JSON.parse(JSON.stringify(first.state())) })
    expect(restored.selectors.selectPluginView(restored.state(), name)).toBeNull()
    restored.say(name, { scope: 'plugin', actionType: 'increment' })
    expect(restored.state().dispatchTrace.lastOutcome).toBe('denied')
    restored.say('counter@a', { scope: 'plugin', actionType: 'increment' })
    expect(restored.state().pluginStateByInstance['counter@a']).toEqual({ value: 1 })
  })

  it('leaves every prototype as it was', () => {
    const { load, say } = createSampleStore()
    load('custom@a', EVERYTHING)
    const payload = JSON.parse(`{"${name}":{"polluted":true}}`)
    say('custom@a', { scope: 'plugin', actionType: 'state/merge', payload })
    say('custom@a', { scope: 'plugin', actionType: 'state/replace', payload })
    say('custom@a', { scope: 'shared', domain: 'votes', actionType: name, payload })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

it('the maps of the state have no prototype, before and after they were written', () => {
  const { load, say, selectors, state } = createSampleStore()
  const maps = () => [
    state().instances,
    state().pluginStateByInstance,
    state().grantsByInstance,
    state().shared,
    state().dispatchTrace.byPackage,
    state().dispatchTrace.deniedByReason,
    selectors.selectInstanceCountByPackage(state()),
  ]
  const areBare = (): boolean => maps().every((map) => Object.getPrototypeOf(map) === null)
  expect(areBare()).toBe(true)
  load('counter@a')
  say('counter@a', { scope: 'plugin', actionType: 'increment' })
  say('counter@a', { scope: 'shared', domain: 'nowhere', actionType: 'set' })
  say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
  expect(areBare()).toBe(true)
})
