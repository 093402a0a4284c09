import { NO_GRANTS } from '@plugboard/contracts'
import { createPluginStore, defineDerivedDomain, defineSharedDomain } from '@plugboard/store-core'
import { describe, expect, it, vi } from 'vitest'

import { createSampleStore, EVERYTHING, notes, registry, votes } from './sampleDomains.ts'

const increment = { scope: 'plugin', actionType: 'increment' } as const
const readVotes = { readShared: ['votes'], writeShared: ['votes'], systemCommands: [] }

describe('selectPluginView', () => {
  it('excludes ungranted domains from the shared read projection', () => {
    const { load, selectors, state } = createSampleStore()
    load('counter@a', readVotes)
    expect(selectors.selectPluginView(state(), 'counter@a')).toEqual({
      pluginState: { value: 0 },
      globalState: {
        self: { instanceId: 'counter@a', packageId: 'counter' },
        shared: { votes: { total: 0 }, lobby: 'closed' },
      },
      grants: readVotes,
    })
  })

  it('shows an instance without read grants the open domains only', () => {
    const { load, selectors, state } = createSampleStore()
    load('counter@a', NO_GRANTS)
    expect(selectors.selectPluginGlobalView(state(), 'counter@a')?.shared).toEqual({ lobby: 'closed' })
  })

  it('shows no more when the other layers are gone: the projection stands alone', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@writer', EVERYTHING)
    load('counter@reader', { ...NO_GRANTS, writeShared: ['votes'] })
    say('counter@writer', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 8 })
    expect(selectors.selectPluginGlobalView(state(), 'counter@reader')?.shared).not.toHaveProperty('votes')
  })

  it('follows a change of grants at the next look', () => {
    const { actions, load, selectors, state, store } = createSampleStore()
    load('counter@a', readVotes)
    selectors.selectPluginView(state(), 'counter@a')
    store.dispatch(
      actions.grantsChanged(
        { instanceId: 'counter@a', grants: NO_GRANTS, by: 'user' },
        { causeSeq: null, timestamp: 3 },
      ),
    )
    expect(selectors.selectPluginView(state(), 'counter@a')?.globalState.shared).not.toHaveProperty('votes')
  })

  it('changes by a dispatch for only those of 100 instances that it concerns', () => {
    const { load, say, selectors, state } = createSampleStore()
    const ids = Array.from({ length: 100 }, (_, index) =>
      load(`counter@${index}`, index % 2 === 0 ? readVotes : NO_GRANTS),
    )
    const look = () => ids.map((id) => selectors.selectPluginView(state(), id))
    const changedSince = (before: ReturnType<typeof look>) => ids.filter((_, index) => look()[index] !== before[index])

    let before = look()
    say('counter@7', increment)
    expect(changedSince(before)).toEqual(['counter@7'])

    before = look()
    say('counter@8', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    expect(changedSince(before)).toEqual(ids.filter((_, index) => index % 2 === 0))

    // The state of the domain changes, what readers see of it does not.
    say('counter@10', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    before = look()
    say('counter@8', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 2 })
    say('counter@10', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 0 })
    expect(changedSince(before)).toEqual([])

    before = look()
    say('counter@9', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    say('counter@9', { scope: 'plugin', actionType: 'dance' })
    expect(changedSince(before)).toEqual([])
  })

  it('keeps the global part while only the own state changes', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@a')
    const before = selectors.selectPluginGlobalView(state(), 'counter@a')
    say('counter@a', increment)
    expect(selectors.selectPluginGlobalView(state(), 'counter@a')).toBe(before)
    expect(selectors.selectPluginView(state(), 'counter@a')?.pluginState).toEqual({ value: 1 })
  })

  it('keeps the unchanged rows of a list when one is added', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('custom@a', EVERYTHING, { rows: [{ id: 1 }, { id: 2 }] })
    const rows = () => (selectors.selectPluginState(state(), 'custom@a') as { rows: readonly object[] }).rows
    const before = rows()
    say('custom@a', {
      scope: 'plugin',
      actionType: 'state/replace',
      payload: { rows: [{ id: 1 }, { id: 2 }, { id: 3 }] },
    })
    expect(rows()).toHaveLength(3)
    expect([rows()[0] === before[0], rows()[1] === before[1]]).toEqual([true, true])
  })

  it('is null for an instance that is not there, and forgets those that are gone', () => {
    const { actions, load, selectors, state, store } = createSampleStore()
    for (let index = 0; index < 200; index += 1) {
      const instanceId = load(`counter@${index}`)
      expect(selectors.selectPluginView(state(), instanceId)).not.toBeNull()
      store.dispatch(actions.instanceRemoved({ instanceId }, { causeSeq: null, timestamp: 3 }))
    }
    expect(selectors.selectPluginView(state(), 'counter@0')).toBeNull()
    expect(selectors.selectPluginGlobalView(state(), 'counter@0')).toBeNull()
  })

  it('answers for older states as well as for the newest', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@a')
    const old = state()
    say('counter@a', increment)
    expect(selectors.selectPluginView(state(), 'counter@a')?.pluginState).toEqual({ value: 1 })
    expect(selectors.selectPluginView(old, 'counter@a')?.pluginState).toEqual({ value: 0 })
  })
})

describe('derived domains', () => {
  it('are computed for readers only, and keep their reference while they stay equal', () => {
    const derive = vi.fn(registry.derive)
    const { load, say, selectors, state } = createSampleStore({ derivedDomains: [{ name: 'registry', derive }] })
    load('counter@a', NO_GRANTS)
    selectors.selectPluginView(state(), 'counter@a')
    expect(derive).not.toHaveBeenCalled()
    load('counter@b', { ...NO_GRANTS, readShared: ['registry'] })
    const before = selectors.selectPluginView(state(), 'counter@b')
    expect(before?.globalState.shared['registry']).toHaveLength(2)
    say('counter@a', increment)
    expect(selectors.selectPluginView(state(), 'counter@b')).toBe(before)
    expect(derive).toHaveBeenCalledTimes(2)
    load('counter@c', NO_GRANTS)
    expect(selectors.selectPluginView(state(), 'counter@b')?.globalState.shared['registry']).toHaveLength(3)
  })

  it('are computed once for all readers of a state', () => {
    const derive = vi.fn(() => 1)
    const { load, selectors, state } = createSampleStore({ derivedDomains: [{ name: 'registry', derive }] })
    for (let index = 0; index < 10; index += 1) load(`counter@${index}`)
    for (let index = 0; index < 10; index += 1) selectors.selectPluginView(state(), `counter@${index}`)
    expect(derive).toHaveBeenCalledOnce()
  })

  it('cost their readers the last good value when they throw, and nobody else anything', () => {
    const onDefect = vi.fn()
    const moody = defineDerivedDomain({
      name: 'registry',
      derive: ({ dispatchTrace }) => {
        if (dispatchTrace.count > 0) throw new Error('bad day')
        return 'fine'
      },
    })
    const { load, say, selectors, state } = createSampleStore({ derivedDomains: [moody], onDefect })
    load('counter@a')
    expect(selectors.selectPluginView(state(), 'counter@a')?.globalState.shared['registry']).toBe('fine')
    say('counter@a', increment)
    expect(selectors.selectPluginView(state(), 'counter@a')?.globalState.shared['registry']).toBe('fine')
    expect(onDefect).toHaveBeenCalledWith(expect.objectContaining({ code: 'derive-threw', subject: 'registry' }))
  })
})

describe('public projections', () => {
  it('show null when they never worked, and tell the host', () => {
    const onDefect = vi.fn()
    const broken = defineSharedDomain({
      name: 'votes',
      owner: 'host',
      schemaVersion: 1,
      initialState: 'internal',
      reducer: (next) => ({ next, outcome: 'ignored' }),
      publicProjection: () => {
        throw new Error('cannot show')
      },
    })
    const { load, selectors, state } = createSampleStore({ sharedDomains: [broken], onDefect })
    load('counter@a')
    expect(selectors.selectPluginView(state(), 'counter@a')?.globalState.shared['votes']).toBeNull()
    expect(onDefect).toHaveBeenCalledWith(expect.objectContaining({ code: 'projection-threw', subject: 'votes' }))
  })
})

describe('instance selectors', () => {
  it('list instances, by package and counted, and keep their answers until an instance changes', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@a')
    load('custom@b')
    load('counter@c')
    const before = state()
    expect(selectors.selectInstances(before).map(({ instanceId }) => instanceId)).toEqual([
      'counter@a',
      'custom@b',
      'counter@c',
    ])
    expect(selectors.selectInstancesByPackage(before, 'counter')).toHaveLength(2)
    expect(selectors.selectInstanceCountByPackage(before)).toEqual({ counter: 2, custom: 1 })
    say('counter@a', increment)
    expect(selectors.selectInstances(state())).toBe(selectors.selectInstances(before))
    expect(selectors.selectInstancesByPackage(state(), 'counter')).toBe(
      selectors.selectInstancesByPackage(before, 'counter'),
    )
    expect(selectors.selectInstanceCountByPackage(state())).toBe(selectors.selectInstanceCountByPackage(before))
  })
})

describe('prepareIntent', () => {
  const stamp = { causeSeq: 3, timestamp: 8 }
  const write = {
    scope: 'shared',
    domain: 'votes',
    actionType: 'set',
    payload: 1,
    instanceId: 'counter@a',
    packageId: 'counter',
  } as const

  it('makes the envelope of an intent that would be allowed', () => {
    const { load, prepareIntent, state } = createSampleStore({ createDispatchId: () => 'made' })
    load('counter@a')
    expect(prepareIntent(state(), write, stamp)).toMatchObject({
      type: 'plugin.shared.votes/set',
      meta: { dispatchId: 'made', ...stamp },
    })
    expect(prepareIntent(state(), write, { ...stamp, dispatchId: 'given' })).toMatchObject({
      meta: { dispatchId: 'given' },
    })
  })

  it('makes a denial at once of an intent that would be refused: no reducer is involved', () => {
    const { load, prepareIntent, state } = createSampleStore({ createDispatchId: () => 'made' })
    load('counter@a', NO_GRANTS)
    expect(prepareIntent(state(), { ...write, source: { line: 1, column: 2 } }, stamp)).toEqual({
      type: 'plugins/intentDenied',
      payload: {
        identity: { instanceId: 'counter@a', packageId: 'counter' },
        dispatchId: 'made',
        intent: { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 },
        reason: 'missing-write-grant:votes',
        source: { line: 1, column: 2 },
      },
      meta: stamp,
    })
  })

  it('makes ids of its own that differ', () => {
    const { load, prepareIntent, state } = createSampleStore()
    load('counter@a')
    const ids = [1, 2, 3].map(() => prepareIntent(state(), write, stamp).meta)
    expect(new Set(ids.map((meta) => 'dispatchId' in meta && meta.dispatchId)).size).toBe(3)
  })
})

describe('defineSharedDomain', () => {
  it('freezes the domain and the state that it starts from', () => {
    const initialState = { deep: { list: [1] } }
    const reducer = (next: unknown) => ({ next, outcome: 'ignored' }) as const
    const domain = defineSharedDomain<unknown>({ name: 'd', owner: 'host', schemaVersion: 1, initialState, reducer })
    for (const part of [domain, initialState, initialState.deep, initialState.deep.list]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })
})

describe('configuration', () => {
  const domain = {
    name: 'd',
    owner: 'host',
    schemaVersion: 1,
    initialState: 0,
    reducer: (next: unknown) => ({ next, outcome: 'ignored' }),
  }

  it.each<readonly [code: string, options: object]>([
    ['INVALID_PACKAGE_ID', { localReducers: { constructor: () => undefined } }],
    ['INVALID_PACKAGE_ID', { localReducers: { 'Counter!': () => undefined } }],
    ['DUPLICATE_DOMAIN', { sharedDomains: [votes, votes] }],
    ['DUPLICATE_DOMAIN', { sharedDomains: [notes], derivedDomains: [{ name: 'notes', derive: () => 1 }] }],
    ['INVALID_DOMAIN', { derivedDomains: [{ name: '__proto__', derive: () => 1 }] }],
    ['INVALID_DOMAIN', { sharedDomains: [{ ...domain, name: 'constructor' }] }],
    ['INVALID_DOMAIN', { sharedDomains: [{ ...domain, owner: 'No One' }] }],
    ['INVALID_DOMAIN', { sharedDomains: [{ ...domain, schemaVersion: 0 }] }],
    ['INVALID_DOMAIN', { sharedDomains: [{ ...domain, initialState: new Date(Number.NaN).getTime() }] }],
    ['INVALID_DOMAIN', { sharedDomains: [{ ...domain, writePolicy: 'owner-only' }] }],
    ['INVALID_COMMAND', { commands: ['rm -rf'] }],
    ['INVALID_TRACE_LIMIT', { traceLimit: 0 }],
    ['INVALID_TRACE_LIMIT', { traceSize: 1.5 }],
  ])('refuses with %s what cannot work', (code, options) => {
    expect(() => createPluginStore(options as never)).toThrow(
      expect.objectContaining({ code, name: 'PluginStoreError' }),
    )
  })
})
