import { createFakeRuntime, throwerSource } from '@plugboard/contract-tests'
import type { RuntimeErrorCode, RuntimeErrorShape } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { counterPackage } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, textOf } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

const CRASH: RuntimeErrorShape = { code: 'RUNTIME_CRASHED', message: 'The worker is gone.' }

async function loadTwo() {
  const runtime = new ScriptedRuntime()
  const kit = createHostKit({ runtime })
  const offender = await kit.host.load({ packageId: 'counter' })
  const sibling = await kit.host.load({ packageId: 'counter' })
  return { runtime, kit, offender, sibling }
}

describe('a handler or render that merely failed', () => {
  it('leaves the instance ready, with the error beside its last picture, until the next success', async () => {
    const { kit, offender: instanceId, runtime } = await loadTwo()
    const lease = kit.lease(instanceId)
    await settled()
    runtime.draw('good')
    lease.emit('go', PRESS)
    await settled()
    runtime.openEvents[0]?.reject('PLUGIN_THREW')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({
      status: 'ready',
      tree: { text: 'good' },
      error: { code: 'PLUGIN_THREW' },
    })
    expect(kit.trace('error')).toMatchObject([{ causeSeq: kit.trace('event')[0]?.seq }])
    lease.emit('go', PRESS)
    await settled()
    runtime.handle()
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ status: 'ready', error: null })
  })

  it('does not draw the same view again and again', async () => {
    const { kit, offender: instanceId, runtime } = await loadTwo()
    kit.lease(instanceId)
    await settled()
    runtime.openRenders[0]?.reject('INVALID_TREE')
    await settled()
    expect(runtime.calls).toHaveLength(1)
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready', error: { code: 'INVALID_TREE' } })
  })

  it('keeps a newer error when an older call succeeds', async () => {
    const { kit, offender: instanceId, runtime } = await loadTwo()
    const lease = kit.lease(instanceId)
    await settled()
    lease.emit('go', PRESS)
    await settled()
    runtime.openEvents[0]?.reject('PLUGIN_THREW')
    await settled()
    runtime.draw('asked for before the error')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ tree: { kind: 'text' }, error: { code: 'PLUGIN_THREW' } })
  })

  it('keeps the newest of two errors when a call succeeds that began between them', async () => {
    const { kit, offender: instanceId, runtime } = await loadTwo()
    const lease = kit.lease(instanceId)
    await settled()
    runtime.openRenders[0]?.reject('INVALID_TREE')
    await settled()
    kit.host.setGrants(instanceId, { readShared: [], writeShared: [], systemCommands: [] })
    lease.emit('go', PRESS)
    await settled()
    runtime.openEvents[0]?.reject('PLUGIN_THREW')
    await settled()
    runtime.draw('asked for between them')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ tree: { kind: 'text' }, error: { code: 'PLUGIN_THREW' } })
  })

  it('is forgotten when the next render works', async () => {
    const { kit, offender: instanceId, runtime } = await loadTwo()
    const lease = kit.lease(instanceId)
    await settled()
    runtime.openRenders[0]?.reject('INVALID_TREE')
    await settled()
    kit.host.setGrants(instanceId, { readShared: [], writeShared: [], systemCommands: [] })
    await settled()
    runtime.draw('better')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ status: 'ready', error: null, tree: { text: 'better' } })
  })

  it('applies none of the intents of a handler that throws', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'thrower', code: throwerSource })
    const before = kit.pluginState(instanceId)
    await kit.press(instanceId, 'fail')
    expect(kit.pluginState(instanceId)).toBe(before)
    expect(kit.trace('dispatch')).toEqual([])
    expect(kit.instance(instanceId)?.error?.code).toBe('PLUGIN_THREW')
  })
})

describe('a lost VM', () => {
  it.each<RuntimeErrorCode>([
    'RUNTIME_TIMEOUT',
    'RUNTIME_MEMORY',
    'RUNTIME_STACK',
    'RUNTIME_CRASHED',
    'UNKNOWN_INSTANCE',
  ])('stops the instance after %s: waiting and later events are refused and traced', async (code) => {
    const { kit, offender: instanceId, runtime } = await loadTwo()
    const lease = kit.lease(instanceId)
    await settled()
    runtime.draw('good')
    lease.emit('go', PRESS)
    lease.emit('go', { type: 'close' })
    await settled()
    runtime.openEvents[0]?.reject(code)
    await settled()
    lease.emit('go', PRESS)
    await settled()
    expect(runtime.openEvents).toEqual([])
    expect(lease.getSnapshot()).toMatchObject({ status: 'error', tree: { text: 'good' }, error: { code } })
    expect(kit.trace('event').map(({ event }) => event.type)).toEqual(['press', 'close', 'press'])
    expect(kit.trace('error').map(({ error }) => error.code)).toEqual([code, code, code])
  })

  it('leaves siblings answering, and comes back with its state by a restart', async () => {
    const runtime = createFakeRuntime()
    const kit = createHostKit({ runtime })
    const offender = await kit.host.load({ packageId: 'counter' })
    const sibling = await kit.host.load({ packageId: 'counter' })
    await kit.press(offender, 'increment')
    runtime.failNext(offender)
    await kit.press(offender, 'increment')
    expect(kit.instance(offender)).toMatchObject({ status: 'error', error: { code: 'RUNTIME_TIMEOUT' } })
    await kit.press(sibling, 'increment')
    expect(kit.pluginState(sibling)).toEqual({ value: 1 })
    await kit.host.restart(offender)
    await kit.press(offender, 'increment')
    expect(kit.pluginState(offender)).toEqual({ value: 2 })
    // One crash, one record of it.
    expect(kit.trace('error')).toHaveLength(1)
  })

  it('is quarantined by the third strike, and says so', async () => {
    const runtime = createFakeRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    for (let strike = 1; strike <= 3; strike += 1) {
      runtime.failNext(instanceId)
      await kit.press(instanceId, 'increment')
      if (strike < 3) await kit.host.restart(instanceId)
    }
    expect(kit.instance(instanceId)).toMatchObject({ status: 'quarantined', error: { code: 'RUNTIME_TIMEOUT' } })
    expect(kit.trace('quarantine')).toHaveLength(1)
    await expect(kit.host.restart(instanceId)).rejects.toMatchObject({ code: 'QUARANTINED' })
    expect(kit.instance(instanceId)?.status).toBe('quarantined')
    await kit.press(instanceId, 'increment')
    expect(kit.pluginState(instanceId)).toEqual({ value: 0 })
  })
})

describe('what the runtime says by itself', () => {
  it('stops an idle instance whose VM was lost', async () => {
    const { kit, offender, runtime } = await loadTwo()
    const crashes: unknown[] = []
    kit.host.on('crash', ({ instanceIds }) => crashes.push(instanceIds))
    runtime.emit('crash', { instanceIds: [offender, 'other@host'], offender, error: CRASH })
    expect(kit.instance(offender)).toMatchObject({ status: 'error', error: CRASH })
    expect(crashes).toEqual([[offender]])
  })

  it('makes a neighbour’s lost calls again, once it is known who did it', async () => {
    const { kit, offender, runtime, sibling } = await loadTwo()
    const lease = kit.lease(sibling)
    await settled()
    lease.emit('go', PRESS)
    await settled()
    const lost = [...runtime.openEvents, ...runtime.openRenders]
    for (const call of lost) call.reject('RUNTIME_CRASHED')
    // Said just after the calls were rejected.
    await Promise.resolve()
    runtime.emit('crash', { instanceIds: [offender, sibling], offender, error: CRASH })
    await settled()
    expect(kit.instance(sibling)?.status).toBe('ready')
    expect(runtime.openEvents).toHaveLength(1)
    expect(runtime.openRenders).toHaveLength(1)
    runtime.handle({
      intents: [
        { scope: 'plugin', actionType: 'increment', payload: { by: 1 }, packageId: 'counter', instanceId: sibling },
      ],
    })
    await settled()
    expect(kit.pluginState(sibling)).toEqual({ value: 1 })
    expect(kit.trace('event')).toHaveLength(1)
  })

  it('traces a neighbour that was brought back, and goes on', async () => {
    const { kit, runtime, sibling } = await loadTwo()
    runtime.emit('restart', { instanceId: sibling, attempt: 1 })
    runtime.emit('restart', { instanceId: 'other@host', attempt: 1 })
    expect(kit.instance(sibling)).toMatchObject({ status: 'ready', diagnostics: { restarts: 1 } })
    expect(kit.trace('restart')).toHaveLength(1)
  })

  it('blames no neighbour’s crash for an instance’s own', async () => {
    const { kit, offender, runtime, sibling } = await loadTwo()
    kit.lease(sibling).emit('go', PRESS)
    await settled()
    // A runtime that made the lost call again by itself, and then lost it through the instance’s own fault.
    runtime.emit('crash', { instanceIds: [offender, sibling], offender, error: CRASH })
    runtime.emit('crash', { instanceIds: [sibling], offender: sibling, error: CRASH })
    runtime.openEvents[0]?.reject('RUNTIME_TIMEOUT')
    await settled()
    expect(kit.instance(sibling)).toMatchObject({ status: 'error', error: { code: 'RUNTIME_TIMEOUT' } })
  })

  it('does not count a start of the host’s own twice', async () => {
    const { kit, offender, runtime } = await loadTwo()
    const gate = Promise.withResolvers<void>()
    runtime.loadGate = gate.promise
    const restarting = kit.host.restart(offender)
    await settled(1)
    runtime.emit('restart', { instanceId: offender, attempt: 1 })
    gate.resolve()
    await restarting
    expect(kit.instance(offender)?.diagnostics.restarts).toBe(1)
    expect(kit.trace('restart')).toHaveLength(1)
  })

  it('forgets a quarantine that a restart ended', async () => {
    const { kit, offender, runtime } = await loadTwo()
    runtime.emit('quarantine', { instanceId: offender, lastCall: null })
    await kit.host.restart(offender)
    kit.lease(offender).emit('go', PRESS)
    await settled()
    runtime.openEvents[0]?.reject('RUNTIME_TIMEOUT')
    await settled()
    expect(kit.instance(offender)?.status).toBe('error')
  })

  it('quarantines an idle instance, drops what waits, and traces it once', async () => {
    const { kit, offender, runtime } = await loadTwo()
    const seen: unknown[] = []
    kit.host.on('quarantine', ({ instanceId }) => seen.push(instanceId))
    runtime.emit('quarantine', { instanceId: offender, lastCall: null })
    runtime.emit('quarantine', { instanceId: offender, lastCall: null })
    runtime.emit('quarantine', { instanceId: 'other@host', lastCall: null })
    expect(kit.instance(offender)).toMatchObject({ status: 'quarantined', error: { code: 'QUARANTINED' } })
    expect(kit.trace('quarantine')).toHaveLength(1)
    expect(seen).toEqual([offender, offender])
  })
})

it('survives a listener that throws', async () => {
  const kit = createHostKit()
  kit.host.on('error', () => {
    throw new Error('listener')
  })
  const stop = kit.host.on('error', () => undefined)
  stop()
  await kit.host.load({ packageId: 'bad', code: 'throw 1' }).catch(() => undefined)
  expect(kit.faults).toMatchObject([{ message: 'listener' }])
})

it('never shows a host’s own message when the runtime itself breaks', async () => {
  const runtime = new ScriptedRuntime()
  const kit = createHostKit({ runtime, packages: [counterPackage] })
  const instanceId = await kit.host.load({ packageId: 'counter' })
  runtime.call = () => Promise.reject(new Error('/home/me/secret.ts:12 exploded'))
  const lease = kit.lease(instanceId)
  await settled()
  expect(lease.getSnapshot().error?.code).toBe('RUNTIME_CRASHED')
  expect(JSON.stringify(kit.state())).not.toContain('secret')
  expect(textOf(lease.getSnapshot().tree)).toBe('')
})
