import { counterSource, twoWidgetsSource } from '@plugboard/contract-tests'
import type { StampedIntent } from '@plugboard/contracts'
import type { PluginPackage } from '@plugboard/host'
import { envelopeOf } from '@plugboard/store-core'
import { describe, expect, it } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, settled, textOf, type HostKit } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

async function loadScripted() {
  const runtime = new ScriptedRuntime()
  const kit = createHostKit({ runtime })
  const instanceId = await kit.host.load({ packageId: 'counter' })
  return { runtime, kit, instanceId }
}

/** Acts for an instance, as if one of its events had asked for it. */
function act(kit: HostKit, instanceId: string, intent: Pick<StampedIntent, 'scope'> & Partial<StampedIntent>): void {
  const packageId = instanceId.split('@')[0] ?? ''
  const stamped = { ...intent, instanceId, packageId } as StampedIntent // Completed here.
  kit.dispatch(envelopeOf(stamped, { dispatchId: `test-${kit.actions.length}`, causeSeq: 0, timestamp: 0 }))
}

const increment = (kit: HostKit, instanceId: string): void =>
  act(kit, instanceId, { scope: 'plugin', actionType: 'increment', payload: { by: 1 } })
const report = (kit: HostKit, instanceId: string, value: number): void =>
  act(kit, instanceId, { scope: 'shared', domain: 'counter-summary', actionType: 'set-instance', payload: { value } })

describe('who is drawn', () => {
  it('draws nothing that nobody looks at', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    increment(kit, instanceId)
    await settled()
    expect(runtime.calls).toEqual([])
  })

  it('draws a widget as soon as a view leases it, and stops when the last view lets go', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.host.lease(instanceId, 'main')
    const other = kit.host.lease(instanceId, 'main')
    await settled()
    runtime.draw('one')
    await settled()
    lease.release()
    lease.release()
    increment(kit, instanceId)
    await settled()
    expect(runtime.openRenders).toHaveLength(1)
    runtime.draw('two')
    await settled()
    other.release()
    increment(kit, instanceId)
    await settled()
    expect(runtime.openRenders).toEqual([])
    const back = kit.lease(instanceId)
    expect(textOf(back.getSnapshot().tree)).toBe('two')
    await settled()
    expect(runtime.openRenders).toHaveLength(1)
  })

  it('draws only the instances whose own view changed', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const sibling = await kit.host.load({ packageId: 'counter' })
    const stranger = await kit.host.load({ packageId: 'stranger', code: 'x' })
    for (const id of [instanceId, sibling, stranger]) kit.lease(id)
    await settled()
    for (const render of runtime.openRenders) render.answer()
    await settled()
    increment(kit, sibling)
    await settled()
    expect(runtime.openRenders.map((call) => call.instanceId)).toEqual([sibling])
    for (const render of runtime.openRenders) render.answer()
    await settled()
    // The two counters may read the summary; code without a manifest may not.
    report(kit, instanceId, 4)
    await settled()
    expect(runtime.openRenders.map((call) => call.instanceId)).toEqual([instanceId, sibling])
  })

  it('draws no widget that is not leased beside one that is', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.host.lease(instanceId, 'main')
    kit.lease(instanceId, 'other')
    await settled()
    runtime.draw('main')
    await settled()
    runtime.draw('other')
    await settled()
    lease.release()
    increment(kit, instanceId)
    await settled()
    expect(runtime.openRenders.map(({ call }) => call.widgetId)).toEqual(['other'])
    runtime.draw('other again')
    await settled()
    expect(runtime.openRenders).toEqual([])
  })

  it('leaves a paused instance with its last picture, and draws it once when it is resumed', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.lease(instanceId)
    await settled()
    runtime.draw('before')
    await settled()
    const sibling = await kit.host.load({ packageId: 'counter' })
    kit.host.setEnabled(instanceId, false)
    // Changes what the paused one may read.
    report(kit, sibling, 9)
    await settled()
    expect(runtime.openRenders).toEqual([])
    expect(lease.getSnapshot()).toMatchObject({ enabled: false, tree: { text: 'before' } })
    kit.host.setEnabled(instanceId, true)
    await settled()
    runtime.draw('after')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ enabled: true, tree: { text: 'after' } })
    expect(runtime.calls).toHaveLength(2)
    kit.host.setEnabled(instanceId, false)
    await settled()
    kit.host.setEnabled(instanceId, true)
    await settled()
    // Nothing changed meanwhile; it is drawn all the same.
    expect(runtime.calls).toHaveLength(3)
  })
})

describe('how often', () => {
  it('turns a burst of dispatches into one render', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    kit.lease(instanceId)
    await settled()
    runtime.draw('first')
    await settled()
    for (let count = 0; count < 100; count += 1) increment(kit, instanceId)
    await settled()
    expect(runtime.openRenders).toHaveLength(1)
    expect(runtime.openRenders[0]?.call.view.pluginState).toEqual({ value: 100 })
    runtime.draw('second')
    await settled()
    expect(runtime.calls).toHaveLength(2)
  })

  it('lets one render follow the one in flight, with the newest view', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    kit.lease(instanceId)
    await settled()
    for (let count = 0; count < 5; count += 1) {
      increment(kit, instanceId)
      await settled(1)
    }
    expect(runtime.openRenders).toHaveLength(1)
    runtime.draw('first')
    await settled()
    expect(runtime.openRenders.map(({ call }) => call.view.pluginState)).toEqual([{ value: 5 }])
    runtime.draw('second')
    await settled()
    expect(runtime.calls).toHaveLength(2)
  })

  it('tells a view once for a batch, and shows every view the same moment', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const sibling = await kit.host.load({ packageId: 'counter' })
    const leases = [kit.lease(instanceId), kit.lease(sibling)]
    await settled()
    const seen: string[][] = []
    for (const lease of leases) lease.subscribe(() => seen.push(leases.map((each) => textOf(each.getSnapshot().tree))))
    for (const render of runtime.openRenders) render.answer({ tree: { kind: 'text', text: 'drawn' } })
    await settled()
    expect(seen).toEqual([
      ['drawn', 'drawn'],
      ['drawn', 'drawn'],
    ])
  })

  it('keeps a snapshot the same object until something in it changed', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.lease(instanceId)
    await settled()
    runtime.draw('first')
    await settled()
    const before = lease.getSnapshot()
    kit.dispatch({ type: 'something/else' })
    await kit.host.load({ packageId: 'stranger', code: 'x' })
    await settled()
    expect(lease.getSnapshot()).toBe(before)
  })

  it('gives every widget of an instance its turn', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    kit.lease(instanceId, 'main')
    kit.lease(instanceId, 'other')
    await settled()
    const drawn: string[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      drawn.push(runtime.openRenders[0]?.call.widgetId ?? '')
      increment(kit, instanceId)
      runtime.draw('x')
      // Each answer lets the next one out.
      await settled(1)
    }
    expect(drawn).toEqual(['main', 'other', 'main', 'other'])
  })
})

describe('what is stale', () => {
  it('shows no picture of the VM before a restart', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.lease(instanceId)
    await settled()
    const [old] = runtime.openRenders
    // A runtime that still answers what it should have given up.
    runtime.dispose = () => Promise.resolve()
    const restarting = kit.host.restart(instanceId)
    old?.answer({ tree: { kind: 'text', text: 'old' } })
    await restarting
    await settled()
    expect(lease.getSnapshot().tree).toBeNull()
    runtime.draw('new')
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toBe('new')
  })

  it('shows no picture made with grants that were taken meanwhile', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.lease(instanceId)
    await settled()
    kit.host.setGrants(instanceId, { readShared: [], writeShared: [], systemCommands: [] })
    runtime.draw('with the summary')
    await settled()
    expect(lease.getSnapshot().tree).toBeNull()
    expect(runtime.openRenders[0]?.call.view.globalState.shared).toEqual({})
    runtime.draw('without')
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toBe('without')
  })
})

describe('capabilities of the host’s own components', () => {
  const mapPackage: PluginPackage = { ...counterPackage, manifest: manifestOf('counter', { components: ['maps'] }) }
  const none = { readShared: [], writeShared: [], systemCommands: [] }

  it('are in the very first snapshot of a view, and absent without a grant', async () => {
    const kit = createHostKit({ packages: [mapPackage] })
    const trusted = await kit.host.load({ packageId: 'counter' })
    const stranger = await kit.host.load({ packageId: 'counter', code: counterSource })
    expect(kit.lease(trusted).getSnapshot().components).toEqual(['maps'])
    expect(kit.lease(stranger).getSnapshot()).not.toHaveProperty('components')
  })

  it('go at once when a person takes them away, before the plugin has drawn again', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime, packages: [mapPackage] })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(instanceId)
    await settled()
    runtime.draw('drawn while it was granted')
    await settled()
    let told = 0
    lease.subscribe(() => (told += 1))
    kit.host.setGrants(instanceId, none)
    await settled()
    expect(told).toBe(1)
    expect(lease.getSnapshot()).not.toHaveProperty('components')
    expect(textOf(lease.getSnapshot().tree)).toBe('drawn while it was granted')
    kit.host.setGrants(instanceId, { ...none, components: ['maps', 'charts'] })
    await settled()
    expect(lease.getSnapshot().components).toEqual(['charts', 'maps'])
  })
})

describe('listeners', () => {
  it('survives a view that throws when it is told', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.lease(instanceId)
    let told = 0
    lease.subscribe(() => {
      throw new Error('view')
    })
    const stop = lease.subscribe(() => (told += 1))
    await settled()
    runtime.draw('first')
    await settled()
    expect(told).toBe(1)
    expect(kit.faults).toMatchObject([{ message: 'view' }])
    stop()
    increment(kit, instanceId)
    await settled()
    runtime.draw('second')
    await settled()
    expect(told).toBe(1)
  })

  it('counts a function that subscribed twice as two subscriptions', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const lease = kit.lease(instanceId)
    let told = 0
    const listener = (): void => void (told += 1)
    const stop = lease.subscribe(listener)
    lease.subscribe(listener)
    stop()
    await settled()
    runtime.draw('first')
    await settled()
    expect(told).toBe(1)
  })

  it('survives a subscriber of the store that throws', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    kit.subscribe(() => {
      throw new Error('subscriber')
    })
    await kit.press(instanceId, 'increment')
    expect(kit.pluginState(instanceId)).toEqual({ value: 1 })
    expect(kit.faults.length).toBeGreaterThan(0)
  })

  it('finds the right cause when a subscriber dispatches in between', async () => {
    const kit = createHostKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    let nested = 0
    kit.subscribe(() => {
      nested += 1
      if (nested <= 3) increment(kit, instanceId)
    })
    await kit.press(instanceId, 'increment')
    const [event] = kit.trace('event')
    const caused = kit.trace('dispatch').filter(({ causeSeq }) => causeSeq !== null)
    expect(caused.map(({ causeSeq }) => causeSeq)).toEqual([event?.seq, event?.seq])
  })
})

it('draws two widgets of one plugin side by side', async () => {
  const kit = createHostKit()
  const instanceId = await kit.host.load({ packageId: 'two', code: twoWidgetsSource, manifest: manifestOf('two') })
  const widgets = kit.instance(instanceId)?.widgets ?? []
  const leases = widgets.map((widgetId) => kit.lease(instanceId, widgetId))
  await settled()
  expect(leases.map((lease) => lease.getSnapshot().tree === null)).toEqual([false, false])
})

describe('opening from a view', () => {
  const request = { packageId: 'counter', code: counterPackage.code }

  it('runs one VM for a view that is mounted, unmounted and mounted in a row', async () => {
    const { kit, runtime } = await loadScripted()
    const ticket = {}
    const first = kit.host.open(ticket, request)
    first.release()
    const second = kit.host.open(ticket, request)
    await settled()
    expect(second.instanceId).toBe(first.instanceId)
    expect(runtime.loads).toHaveLength(2)
    expect(runtime.disposed).toEqual([])
    second.release()
    second.release()
    await settled()
    expect(runtime.disposed).toEqual([first.instanceId])
    expect(kit.instance(first.instanceId)).toBeUndefined()
  })

  it('keeps the instance while somebody still holds it', async () => {
    const { kit, runtime } = await loadScripted()
    const ticket = {}
    const first = kit.host.open(ticket, request)
    kit.host.open(ticket, request)
    first.release()
    first.release()
    await settled()
    expect(runtime.disposed).toEqual([])
  })

  it('starts anew when the instance was unloaded meanwhile, or let go of long ago', async () => {
    const { kit } = await loadScripted()
    const ticket = {}
    const first = kit.host.open(ticket, request)
    await settled()
    await kit.host.unload(first.instanceId)
    const second = kit.host.open(ticket, request)
    expect(second.instanceId).not.toBe(first.instanceId)
    first.release()
    second.release()
    await settled()
    expect(kit.host.open(ticket, request).instanceId).not.toBe(second.instanceId)
  })

  it('shows a failed load on the instance’s card and throws nothing', async () => {
    const kit = createHostKit()
    const hold = kit.host.open({}, { packageId: 'bad', code: 'throw new Error("no")' })
    const lease = kit.lease(hold.instanceId)
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'PLUGIN_THREW' } })
  })
})
