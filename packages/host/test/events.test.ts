import { echoSource, pluginWith } from '@plugboard/contract-tests'
import type { StampedIntent, UIEvent } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

const change = (name: string, rev: number): UIEvent => ({ type: 'change', name, value: rev, rev })

async function loadScripted(options: Parameters<typeof createHostKit>[0] = {}) {
  const runtime = new ScriptedRuntime()
  const kit = createHostKit({ runtime, ...options })
  const instanceId = await kit.host.load({ packageId: 'counter' })
  return { runtime, kit, instanceId, lease: kit.lease(instanceId) }
}

describe('order', () => {
  it('handles events one at a time, each with the state that the one before it left', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(instanceId)
    for (let press = 0; press < 5; press += 1) lease.emit('increment', PRESS)
    await settled()
    expect(kit.pluginState(instanceId)).toEqual({ value: 5 })
    // The handler computes this from the state it was shown.
    expect(kit.state().shared['counter-summary']).toEqual({ values: { [instanceId]: 5 } })
  })

  it('hands over no second event before the first is answered', async () => {
    const { lease, runtime } = await loadScripted()
    lease.emit('go', PRESS)
    lease.emit('go', { type: 'close' })
    await settled()
    expect(runtime.openEvents).toHaveLength(1)
    runtime.handle()
    await settled()
    expect(runtime.openEvents.map(({ call }) => call.event.type)).toEqual(['close'])
  })

  it('keeps events that come while the instance is starting', async () => {
    const runtime = new ScriptedRuntime()
    const gate = Promise.withResolvers<void>()
    runtime.loadGate = gate.promise
    const kit = createHostKit({ runtime })
    const loading = kit.host.load({ packageId: 'counter' })
    await settled(1)
    const [instanceId = ''] = Object.keys(kit.state().instances)
    kit.lease(instanceId).emit('go', PRESS)
    await settled(1)
    expect(runtime.openEvents).toEqual([])
    gate.resolve()
    await loading
    await settled()
    expect(runtime.openEvents).toHaveLength(1)
  })
})

describe('coalescing', () => {
  it('delivers the newest of many changes of a field, and every other event in its place', async () => {
    const { lease, runtime } = await loadScripted()
    lease.emit('go', PRESS)
    for (let rev = 1; rev <= 400; rev += 1) lease.emit('go', change('name', rev))
    lease.emit('go', PRESS)
    lease.emit('go', change('name', 401))
    const seen: unknown[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      // Each answer lets the next one out.
      await settled(1)
      const event = runtime.openEvents[0]?.call.event
      if (event !== undefined) seen.push(event.type === 'change' ? event.rev : event.type)
      runtime.handle()
    }
    expect(seen).toEqual(['press', 400, 'press', 401])
  })
})

describe('acknowledging', () => {
  it('stamps a revision on the render that contains its effects, and not before', async () => {
    const { instanceId, lease, runtime } = await loadScripted()
    await settled()
    runtime.draw('first')
    await settled()
    lease.emit('go', change('name', 1))
    await settled()
    const intent: StampedIntent = {
      scope: 'plugin',
      actionType: 'increment',
      payload: { by: 1 },
      packageId: 'counter',
      instanceId,
    }
    runtime.handle({
      intents: [
        { ...intent, scope: 'shared', domain: 'counter-summary', actionType: 'set-instance', payload: { value: 7 } },
      ],
    })
    await settled()
    expect(lease.getSnapshot().acknowledged).toEqual({})
    runtime.draw('second')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ tree: { text: 'second' }, acknowledged: { name: 1 } })
  })

  it('acknowledges without a render when nothing changed', async () => {
    const { lease, runtime } = await loadScripted()
    await settled()
    runtime.draw('first')
    await settled()
    let told = 0
    lease.subscribe(() => (told += 1))
    lease.emit('go', change('name', 3))
    await settled()
    runtime.handle()
    await settled()
    expect(lease.getSnapshot().acknowledged).toEqual({ name: 3 })
    expect(told).toBe(1)
    expect(runtime.openRenders).toEqual([])
  })

  it('does not acknowledge what was typed while a render without it was on its way', async () => {
    const { instanceId, lease, runtime } = await loadScripted()
    await settled()
    lease.emit('go', change('name', 1))
    await settled()
    runtime.handle({
      intents: [
        {
          scope: 'shared',
          domain: 'counter-summary',
          actionType: 'set-instance',
          payload: { value: 1 },
          packageId: 'counter',
          instanceId,
        },
      ],
    })
    await settled()
    runtime.draw('from before')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ tree: { text: 'from before' } })
    expect(lease.getSnapshot().acknowledged).toEqual({})
    runtime.draw('with it')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ tree: { text: 'with it' }, acknowledged: { name: 1 } })
  })

  it('acknowledges what changed nothing only once the render on its way has been shown', async () => {
    const { lease, runtime } = await loadScripted()
    await settled()
    lease.emit('go', change('name', 1))
    await settled()
    runtime.handle()
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ tree: null })
    expect(lease.getSnapshot().acknowledged).toEqual({})
    runtime.draw('first')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ tree: { text: 'first' }, acknowledged: { name: 1 } })
    expect(runtime.openRenders).toEqual([])
  })

  it('acknowledges nothing beside a picture that could not be renewed', async () => {
    const { lease, runtime } = await loadScripted()
    await settled()
    runtime.openRenders[0]?.reject('PLUGIN_THREW')
    await settled()
    lease.emit('go', change('name', 1))
    await settled()
    runtime.handle()
    await settled()
    expect(lease.getSnapshot().acknowledged).toEqual({})
  })

  it('starts from nothing for the next view', async () => {
    const { instanceId, kit, lease, runtime } = await loadScripted()
    await settled()
    runtime.draw('first')
    lease.emit('go', change('name', 7))
    await settled()
    runtime.handle()
    await settled()
    expect(lease.getSnapshot().acknowledged).toEqual({ name: 7 })
    lease.release()
    expect(kit.lease(instanceId).getSnapshot().acknowledged).toEqual({})
  })

  it('does not acknowledge an event whose handler failed', async () => {
    const { lease, runtime } = await loadScripted()
    await settled()
    runtime.draw('first')
    lease.emit('go', change('name', 1))
    await settled()
    runtime.openEvents[0]?.reject('PLUGIN_THREW')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ error: { code: 'PLUGIN_THREW' } })
    expect(lease.getSnapshot().acknowledged).toEqual({})
  })

  it('takes fields that are named like what every object has', async () => {
    const { lease, runtime } = await loadScripted()
    await settled()
    runtime.draw('first')
    for (const name of ['__proto__', 'constructor', 'toString']) lease.emit('go', change(name, 1))
    for (let turn = 0; turn < 3; turn += 1) {
      // Each answer lets the next one out.
      await settled(1)
      runtime.handle()
    }
    await settled()
    expect(Object.keys(lease.getSnapshot().acknowledged)).toEqual(['__proto__', 'constructor', 'toString'])
  })
})

describe('refusing', () => {
  it('drops what goes past the queue, and traces each', async () => {
    const { kit, lease } = await loadScripted({ limits: { queuedEvents: 2 } })
    for (let press = 0; press < 4; press += 1) lease.emit('go', PRESS)
    const [event, ...more] = kit.trace('event')
    expect(more).toEqual([])
    expect(kit.trace('error')).toMatchObject([{ causeSeq: event?.seq, error: { code: 'QUEUE_FULL' } }])
  })

  it('refuses events of a paused instance before they reach the plugin', async () => {
    const { instanceId, kit, lease, runtime } = await loadScripted()
    kit.host.setEnabled(instanceId, false)
    lease.emit('go', PRESS)
    await settled()
    expect(runtime.openEvents).toEqual([])
    expect(kit.trace('dispatch')).toMatchObject([
      {
        outcome: 'denied',
        reason: 'instance-disabled',
        intent: { actionType: 'event/go' },
        causeSeq: kit.trace('event')[0]?.seq,
      },
    ])
  })

  it('refuses at once, even while the plugin is busy', async () => {
    const { instanceId, kit, lease } = await loadScripted()
    lease.emit('go', PRESS)
    kit.host.setEnabled(instanceId, false)
    lease.emit('go', PRESS)
    expect(kit.trace('dispatch')).toMatchObject([{ reason: 'instance-disabled' }])
  })

  it('refuses events that were waiting when the instance was paused', async () => {
    const { instanceId, kit, lease, runtime } = await loadScripted()
    lease.emit('go', PRESS)
    lease.emit('go', PRESS)
    kit.host.setEnabled(instanceId, false)
    runtime.handle()
    await settled()
    expect(runtime.openEvents).toEqual([])
    expect(kit.state().dispatchTrace.deniedByReason).toEqual({ 'instance-disabled': 1 })
  })

  it('denies the intents of an event that was answered after the pause', async () => {
    const { instanceId, kit, lease, runtime } = await loadScripted()
    lease.emit('go', PRESS)
    kit.host.setEnabled(instanceId, false)
    runtime.handle({
      intents: [{ scope: 'plugin', actionType: 'increment', payload: { by: 1 }, packageId: 'counter', instanceId }],
    })
    await settled()
    expect(kit.pluginState(instanceId)).toEqual({ value: 0 })
    expect(kit.trace('dispatch')).toMatchObject([{ reason: 'instance-disabled' }])
  })

  it('drops and traces what waits when the instance is unloaded', async () => {
    const { instanceId, kit, lease } = await loadScripted()
    for (let press = 0; press < 3; press += 1) lease.emit('go', PRESS)
    await kit.host.unload(instanceId)
    await settled()
    expect(kit.trace('dispatch')).toMatchObject([{ reason: 'unknown-instance' }, { reason: 'unknown-instance' }])
    // The one that was being handled is recorded with how it ended.
    expect(kit.trace('event')).toHaveLength(3)
    expect(kit.trace('error')).toMatchObject([{ error: { code: 'DISPOSED' } }])
  })

  it('traces events for instances that are gone or never were', async () => {
    const { instanceId, kit, lease } = await loadScripted()
    await kit.host.unload(instanceId)
    lease.emit('go', PRESS)
    kit.lease('counter@nowhere').emit('go', PRESS)
    kit.lease('nonsense').emit('go', PRESS)
    expect(kit.trace('dispatch').map(({ reason }) => reason)).toEqual(['unknown-instance', 'unknown-instance'])
    expect(kit.lease('nonsense').getSnapshot().error?.code).toBe('UNKNOWN_INSTANCE')
    expect(kit.faults).toEqual([])
  })
})

describe('intents', () => {
  it('records what the runtime rejected, in the order in which the handler said it', async () => {
    const { instanceId, kit, lease, runtime } = await loadScripted()
    const intent: StampedIntent = {
      scope: 'plugin',
      actionType: 'increment',
      payload: { by: 1 },
      packageId: 'counter',
      instanceId,
    }
    lease.emit('go', PRESS)
    runtime.handle({
      intents: [intent, { ...intent, actionType: 'second' }],
      rejected: [
        { index: 1, reason: 'payload-too-large' },
        { index: 9, reason: 'intent-budget-exceeded' },
      ],
    })
    await settled()
    expect(kit.trace('dispatch').map((record) => record.reason ?? record.intent)).toEqual([
      { scope: 'plugin', actionType: 'increment', payload: { by: 1 } },
      'payload-too-large',
      'no-local-reducer-match',
      'intent-budget-exceeded',
    ])
  })

  it('denies an intent that bears the name of another instance, and charges it to the one that was asked', async () => {
    const { instanceId, kit, lease, runtime } = await loadScripted()
    const victim = await kit.host.load({ packageId: 'counter' })
    lease.emit('go', PRESS)
    runtime.handle({
      intents: [
        { scope: 'plugin', actionType: 'increment', payload: { by: 1 }, packageId: 'counter', instanceId: victim },
        { scope: 'plugin', actionType: 'increment', payload: { by: 1 }, packageId: 'other', instanceId },
      ],
    })
    await settled()
    expect(kit.pluginState(victim)).toEqual({ value: 0 })
    expect(kit.trace('dispatch')).toMatchObject([
      { instanceId, reason: 'forged-identity' },
      { instanceId, reason: 'forged-identity' },
    ])
  })

  it('denies a write without a grant: traced, counted, state unchanged, nothing thrown', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter', code: counterPackage.code })
    await kit.press(instanceId, 'increment')
    expect(kit.state().shared['counter-summary']).toEqual({ values: {} })
    expect(kit.trace('dispatch')).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'denied', reason: 'missing-write-grant:counter-summary', causeSeq: kit.trace('event')[0]?.seq },
    ])
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready', diagnostics: { deniedActions: 1 } })
    expect(kit.state().dispatchTrace.deniedByReason).toEqual({ 'missing-write-grant:counter-summary': 1 })
  })

  it('refuses early what the store would refuse: no envelope is dispatched for it', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter', code: counterPackage.code })
    await kit.press(instanceId, 'increment')
    const types = kit.actions.map(({ type }) => type)
    expect(types).toContain('plugins/intentDenied')
    expect(types).not.toContain('plugin.shared.counter-summary/set-instance')
  })

  it('gives a plugin without a read grant an empty shared state', async () => {
    const kit = createHostKit()
    const writer = await kit.host.load({ packageId: 'counter' })
    await kit.press(writer, 'increment')
    const instanceId = await kit.host.load({ packageId: 'echo', code: echoSource })
    await kit.press(instanceId, 'echo')
    const dispatched = kit.trace('dispatch').at(-1)
    expect(dispatched?.intent.payload).toMatchObject({ globalState: { shared: {} } })
  })
})

describe('replaying', () => {
  it('applies a denied intent once its grant is there, with the denial as its cause', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter', code: counterPackage.code })
    await kit.press(instanceId, 'increment')
    const denied = kit.trace('dispatch').at(-1)
    if (denied === undefined) throw new Error('expected a denial')
    expect(kit.host.replayIntent(denied.seq)).toEqual({
      outcome: 'denied',
      reason: 'missing-write-grant:counter-summary',
    })
    kit.host.setGrants(instanceId, { readShared: [], writeShared: ['counter-summary'], systemCommands: [] })
    expect(kit.host.replayIntent(denied.seq)).toEqual({ outcome: 'applied' })
    expect(kit.state().shared['counter-summary']).toEqual({ values: { [instanceId]: 1 } })
    expect(kit.trace('dispatch').at(-1)).toMatchObject({
      outcome: 'applied',
      causeSeq: denied.seq,
      intent: denied.intent,
    })
  })

  it('refuses what is no intent, has left the trace, or belongs to an instance that is gone', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.press(instanceId, 'increment')
    const seq = kit.trace('dispatch')[0]?.seq ?? 0
    expect(() => kit.host.replayIntent(1)).toThrow(/is no intent/)
    expect(() => kit.host.replayIntent(10_000)).toThrow(/has left the trace/)
    await kit.host.unload(instanceId)
    expect(() => kit.host.replayIntent(seq)).toThrow(/There is no instance/)
  })
})

describe('grants', () => {
  it('gives and takes while the instance runs, and traces both as the person’s', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    kit.host.setGrants(instanceId, { readShared: [], writeShared: [], systemCommands: [] })
    await kit.press(instanceId, 'increment')
    expect(kit.state().shared['counter-summary']).toEqual({ values: {} })
    expect(kit.view(instanceId)?.globalState.shared).toEqual({})
    kit.host.setGrants(instanceId, { readShared: [], writeShared: ['counter-summary'], systemCommands: [] })
    await kit.press(instanceId, 'increment')
    expect(kit.state().shared['counter-summary']).toEqual({ values: { [instanceId]: 2 } })
    expect(kit.trace('grants')).toMatchObject([
      { by: 'user', before: { writeShared: ['counter-summary'] }, after: { writeShared: [] } },
      { by: 'user', before: { writeShared: [] }, after: { writeShared: ['counter-summary'] } },
    ])
  })

  it('lets the policy give less than was requested', async () => {
    const kit = createHostKit({
      policy: () => ({ readShared: ['counter-summary'], writeShared: [], systemCommands: [] }),
    })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    await kit.press(instanceId, 'increment')
    expect(kit.state().dispatchTrace.lastReason).toBe('missing-write-grant:counter-summary')
  })

  it('knows no instance that was never loaded', () => {
    const kit = createHostKit()
    const grants = { readShared: [], writeShared: [], systemCommands: [] }
    expect(() => kit.host.setGrants('counter@nowhere', grants)).toThrow(/There is no instance/)
    expect(() => kit.host.setEnabled('counter@nowhere', true)).toThrow(/There is no instance/)
  })
})

it('keeps an instance apart from one whose plugin declares the same id', async () => {
  const code = pluginWith({
    id: 'counter',
    handlers: "go(ctx) { ctx.dispatchPluginAction('state/replace', { mine: true }) }",
  })
  const kit = createHostKit()
  const real = await kit.host.load({ packageId: 'counter' })
  const twin = await kit.host.load({ packageId: 'twin', code, manifest: manifestOf('twin') })
  await kit.press(twin, 'go')
  expect(kit.pluginState(twin)).toEqual({ mine: true })
  expect(kit.pluginState(real)).toEqual({ value: 0 })
})
