import { counterSource, echoSource, pluginWith, throwerSource } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, textOf, type HostKit, type HostKitOptions } from './kit/hostKit.ts'

/** A host over real VMs in this process. */
function createVmKit(options: HostKitOptions = {}): HostKit {
  const runtime = createQuickJSRuntime({ placement: 'inline' })
  onTestFinished(() => runtime[Symbol.asyncDispose]())
  return createHostKit({ runtime, ...options })
}

const textIn = (kit: HostKit, instanceId: string): (() => string) => {
  const lease = kit.lease(instanceId)
  return () => textOf(lease.getSnapshot().tree)
}

describe('two counters in VMs of their own', () => {
  it('count apart, add up together, and leave the sum when they go', async () => {
    const kit = createVmKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const second = await kit.host.load({ packageId: 'counter' })
    const firstText = textIn(kit, first)
    const secondText = textIn(kit, second)
    await kit.press(first, 'increment')
    await kit.press(first, 'increment')
    await kit.press(second, 'increment')
    await settled()
    expect([firstText(), secondText()]).toEqual([
      expect.stringContaining('Count: 2'),
      expect.stringContaining('Count: 1'),
    ])
    expect(kit.view(first)?.globalState.shared['counter-summary']).toEqual({ totalValue: 3, instanceCount: 2 })
    await kit.host.unload(first)
    expect(kit.view(second)?.globalState.shared['counter-summary']).toEqual({ totalValue: 1, instanceCount: 1 })
  })

  it('see no shared state without a read grant', async () => {
    const kit = createVmKit()
    const instanceId = await kit.host.load({ packageId: 'echo', code: echoSource })
    const text = textIn(kit, instanceId)
    await settled()
    expect(JSON.parse(text())).toMatchObject({ globalState: { self: { instanceId }, shared: {} } })
  })
})

describe('grants', () => {
  it('denies a write, keeps the plugin running, counts it, and lets it through once granted', async () => {
    const kit = createVmKit()
    const instanceId = await kit.host.load({ packageId: 'mine', code: counterSource })
    await kit.press(instanceId, 'increment')
    expect(kit.state().shared['counter-summary']).toEqual({ values: {} })
    expect(kit.state().dispatchTrace.deniedByReason).toEqual({ 'missing-write-grant:counter-summary': 1 })
    expect(kit.instance(instanceId)?.status).toBe('ready')
    kit.host.setGrants(instanceId, {
      readShared: ['counter-summary'],
      writeShared: ['counter-summary'],
      systemCommands: [],
    })
    const denied = kit.trace('dispatch').find(({ outcome }) => outcome === 'denied')
    expect(kit.host.replayIntent(denied?.seq ?? 0).outcome).toBe('applied')
    kit.host.setGrants(instanceId, { readShared: [], writeShared: [], systemCommands: [] })
    await kit.press(instanceId, 'increment')
    expect(kit.state().dispatchTrace.deniedByReason).toEqual({ 'missing-write-grant:counter-summary': 2 })
  })

  it('drops the identity that a guest claims', async () => {
    const kit = createVmKit()
    const victim = await kit.host.load({ packageId: 'counter' })
    const code = pluginWith({
      id: 'counter',
      handlers: `forge(ctx) {
        ctx.dispatchPluginAction('increment', { by: 1, instanceId: '${victim}' })
        ctx.instanceId = '${victim}'
        ctx.dispatchPluginAction('increment', { by: 1 })
      }`,
    })
    const forger = await kit.host.load({ packageId: 'forger', code })
    await kit.press(forger, 'forge')
    expect(kit.pluginState(victim)).toEqual({ value: 0 })
    expect(new Set(kit.trace('dispatch').map((record) => record.instanceId))).toEqual(new Set([forger]))
  })
})

describe('a plugin that fails', () => {
  it('loops: it is stopped, its sibling answers, and a restart brings it back with its state', async () => {
    const kit = createVmKit()
    const code = counterSource.replace('handlers: {', 'handlers: { loop() { for (;;); },')
    const manifest = manifestOf('looper', { writeShared: ['counter-summary'] })
    const looper = await kit.host.load({
      packageId: 'looper',
      code: code.replace("'increment', { by }", "'state/merge', { value: ctx.pluginState.value + by }"),
      manifest,
    })
    const sibling = await kit.host.load({ packageId: 'counter' })
    await kit.press(looper, 'increment')
    await kit.press(looper, 'loop')
    await vi.waitFor(
      () => expect(kit.instance(looper)).toMatchObject({ status: 'error', error: { code: 'RUNTIME_TIMEOUT' } }),
      10_000,
    )
    await kit.press(sibling, 'increment')
    expect(kit.pluginState(sibling)).toEqual({ value: 1 })
    await kit.host.restart(looper)
    expect(kit.pluginState(looper)).toEqual({ value: 1 })
    await kit.press(looper, 'increment')
    expect(kit.pluginState(looper)).toEqual({ value: 2 })
    expect(kit.instance(looper)).toMatchObject({ status: 'ready', diagnostics: { restarts: 1 } })
  })

  it('throws: the author’s line is on the card', async () => {
    const kit = createVmKit()
    const instanceId = await kit.host.load({ packageId: 'thrower', code: throwerSource })
    await kit.press(instanceId, 'fail')
    expect(kit.instance(instanceId)?.error).toMatchObject({ code: 'PLUGIN_THREW', source: { line: 13 } })
  })
})

describe('drawing', () => {
  it('turns a burst into one render, of the concerned instances only', async () => {
    const kit = createVmKit()
    const busy = await kit.host.load({ packageId: 'counter' })
    const reader = await kit.host.load({ packageId: 'counter' })
    const stranger = await kit.host.load({ packageId: 'mine', code: counterSource })
    for (const id of [busy, reader, stranger]) kit.lease(id)
    await settled()
    const before = kit.trace('render').length
    expect(before).toBe(3)
    const lease = kit.lease(busy)
    lease.emit('increment', PRESS)
    await settled()
    const drawn = kit.trace('render').slice(before)
    expect(new Set(drawn.map(({ instanceId }) => instanceId))).toEqual(new Set([busy, reader]))
    expect(drawn).toHaveLength(2)
  })

  it('does not let a widget of the host’s own figures feed itself', async () => {
    const watcher = {
      manifest: manifestOf('watcher', { readShared: ['runtime-metrics', 'runtime-registry'] }),
      code: pluginWith({ id: 'watcher', render: 'return ui.text(JSON.stringify(view.globalState.shared))' }),
    }
    const kit = createVmKit({ packages: [counterPackage, watcher] })
    kit.lease(await kit.host.load({ packageId: 'watcher' }))
    await settled(30)
    expect(kit.trace('render')).toHaveLength(1)
  })

  it('keeps the objects of what did not change', async () => {
    const kit = createVmKit()
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(instanceId)
    await settled()
    const childOf = (index: number): unknown => {
      const { tree } = lease.getSnapshot()
      return tree !== null && 'children' in tree ? tree.children?.[index] : undefined
    }
    const before = [childOf(0), childOf(1)]
    await kit.press(instanceId, 'increment')
    expect(childOf(0)).not.toBe(before[0])
    expect(childOf(1)).toBe(before[1])
  })
})

describe('in workers', () => {
  it('brings siblings of a killed worker back by themselves, and the offender by a restart', async () => {
    const runtime = createQuickJSRuntime({
      placement: () => 'shared',
      // Long enough for a sibling whose worker starts on a busy machine: it must not be taken for another offender.
      limits: { wallMs: { load: 20_000, render: 10_000, event: 3_000 } },
    })
    onTestFinished(() => runtime[Symbol.asyncDispose]())
    // Array scans never ask whether they should stop: only the watchdog ends them.
    const stuck = pluginWith({ id: 'stuck', handlers: "go() { return new Array(1e9) + '' }" })
    const kit = createHostKit({ runtime, packages: [counterPackage, { manifest: manifestOf('stuck'), code: stuck }] })
    const sibling = await kit.host.load({ packageId: 'counter' })
    const offender = await kit.host.load({ packageId: 'stuck' })
    const lease = kit.lease(sibling)
    kit.lease(offender).emit('go', PRESS)
    lease.emit('increment', PRESS)
    await vi.waitFor(() => expect(kit.instance(offender)?.status).toBe('error'), 20_000)
    lease.emit('increment', PRESS)
    await vi.waitFor(() => expect(kit.pluginState(sibling)).toEqual({ value: 2 }), 20_000)
    expect(kit.instance(sibling)?.status).toBe('ready')
    await kit.host.restart(offender)
    expect(kit.instance(offender)).toMatchObject({ status: 'ready', diagnostics: { restarts: 1 } })
  }, 60_000)
})

describe('new code in real VMs', () => {
  for (const placement of ['inline', 'shared'] as const) {
    it(`that never comes to an end is stopped each time, and the old code runs on, placed ${placement}`, async () => {
      const runtime = createQuickJSRuntime({ placement, standby: false })
      onTestFinished(() => runtime[Symbol.asyncDispose]())
      const kit = createHostKit({ runtime, limits: { fuel: { load: 20, render: 5, event: 20 } } })
      const instanceId = await kit.host.load({ packageId: 'counter' })
      const deliver = (number: number) =>
        kit.host.deliver(instanceId, { number, widgetId: 'main', handler: 'increment', event: PRESS })
      await deliver(1)
      const codes: unknown[] = []
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const code = counterSource.replace('return ui.column', 'for (;;); return ui.column')
        const reloading = kit.host.reload(instanceId, { code }).catch((error: unknown) => codes.push(error))
        const waiting = deliver(attempt + 2)
        await reloading
        expect(await waiting).toEqual({ outcome: 'handled' })
      }
      expect(codes).toMatchObject([
        { code: 'RUNTIME_TIMEOUT' },
        { code: 'RUNTIME_TIMEOUT' },
        { code: 'RUNTIME_TIMEOUT' },
        { code: 'QUARANTINED' },
      ])
      expect(kit.pluginState(instanceId)).toEqual({ value: 5 })
      const text = textIn(kit, instanceId)
      await expect.poll(text).toContain('Count: 5')
      expect(await kit.host.reload(instanceId, { code: counterSource.replace('Count: ', 'Now: ') })).toEqual({
        state: 'kept',
      })
      await expect.poll(text).toContain('Now: 5')
    })
  }
})
