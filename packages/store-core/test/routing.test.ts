import { NO_GRANTS } from '@plugboard/contracts'
import { applyPatches, type Patch } from 'immer'
import { describe, expect, it, vi } from 'vitest'

import { createSampleStore, EVERYTHING } from './sampleDomains.ts'

const increment = { scope: 'plugin', actionType: 'increment' } as const

describe('local routing', () => {
  it('lets two instances of the same package evolve independently', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@a')
    load('counter@b')
    say('counter@a', increment)
    say('counter@a', increment)
    say('counter@b', increment)
    expect(selectors.selectPluginState(state(), 'counter@a')).toEqual({ value: 2 })
    expect(selectors.selectPluginState(state(), 'counter@b')).toEqual({ value: 1 })
  })

  it('starts an instance that is loaded again from its initial state, and keeps the old one', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@old')
    say('counter@old', increment)
    load('counter@new')
    expect(selectors.selectAllPluginState(state())).toEqual({
      'counter@old': { value: 1 },
      'counter@new': { value: 0 },
    })
  })

  it('routes by the package of the record, not by the text of the instance id', () => {
    const seen = vi.fn(() => ({ next: 1, outcome: 'applied' }) as const)
    const { actions, load, state, store } = createSampleStore({ localReducers: { 'counter-like': seen } })
    load('counter-like@counter')
    const stamp = { dispatchId: 'd', causeSeq: 0, timestamp: 1 }
    const identity = { instanceId: 'counter-like@counter', packageId: 'counter-like' }
    store.dispatch(actions.pluginActionDispatched({ ...increment, ...identity }, stamp))
    expect(seen).toHaveBeenCalledWith(
      { value: 0 },
      { actionType: 'increment', payload: undefined },
      expect.objectContaining({ ...identity, dispatchId: 'd' }),
    )
    expect(state().pluginStateByInstance['counter-like@counter']).toBe(1)
  })

  it('falls back for an unknown package to the generic reducer, which handles state/replace and state/merge', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('custom@a', NO_GRANTS, { name: 'Ann', age: 3 })
    say('custom@a', { scope: 'plugin', actionType: 'state/merge', payload: { age: 4 } })
    expect(selectors.selectPluginState(state(), 'custom@a')).toEqual({ name: 'Ann', age: 4 })
    say('custom@a', { scope: 'plugin', actionType: 'state/replace', payload: [1, 2] })
    expect(selectors.selectPluginState(state(), 'custom@a')).toEqual([1, 2])
    say('custom@a', increment)
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'ignored', lastReason: 'no-local-reducer-match' })
  })

  it('lets a package with a reducer of its own own all its actions', () => {
    const { load, say, selectors, state } = createSampleStore()
    load('counter@a')
    say('counter@a', { scope: 'plugin', actionType: 'state/replace', payload: { value: 99 } })
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'ignored', lastReason: 'no-local-reducer-match' })
    expect(selectors.selectPluginState(state(), 'counter@a')).toEqual({ value: 0 })
  })

  it('changes nothing when the reducer returns an equal state', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a')
    const before = state().pluginStateByInstance
    say('counter@a', { scope: 'plugin', actionType: 'set', payload: 0 })
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'ignored', lastReason: 'no-change' })
    expect(state().pluginStateByInstance).toBe(before)
  })

  it('contains a reducer that throws: nothing changed, and the host is told why', () => {
    const onDefect = vi.fn()
    const { load, say, state } = createSampleStore({ onDefect })
    load('counter@a')
    const before = state()
    say('counter@a', { scope: 'plugin', actionType: 'explode' })
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'explode' })
    expect(state().dispatchTrace).toMatchObject({ byOutcome: { ignored: 2 }, lastReason: 'reducer-threw' })
    expect(state().pluginStateByInstance).toBe(before.pluginStateByInstance)
    expect(state().shared).toBe(before.shared)
    expect(onDefect.mock.calls.map(([defect]) => [defect.code, defect.subject])).toEqual([
      ['reducer-threw', 'counter'],
      ['reducer-threw', 'votes'],
    ])
  })

  it.each([
    [
      'writes to its state',
      (current: { value: number }) => ((current.value = 9), { next: current, outcome: 'applied' }),
    ],
    [
      'writes to its payload',
      (_: unknown, action: { payload: { a: number } }) => ((action.payload.a = 9), { next: 1, outcome: 'applied' }),
    ],
    ['returns a function', () => ({ next: { run: () => 1 }, outcome: 'applied' })],
    ['returns undefined as the state', () => ({ next: undefined, outcome: 'applied' })],
    [
      'returns a key that reaches a prototype',
      () => ({ next: JSON.parse('{"__proto__":{"a":1}}'), outcome: 'applied' }),
    ],
    ['returns a cycle', () => ({ next: cycle(), outcome: 'applied' })],
    ['returns nothing', () => undefined],
    ['returns a promise', () => Promise.resolve({ next: 1, outcome: 'applied' })],
    ['returns an outcome that does not exist', () => ({ next: 1, outcome: 'done' })],
  ])('contains a reducer that %s', (_name, reducer) => {
    const { load, say, state } = createSampleStore({ localReducers: { counter: reducer as never } })
    load('counter@a')
    const before = state().pluginStateByInstance
    say('counter@a', { scope: 'plugin', actionType: 'go', payload: { a: 1 } })
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'ignored', lastReason: 'reducer-threw' })
    expect(state().pluginStateByInstance).toBe(before)
    expect(state().pluginStateByInstance['counter@a']).toEqual({ value: 0 })
    expect(state().trace.at(-1)).toMatchObject({ intent: { payload: { a: 1 } } })
  })

  it('contains a reducer that writes to a state that was restored', () => {
    const reducer = (current: { value: number }) => ((current.value = 9), { next: current, outcome: 'applied' })
    const first = createSampleStore()
    first.load('counter@a')
    const preloadedState = JSON.parse(JSON.stringify(first.state()))
    const { say, state } = createSampleStore({ localReducers: { counter: reducer as never }, preloadedState })
    say('counter@a', increment)
    expect(state().dispatchTrace.lastReason).toBe('reducer-threw')
    expect(state().pluginStateByInstance['counter@a']).toEqual({ value: 0 })
  })

  it('contains a defect listener that throws', () => {
    const onDefect = (): never => {
      throw new Error('the logger is down')
    }
    const { load, say, state } = createSampleStore({ onDefect })
    load('counter@a')
    say('counter@a', { scope: 'plugin', actionType: 'explode' })
    expect(state().dispatchTrace.lastReason).toBe('reducer-threw')
  })

  it('does not take a reducer at its word when it ignores with the reason of a denial', () => {
    const reducer = () => ({ next: 0, outcome: 'ignored', reason: 'missing-write-grant:votes' }) as const
    const { load, say, state } = createSampleStore({ localReducers: { counter: reducer } })
    load('counter@a')
    say('counter@a', increment)
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'ignored', lastReason: 'no-local-reducer-match' })
  })
})

describe('shared routing', () => {
  it('denies a shared write without a grant, in the reducer, whoever dispatched it', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a', { ...EVERYTHING, writeShared: [] })
    const before = state().shared
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'denied', lastReason: 'missing-write-grant:votes' })
    expect(state().shared).toBe(before)
    expect(state().instances['counter@a']?.diagnostics.deniedActions).toBe(1)
  })

  it('applies a granted write and tells the domain who wrote', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a')
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 5 })
    expect(state().shared['votes']).toEqual({ by: { 'counter@a': 5 }, total: 5 })
  })

  it('obeys the grants of the moment: taken ones no longer allow, given ones do', () => {
    const { actions, load, say, state, store } = createSampleStore()
    const set = { scope: 'shared', domain: 'votes', actionType: 'set', payload: 7 } as const
    load('counter@a')
    const change = (grants: typeof EVERYTHING) =>
      store.dispatch(
        actions.grantsChanged({ instanceId: 'counter@a', grants, by: 'user' }, { causeSeq: null, timestamp: 3 }),
      )
    change(NO_GRANTS)
    say('counter@a', set)
    expect(state().dispatchTrace.lastReason).toBe('missing-write-grant:votes')
    change(EVERYTHING)
    say('counter@a', set)
    expect(state().dispatchTrace.lastOutcome).toBe('applied')
  })

  it('passes on what the domain says about an action that it does not know or a payload that does not fit', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a')
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'dance' })
    expect(state().dispatchTrace.lastReason).toBe('unsupported-action:votes/dance')
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 'five' })
    expect(state().dispatchTrace.lastReason).toBe('invalid-payload:payload')
  })

  it.each([
    ['nowhere', 'unknown-domain:nowhere'],
    ['registry', 'read-only-domain:registry'],
    ['lobby', 'not-owner:lobby'],
    ['__proto__', 'invalid-intent:domain'],
    ['constructor', 'invalid-intent:domain'],
    ['hasOwnProperty', 'invalid-intent:domain'],
    ['tostring', 'unknown-domain:tostring'],
    ['a/b', 'invalid-intent:domain'],
    ['', 'invalid-intent:domain'],
  ])('denies a write to the domain "%s" with %s and changes nothing', (domain, reason) => {
    const { load, say, state } = createSampleStore()
    load('counter@a', { ...EVERYTHING, writeShared: [...EVERYTHING.writeShared, 'nowhere', domain] })
    const before = state().shared
    say('counter@a', { scope: 'shared', domain, actionType: 'set', payload: 1 })
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'denied', lastReason: reason })
    expect(state().shared).toBe(before)
  })

  it('lets a domain forget an instance that was removed', () => {
    const { actions, load, say, state, store } = createSampleStore()
    for (const id of [load('counter@a'), load('counter@b')]) {
      say(id, { scope: 'shared', domain: 'votes', actionType: 'set', payload: 2 })
    }
    store.dispatch(actions.instanceRemoved({ instanceId: 'counter@a' }, { causeSeq: null, timestamp: 3 }))
    expect(state().shared['votes']).toEqual({ by: { 'counter@b': 2 }, total: 2 })
  })
})

describe('system commands', () => {
  it('records an allowed command as applied, and denies unknown and ungranted ones', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a')
    say('counter@a', { scope: 'system', command: 'restart-plugin' })
    expect(state().dispatchTrace).toMatchObject({ lastOutcome: 'applied', lastActionType: 'restart-plugin' })
    say('counter@a', { scope: 'system', command: 'toggle-plugin' })
    expect(state().dispatchTrace.lastReason).toBe('system-command-not-granted:toggle-plugin')
    say('counter@a', { scope: 'system', command: 'format-disk' })
    expect(state().dispatchTrace.lastReason).toBe('unknown-system-command:format-disk')
  })
})

describe('authorization in the reducer', () => {
  it('denies an instance that is not there, one that is paused, and an envelope with a foreign package', () => {
    const { actions, load, say, state, store } = createSampleStore()
    say('counter@gone', increment)
    expect(state().dispatchTrace).toMatchObject({ lastReason: 'unknown-instance', byPackage: {} })
    load('counter@a')
    const stamp = { dispatchId: 'd', causeSeq: 0, timestamp: 1 }
    store.dispatch(
      actions.pluginActionDispatched({ ...increment, instanceId: 'counter@a', packageId: 'greeter' }, stamp),
    )
    expect(state().dispatchTrace).toMatchObject({ lastReason: 'forged-identity', byPackage: { counter: 1 } })
    store.dispatch(
      actions.instanceEnabledChanged({ instanceId: 'counter@a', enabled: false }, { causeSeq: null, timestamp: 3 }),
    )
    say('counter@a', increment)
    expect(state().dispatchTrace.lastReason).toBe('instance-disabled')
    expect(state().pluginStateByInstance['counter@a']).toEqual({ value: 0 })
  })

  it('denies payloads that are no JSON data, hold prototype keys, or are too deep, before any reducer sees them', () => {
    const reducer = vi.fn()
    const { load, say, state } = createSampleStore({ localReducers: { counter: reducer } })
    load('counter@a')
    let deep: unknown = 1
    for (let level = 0; level < 10_000; level += 1) deep = [deep]
    for (const payload of [JSON.parse('{"a":{"__proto__":1}}'), () => 1, Number.NaN, deep]) {
      say('counter@a', { scope: 'plugin', actionType: 'go', payload })
      expect(state().dispatchTrace.lastReason).toMatch(/^invalid-intent:payload/)
    }
    expect(state().dispatchTrace.deniedByReason).toEqual({ 'invalid-intent': 4 })
    expect(reducer).not.toHaveBeenCalled()
  })

  it('keeps the counts bounded whatever names a plugin makes up', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a', EVERYTHING)
    for (let index = 0; index < 50; index += 1) {
      say('counter@a', { scope: 'shared', domain: `made-up-${index}`, actionType: 'set' })
      say('counter@a', { scope: 'system', command: `made-up-${index}` })
    }
    expect(state().dispatchTrace.deniedByReason).toEqual({ 'unknown-domain': 50, 'unknown-system-command': 50 })
  })
})

describe('inverse patches', () => {
  it('take an applied change back, and touch no more than changed', () => {
    const { load, say, state } = createSampleStore()
    load('custom@a', NO_GRANTS, { kept: { deep: 1 }, list: [1, 2, 3], gone: true })
    const before = state()
    say('custom@a', {
      scope: 'plugin',
      actionType: 'state/replace',
      payload: { kept: { deep: 1 }, list: [1, 2], added: 1 },
    })
    const record = state().trace.at(-1)
    const inverse = (record?.kind === 'dispatch' && record.inverse) || []
    const restored = applyPatches(state(), inverse as unknown as Patch[])
    expect(restored.pluginStateByInstance).toEqual(before.pluginStateByInstance)
    expect(inverse).not.toContainEqual(expect.objectContaining({ path: ['pluginStateByInstance', 'custom@a', 'kept'] }))
    const kept = (value: unknown) => (value as { kept: object }).kept
    expect(kept(state().pluginStateByInstance['custom@a'])).toBe(kept(before.pluginStateByInstance['custom@a']))
  })

  it('are not recorded for what was denied or ignored', () => {
    const { load, say, state } = createSampleStore()
    load('counter@a', NO_GRANTS)
    say('counter@a', { scope: 'plugin', actionType: 'dance' })
    say('counter@a', { scope: 'shared', domain: 'votes', actionType: 'set', payload: 1 })
    for (const record of state().trace) expect(record).not.toHaveProperty('inverse')
  })
})

function cycle(): object {
  const value: Record<string, unknown> = {}
  value['self'] = value
  return value
}
