import { mountPlugin } from '@plugboard/sdk-testing'
import { defineSharedDomain } from '@plugboard/store-core'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { drawing, heardBy } from './scripts.ts'

const TIMES = {
  code: `let presses = 0
definePlugin(({ ui }) => ({
  title: 'Times',
  initialState: { at: [], local: '', presses: 0 },
  widgets: { main: {
    render: () => ui.button('Now', { onPress: 'now' }),
    handlers: { now: (ctx) => {
      presses += 1
      const date = new Date()
      ctx.dispatchPluginAction('state/merge', { at: [...ctx.pluginState.at, date.getTime()], local: date.getHours(), dice: Math.random(), presses })
    } },
  } },
}))`,
}

describe('the clock', () => {
  it('stands where it was set, and moves when the test says so, in a fresh VM with the state kept', async () => {
    await using plugin = await mountPlugin(TIMES, { clock: '2030-01-01T00:00Z' })
    const start = Date.UTC(2030, 0, 1)
    expect(plugin.clock.now).toBe(start)
    await plugin.press('Now')
    await plugin.press('Now')
    await plugin.clock.advance(60_000)
    await plugin.press('Now')
    // A reading is one millisecond after the one before it.
    expect(plugin.state).toMatchObject({ at: [start, start + 1, start + 60_000], presses: 1 })
    await plugin.clock.set(new Date(start))
    await plugin.press('Now')
    expect(plugin.state).toMatchObject({ at: [start, start + 1, start + 60_000, start] })
    expect(new Set(plugin.trace.map(({ at }) => at))).toEqual(new Set([start, start + 60_000]))
  })

  it('and chance are the same in every run, and the zone is the one that was named', async () => {
    await using plugin = await mountPlugin(TIMES, { timeZone: 'Asia/Tokyo' })
    await plugin.press('Now')
    await using again = await mountPlugin(TIMES, { random: 2 })
    await again.press('Now')
    expect(plugin.state).toMatchObject({ local: 21, at: [Date.UTC(2026, 0, 1, 12)] })
    expect(again.state).toMatchObject({ local: 12, at: [Date.UTC(2026, 0, 1, 12)] })
    expect(plugin.state).not.toMatchObject({ dice: (again.state as { dice: number }).dice })
  })
})

const READER = {
  code: `definePlugin(({ ui }) => ({
  title: 'Reader',
  widgets: { main: {
    render: ({ globalState }) => ui.column([
      ui.text(JSON.stringify(globalState.shared)),
      ui.button('Vote', { onPress: 'vote' }),
      ui.button('Restart', { onPress: 'restart' }),
    ]),
    handlers: {
      vote: (ctx) => ctx.dispatchSharedAction('votes', 'vote', { by: 1 }),
      restart: (ctx) => { console.warn('soon', 1); ctx.dispatchSystemCommand('restart-plugin') },
    },
  } },
}))`,
}

const votes = defineSharedDomain<{ readonly total: number }>({
  name: 'votes',
  owner: 'host',
  schemaVersion: 1,
  initialState: { total: 0 },
  reducer: (current, { actionType }) =>
    actionType === 'vote'
      ? { next: { total: current.total + 1 }, outcome: 'applied' }
      : { next: current, outcome: 'ignored', reason: `unsupported-action:votes/${actionType}` },
})

describe('shared domains', () => {
  it('of a real host have their reducers, and another plugin may write them', async () => {
    await using plugin = await mountPlugin(READER, {
      domains: [votes],
      grants: { readShared: ['votes'], writeShared: ['votes'] },
    })
    await plugin.press('Vote')
    await plugin.dispatchShared('votes', 'vote')
    expect(plugin.shared).toEqual({ votes: { total: 2 } })
    expect(plugin.text()).toContain('{"votes":{"total":2}}')
    expect(plugin.intents).toMatchObject([{ domain: 'votes', actionType: 'vote', outcome: 'applied' }])
    await expect(plugin.dispatchShared('vots', 'vote')).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'Nothing was written: There is no shared domain named vots (unknown-domain:vots).',
    })
  })

  it('as plain values take any action, and change when the test says so', async () => {
    await using plugin = await mountPlugin(READER, {
      shared: { votes: 7 },
      grants: { readShared: ['votes'], writeShared: ['votes'] },
    })
    await plugin.press('Vote')
    await plugin.press('Vote')
    expect(plugin.intents.map(({ outcome }) => outcome)).toEqual(['applied', 'applied'])
    expect(plugin.shared).toEqual({ votes: 7 })
    await plugin.share('votes', 8)
    expect(plugin.text()).toContain('{"votes":8}')
    await plugin.share('votes', null)
    expect(plugin.shared).toEqual({ votes: null })
  })

  it('are not there without a grant, which a person may give and take', async () => {
    await using plugin = await mountPlugin(READER, { domains: [votes] })
    await plugin.press('Vote')
    expect(plugin.shared).toEqual({})
    expect(plugin.denials).toMatchObject([{ reason: 'missing-write-grant:votes' }])
    await plugin.setGrants({ writeShared: ['votes'] })
    await plugin.press('Vote')
    expect(plugin.domain('votes')).toEqual({ total: 1 })
    expect(plugin.denials).toHaveLength(1)
  })

  it('are granted as the manifest asks, where the test says nothing else', async () => {
    const manifest = {
      apiVersion: 1,
      packageId: 'reader',
      title: 'Reader',
      capabilities: { readShared: ['votes'] },
    } as const
    await using plugin = await mountPlugin(READER, { domains: [votes], manifest })
    expect(plugin.shared).toEqual({ votes: { total: 0 } })
    expect(plugin.instanceId).toMatch(/^reader@/)
    await using denied = await mountPlugin(READER, { domains: [votes], manifest, grants: {} })
    expect(denied.shared).toEqual({})
  })
})

it('runs commands that are granted, waits for what they do, and keeps what is logged', async () => {
  await using plugin = await mountPlugin(READER, { grants: { systemCommands: ['restart-plugin'] } })
  await plugin.press('Restart')
  expect(plugin.trace.filter(({ kind }) => kind === 'restart')).toHaveLength(1)
  expect(plugin.find('button', 'Vote')).toBeDefined()
  expect(plugin.logs).toMatchObject([{ level: 'warn', args: ['soon', 1] }])
})

it('starts from a state, under a reducer of the package’s own', async () => {
  await using plugin = await mountPlugin(drawing(`ui.button(String(state.heard.length), { onPress: 'hear' })`), {
    state: { heard: ['before'] },
    localReducer: (current, { actionType }) =>
      actionType === 'state/merge'
        ? { next: { heard: [actionType] }, outcome: 'applied' }
        : { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' },
  })
  await plugin.press('1')
  expect(heardBy(plugin.state)).toEqual(['state/merge'])
})

it('takes nothing while it is paused', async () => {
  await using plugin = await mountPlugin(drawing(`ui.button('Go', { onPress: 'hear' })`))
  await plugin.setEnabled(false)
  await expect(plugin.press('Go')).rejects.toMatchObject({ code: 'UNAVAILABLE', message: /paused/ })
  await plugin.setEnabled(true)
  await plugin.press('Go')
  expect(heardBy(plugin.state)).toHaveLength(1)
})

it('waits for nothing that a test could fake', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  await using plugin = await mountPlugin(drawing(`ui.button('Go', { onPress: 'hear' })`))
  await plugin.press('Go')
  expect(heardBy(plugin.state)).toHaveLength(1)
})

it('runs in a worker as it does in this process', async () => {
  await using plugin = await mountPlugin(drawing(`ui.button('Go', { onPress: 'hear' })`), { worker: true })
  await plugin.press('Go')
  expect(heardBy(plugin.state)).toHaveLength(1)
})
