import { NO_GRANTS, type RuntimeErrorShape } from '@plugboard/contracts'
import { defineSharedDomain } from '@plugboard/store-core'
import { describe, expect, it, vi } from 'vitest'

import { createSampleStore, EVERYTHING } from './sampleDomains.ts'

const meta = { causeSeq: null, timestamp: 5 }
const identity = { instanceId: 'counter@a', packageId: 'counter' }
const plugin = { ...identity, title: 'Counter', widgets: ['main'], handlers: {}, initialState: { value: 0 } }
const stopped: RuntimeErrorShape = { code: 'RUNTIME_TIMEOUT', message: 'The handler ran too long.' }

describe('loading', () => {
  it('goes from loading to ready, and takes over what the plugin says of itself', () => {
    const { actions, state, store } = createSampleStore()
    store.dispatch(actions.instanceLoading({ identity, grants: NO_GRANTS, codeDigest: 'abc' }, meta))
    expect(state().instances['counter@a']).toMatchObject({
      status: 'loading',
      title: 'counter',
      enabled: true,
      widgets: [],
    })
    store.dispatch(
      actions.instanceRegistered({ plugin: { ...plugin, declaredId: 'tally', description: 'Counts.' } }, meta),
    )
    expect(state().instances['counter@a']).toEqual({
      ...identity,
      declaredId: 'tally',
      title: 'Counter',
      description: 'Counts.',
      widgets: ['main'],
      enabled: true,
      status: 'ready',
      diagnostics: { loadErrors: [], deniedActions: 0, restarts: 0 },
    })
    expect(state().trace).toEqual([
      { seq: 1, causeSeq: null, at: 5, kind: 'load', ...identity, codeDigest: 'abc', granted: NO_GRANTS },
    ])
  })

  it('takes a spoofed or colliding declared id as text: nothing is keyed by it', () => {
    const { actions, load, say, state, store } = createSampleStore()
    load('counter@b')
    store.dispatch(actions.instanceRegistered({ plugin: { ...plugin, declaredId: 'counter@b' } }, meta))
    say('counter@a', { scope: 'plugin', actionType: 'increment' })
    expect(state().pluginStateByInstance).toEqual({ 'counter@a': { value: 1 }, 'counter@b': { value: 0 } })
  })

  it('leaves an instance alone that is alive when its id is loaded again', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a', EVERYTHING)
    const before = state()
    store.dispatch(actions.instanceLoading({ identity, grants: NO_GRANTS }, meta))
    expect(state()).toBe(before)
  })

  it('keeps the state of an instance that is registered again, unless a state is given', () => {
    const { actions, load, say, state, store } = createSampleStore()
    load('counter@a')
    say('counter@a', { scope: 'plugin', actionType: 'increment' })
    store.dispatch(actions.instanceRestarted({ instanceId: 'counter@a', attempt: 1 }, meta))
    expect(state().instances['counter@a']).toMatchObject({ status: 'loading', diagnostics: { restarts: 1 } })
    store.dispatch(actions.instanceRegistered({ plugin }, meta))
    expect(state().pluginStateByInstance['counter@a']).toEqual({ value: 1 })
    store.dispatch(actions.instanceRegistered({ plugin, state: { value: 40 } }, meta))
    expect(state().pluginStateByInstance['counter@a']).toEqual({ value: 40 })
  })

  it('starts a plugin without an initial state, or with one that is no JSON data, from an empty object', () => {
    const { actions, state, store } = createSampleStore()
    const { initialState: _, ...bare } = plugin
    store.dispatch(actions.instanceRegistered({ plugin: bare }, meta))
    expect(state().pluginStateByInstance['counter@a']).toEqual({})
    const odd = { ...bare, instanceId: 'counter@odd', initialState: { at: Number.NaN } }
    store.dispatch(actions.instanceRegistered({ plugin: odd }, meta))
    expect(state().pluginStateByInstance['counter@odd']).toEqual({})
  })

  it('gives an instance that was registered without being announced no grants', () => {
    const { actions, selectors, state, store } = createSampleStore()
    store.dispatch(actions.instanceRegistered({ plugin }, meta))
    expect(selectors.selectGrants(state(), 'counter@a')).toBe(NO_GRANTS)
    expect(state().trace).toMatchObject([{ kind: 'load' }])
  })

  it('takes nothing from a plugin of another package under the id of an instance', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    const before = state()
    store.dispatch(actions.instanceRegistered({ plugin: { ...plugin, packageId: 'greeter', title: 'Evil' } }, meta))
    expect(state()).toBe(before)
  })

  it('keeps an instance whose load failed, with its error, until it is removed', () => {
    const { actions, state, store } = createSampleStore()
    store.dispatch(actions.instanceLoading({ identity, grants: NO_GRANTS }, meta))
    for (let attempt = 0; attempt < 12; attempt += 1) {
      store.dispatch(
        actions.instanceFailed({ instanceId: 'counter@a', error: { ...stopped, message: `failure ${attempt}` } }, meta),
      )
    }
    const instance = state().instances['counter@a']
    expect(instance).toMatchObject({ status: 'error', error: { code: 'RUNTIME_TIMEOUT' } })
    expect(instance?.diagnostics.loadErrors).toHaveLength(10)
    expect(instance?.diagnostics.loadErrors.at(-1)).toBe('failure 11')
    expect(state().trace.at(-1)).toMatchObject({ kind: 'error', instanceId: 'counter@a' })
  })
})

describe('status', () => {
  it('keeps an error beside a ready instance, and clears it', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    const error: RuntimeErrorShape = { code: 'PLUGIN_THREW', message: 'x is undefined' }
    store.dispatch(actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'ready', error }, meta))
    expect(state().instances['counter@a']).toMatchObject({ status: 'ready', error })
    store.dispatch(actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'ready' }, meta))
    expect(state().instances['counter@a']).toMatchObject({ error })
    store.dispatch(actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'ready', error: null }, meta))
    expect(state().instances['counter@a']).not.toHaveProperty('error')
  })

  it('changes nothing when the same is said again', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    const before = state()
    store.dispatch(actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'ready', error: null }, meta))
    store.dispatch(actions.instanceEnabledChanged({ instanceId: 'counter@a', enabled: true }, meta))
    store.dispatch(actions.grantsChanged({ instanceId: 'counter@a', grants: EVERYTHING, by: 'user' }, meta))
    expect(state()).toBe(before)
  })

  it('records a quarantine with its error', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    store.dispatch(actions.instanceRestarted({ instanceId: 'counter@a', attempt: 1 }, meta))
    store.dispatch(
      actions.instanceStatusChanged({ instanceId: 'counter@a', status: 'quarantined', error: stopped }, meta),
    )
    expect(state().instances['counter@a']).toMatchObject({ status: 'quarantined', error: stopped })
    expect(state().trace.slice(1)).toMatchObject([
      { kind: 'restart', attempt: 1 },
      { kind: 'error', error: stopped },
      { kind: 'quarantine', attempt: 1 },
    ])
  })

  it('pauses and resumes, and records both', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    store.dispatch(actions.instanceEnabledChanged({ instanceId: 'counter@a', enabled: false }, meta))
    expect(state().instances['counter@a']?.enabled).toBe(false)
    store.dispatch(actions.instanceEnabledChanged({ instanceId: 'counter@a', enabled: true }, meta))
    expect(
      state()
        .trace.slice(1)
        .map(({ kind }) => kind),
    ).toEqual(['disable', 'enable'])
  })
})

describe('grants', () => {
  it('records what was before and after, and by whom', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a', NO_GRANTS)
    const grants = { readShared: ['votes'], writeShared: [], systemCommands: [] }
    store.dispatch(actions.grantsChanged({ instanceId: 'counter@a', grants, by: 'user' }, meta))
    expect(state().grantsByInstance['counter@a']).toEqual(grants)
    expect(state().trace.at(-1)).toMatchObject({ kind: 'grants', before: NO_GRANTS, after: grants, by: 'user' })
  })

  it('takes "*" from a policy only; a person keeps it while switching something else', () => {
    const { actions, load, selectors, state, store } = createSampleStore()
    load('counter@a', NO_GRANTS)
    const broad = { readShared: ['*'], writeShared: [], systemCommands: [] }
    store.dispatch(actions.grantsChanged({ instanceId: 'counter@a', grants: broad, by: 'user' }, meta))
    expect(selectors.selectGrants(state(), 'counter@a')).toEqual(NO_GRANTS)
    store.dispatch(actions.grantsChanged({ instanceId: 'counter@a', grants: broad, by: 'policy' }, meta))
    store.dispatch(
      actions.grantsChanged(
        { instanceId: 'counter@a', grants: { ...broad, writeShared: ['votes', '*'] }, by: 'user' },
        meta,
      ),
    )
    expect(selectors.selectGrants(state(), 'counter@a')).toMatchObject({ readShared: ['*'], writeShared: ['votes'] })
  })
})

describe('removal', () => {
  it('forgets the instance and never its siblings', () => {
    const { actions, load, selectors, state, store } = createSampleStore()
    load('counter@a')
    load('counter@b')
    const sibling = selectors.selectPluginView(state(), 'counter@b')?.pluginState
    store.dispatch(actions.instanceRemoved({ instanceId: 'counter@a' }, meta))
    for (const map of [state().instances, state().pluginStateByInstance, state().grantsByInstance]) {
      expect(Object.keys(map)).toEqual(['counter@b'])
    }
    expect(selectors.selectPluginView(state(), 'counter@a')).toBeNull()
    expect(selectors.selectPluginView(state(), 'counter@b')?.pluginState).toBe(sibling)
    expect(state().trace.at(-1)).toMatchObject({ kind: 'dispose', ...identity })
  })

  it('goes through although a domain cannot forget', () => {
    const onDefect = vi.fn()
    const stubborn = defineSharedDomain({
      name: 'stubborn',
      owner: 'host',
      schemaVersion: 1,
      initialState: 0,
      reducer: (next) => ({ next, outcome: 'ignored' }),
      onInstanceRemoved: () => {
        throw new Error('cannot forget')
      },
    })
    const { actions, load, state, store } = createSampleStore({ sharedDomains: [stubborn], onDefect })
    load('counter@a')
    store.dispatch(actions.instanceRemoved({ instanceId: 'counter@a' }, meta))
    expect(state().instances).toEqual({})
    expect(onDefect).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'removal-threw', subject: 'stubborn' }),
    )
  })
})

describe('actions about an instance that is not there', () => {
  it('change nothing', () => {
    const { actions, state, store } = createSampleStore()
    const before = state()
    const instanceId = 'counter@gone'
    store.dispatch(actions.instanceFailed({ instanceId, error: stopped }, meta))
    store.dispatch(actions.instanceStatusChanged({ instanceId, status: 'quarantined', error: stopped }, meta))
    store.dispatch(actions.instanceRestarted({ instanceId, attempt: 1 }, meta))
    store.dispatch(actions.instanceEnabledChanged({ instanceId, enabled: false }, meta))
    store.dispatch(actions.grantsChanged({ instanceId, grants: EVERYTHING, by: 'user' }, meta))
    store.dispatch(actions.instanceRemoved({ instanceId }, meta))
    expect(state()).toBe(before)
  })
})

describe('a delivered event', () => {
  const event = {
    kind: 'event',
    instanceId: 'counter@a',
    widgetId: 'main',
    handler: 'go',
    event: { type: 'press' },
  } as const

  it('leaves its number on the record of its instance, in the action that records it', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    store.dispatch(actions.traceRecorded({ ...event, number: 1 }, meta))
    expect(state().instances['counter@a']?.lastDelivered).toBe(1)
    expect(state().trace.at(-1)).toMatchObject({ kind: 'event', number: 1 })
    store.dispatch(actions.traceRecorded(event, meta))
    expect(state().instances['counter@a']?.lastDelivered).toBe(1)
  })

  it('never takes a number back, and takes none that is no number', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    store.dispatch(actions.traceRecorded({ ...event, number: 7 }, meta))
    const { instances } = state()
    for (const number of [7, 3, 0, -1, 7.5, Number.MAX_VALUE, '9' as unknown as number]) {
      store.dispatch(actions.traceRecorded({ ...event, number }, meta))
    }
    store.dispatch(actions.traceRecorded({ ...event, instanceId: 'counter@gone', number: 8 }, meta))
    expect(state().instances).toBe(instances)
  })

  it('is remembered through a restart', () => {
    const { actions, load, state, store } = createSampleStore()
    load('counter@a')
    store.dispatch(actions.traceRecorded({ ...event, number: 1 }, meta))
    store.dispatch(actions.instanceRestarted({ instanceId: 'counter@a', attempt: 1, codeDigest: 'abc' }, meta))
    expect(state().trace.at(-1)).toMatchObject({ kind: 'restart', codeDigest: 'abc' })
    store.dispatch(actions.instanceRegistered({ plugin }, meta))
    expect(state().instances['counter@a']?.lastDelivered).toBe(1)
  })
})

describe('actions of others', () => {
  it('leave the state alone', () => {
    const { state, store } = createSampleStore()
    const before = state()
    for (const type of ['todos/added', 'plugins/somethingElse', 'plugin.local/increment']) {
      store.dispatch({ type })
      store.dispatch({ type, payload: {}, meta })
    }
    expect(state()).toBe(before)
  })
})

describe('malformed actions', () => {
  const types = Object.values(createSampleStore().actions).flatMap((creator) =>
    'type' in creator ? [creator.type] : [],
  )

  it.each(types)('%s changes nothing when a part of it is missing, and throws nothing', (type) => {
    const onDefect = vi.fn()
    const { load, state, store } = createSampleStore({ onDefect })
    load('counter@a')
    const before = state()
    const payload = { kind: 'error', instanceId: 'counter@a', identity, plugin, error: stopped }
    store.dispatch({ type })
    store.dispatch({ type, payload: null, meta })
    store.dispatch({ type, payload: 'text', meta })
    store.dispatch({ type, payload, meta: null })
    store.dispatch({ type, payload, meta: {} })
    store.dispatch({ type, payload, meta: { causeSeq: -1, timestamp: 1 } })
    store.dispatch({ type, payload, meta: { causeSeq: null, timestamp: Number.NaN } })
    expect(state()).toBe(before)
    expect(onDefect).not.toHaveBeenCalled()
  })

  it('tell the host which action could not be read', () => {
    const onDefect = vi.fn()
    const { state, store } = createSampleStore({ onDefect })
    const before = state()
    store.dispatch({ type: 'plugins/instanceLoading', payload: {}, meta })
    expect(state()).toBe(before)
    expect(onDefect).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'unreadable-action', subject: 'plugins/instanceLoading' }),
    )
  })
})
