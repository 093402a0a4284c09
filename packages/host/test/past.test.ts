import { counterSource, createFakeRuntime } from '@plugboard/contract-tests'
import { NO_GRANTS, type InstanceId, type PluginRuntime, type WidgetLease } from '@plugboard/contracts'
import { openPast, type OpenPastOptions, type Past } from '@plugboard/host/past'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { manifestOf } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, textOf, type HostKit, type HostKitOptions } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

function open(kit: HostKit, options: Partial<OpenPastOptions> = {}): Past {
  const past = openPast({ host: kit.host, ...options })
  onTestFinished(() => past.close())
  return past
}

function look(past: Past, instanceId: InstanceId): WidgetLease {
  const lease = past.source.lease(instanceId, 'main')
  onTestFinished(() => lease.release())
  return lease
}

const text = (lease: WidgetLease): string => textOf(lease.getSnapshot().tree)
const seqNow = (kit: HostKit): number => kit.state().trace.at(-1)?.seq ?? 0

describe.each([
  ['a fake runtime', () => createFakeRuntime()],
  ['VMs in this process', () => createQuickJSRuntime({ placement: 'inline' })],
])('the past, drawn by %s', (_name, createRuntime: () => PluginRuntime) => {
  function createKit(options: HostKitOptions = {}): HostKit {
    const runtime = createRuntime()
    onTestFinished(() => runtime[Symbol.asyncDispose]())
    return createHostKit({ runtime, ...options })
  }

  it('shows what was on the screen at each record, forth and back, and the host hears nothing of it', async () => {
    const kit = createKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const live = kit.lease(first)
    const seen = new Map<number, string>()
    for (let count = 0; count < 4; count += 1) {
      await settled()
      seen.set(seqNow(kit), text(live))
      await kit.press(first, 'increment')
    }
    await settled()
    const before = kit.state()
    const past = open(kit)
    const lease = look(past, first)
    for (const seq of [...seen.keys(), ...[...seen.keys()].toReversed()]) {
      expect(past.goTo(seq).outcome).toBe('known')
      await settled()
      expect(text(lease)).toBe(seen.get(seq))
    }
    expect(kit.state()).toBe(before)
    expect(text(live)).toContain('Count: 4')
  })

  it('draws from VMs of its own, with the names that plugins know', async () => {
    const kit = createKit()
    const variable = `let drawn = 0
definePlugin(({ ui }) => ({ id: 'v', title: 'V', widgets: { main: { render(view) {
  drawn += 1
  return ui.text(view.globalState.self.instanceId + ' drawn ' + drawn)
} } } }))`
    const live = await kit.host.load({ packageId: 'variable', code: variable })
    const shown = kit.lease(live)
    await settled()
    const past = open(kit)
    const lease = look(past, live)
    await settled()
    expect([text(shown), text(lease)]).toEqual([`${live} drawn 1`, `${live} drawn 1`])
  })

  it('does nothing that is asked of it', async () => {
    const kit = createKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const past = open(kit)
    const lease = look(past, first)
    await settled()
    const before = kit.state()
    lease.emit('increment', PRESS)
    lease.emit('nowhere', { type: 'no event' } as never)
    await settled()
    expect(kit.state()).toBe(before)
    expect(text(lease)).toContain('Count: 0')
  })

  it('draws who is gone, also where nobody lists its code, and has words for who was not there yet', async () => {
    const kit = createKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const pasted = await kit.host.load({ packageId: 'pasted', code: counterSource })
    const seq = seqNow(kit)
    await kit.host.unload(first)
    await kit.host.unload(pasted)
    const late = await kit.host.load({ packageId: 'counter' })
    const past = open(kit)
    const [gone, goneToo, notYet] = [first, pasted, late].map((id) => look(past, id))
    past.goTo(seq)
    await settled()
    expect([gone, goneToo].map((lease) => lease && text(lease))).toEqual([
      expect.stringContaining('Count: 0'),
      expect.stringContaining('Count: 0'),
    ])
    expect(notYet?.getSnapshot()).toMatchObject({
      tree: null,
      error: { code: 'UNKNOWN_INSTANCE', message: 'This instance was not loaded at this point.' },
    })
    past.goTo(seqNow(kit))
    await settled()
    expect(notYet && text(notYet)).toContain('Count: 0')
    expect(gone?.getSnapshot()).toMatchObject({ tree: null, error: { code: 'UNKNOWN_INSTANCE' } })
  })

  it('shows a plugin what it could see then, and nothing that it was granted since', async () => {
    const kit = createKit()
    const spy = `definePlugin(({ ui }) => ({ id: 's', title: 'S', widgets: { main: { render: (view) =>
  ui.text(Object.keys(view.globalState.shared).join() || 'nothing') } } }))`
    const id = await kit.host.load({
      packageId: 'spy',
      code: spy,
      manifest: manifestOf('spy'),
      initialGrants: NO_GRANTS,
    })
    const seq = seqNow(kit)
    kit.host.setGrants(id, { ...NO_GRANTS, readShared: ['counter-summary'] })
    const past = open(kit)
    const lease = look(past, id)
    await settled()
    expect(text(lease)).toBe('counter-summary')
    past.goTo(seq)
    await settled()
    expect(text(lease)).toBe('nothing')
  })

  it('draws with the code of then', async () => {
    const kit = createKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const seq = seqNow(kit)
    await kit.host.reload(first, { code: counterSource.replace('Count: ', 'Total: ') })
    const past = open(kit)
    const lease = look(past, first)
    await settled()
    expect(text(lease)).toContain('Total: 0')
    past.goTo(seq)
    await settled()
    expect(text(lease)).toContain('Count: 0')
  })

  it('lets a render that fails fail here alone', async () => {
    const kit = createKit()
    const picky = `definePlugin(({ ui }) => ({ id: 'p', title: 'P', initialState: { broken: true }, widgets: { main: {
  render({ pluginState }) { if (pluginState.broken) throw new Error('not yet'); return ui.text('fine') },
  handlers: { mend(ctx) { ctx.dispatchPluginAction('state/merge', { broken: false }) } } } } }))`
    const id = await kit.host.load({ packageId: 'picky', code: picky })
    const seq = seqNow(kit)
    await kit.press(id, 'mend')
    await settled()
    const before = kit.state()
    const past = open(kit)
    const lease = look(past, id)
    for (let count = 0; count < 4; count += 1) {
      past.goTo(seq)
      await settled()
      expect(lease.getSnapshot()).toMatchObject({ status: 'error', tree: null, error: { code: 'PLUGIN_THREW' } })
      past.goTo(seqNow(kit))
      await settled()
      expect(text(lease)).toBe('fine')
    }
    expect(kit.state()).toBe(before)
  })

  it('never has more VMs than allowed, and draws everything all the same', async () => {
    const kit = createKit()
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.push(await kit.host.load({ packageId: 'counter' }))
    const inner = createRuntime()
    onTestFinished(() => inner[Symbol.asyncDispose]())
    let [open_, most] = [0, 0]
    const counting: PluginRuntime = {
      ...bind(inner),
      load: (request) => {
        open_ += 1
        most = Math.max(most, open_)
        return inner.load(request)
      },
      dispose: (instanceId) => {
        open_ -= 1
        return inner.dispose(instanceId)
      },
    }
    const past = open(kit, { runtime: counting, maxVms: 2 })
    const leases = ids.map((id) => look(past, id))
    await vi.waitFor(() => {
      expect(leases.map(text)).toEqual(ids.map(() => expect.stringContaining('Count: 0') as string))
    })
    expect(most).toBe(2)
    await past.close()
    expect(open_).toBe(0)
  })
})

function bind(inner: PluginRuntime): PluginRuntime {
  return {
    load: (request) => inner.load(request),
    call: (instanceId, call) => inner.call(instanceId, call),
    dispose: (instanceId) => inner.dispose(instanceId),
    health: () => inner.health(),
    on: (event, listener) => inner.on(event, listener),
    [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
  }
}

describe('looking back', () => {
  it('never draws a position that was left before it was drawn', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    for (let count = 0; count < 3; count += 1) await kit.press(first, 'increment')
    const seqs = kit
      .trace('dispatch')
      .filter(({ intent }) => intent.scope === 'plugin')
      .map(({ seq }) => seq)
    const runtime = new ScriptedRuntime()
    const past = open(kit, { runtime })
    const lease = look(past, first)
    await settled()
    for (const seq of seqs) past.goTo(seq)
    past.goTo(seqs[1] ?? 0)
    expect(runtime.openRenders).toHaveLength(1)
    runtime.draw('the newest')
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ status: 'loading', tree: null })
    runtime.draw('the second')
    await settled()
    expect(runtime.openRenders).toHaveLength(0)
    expect(runtime.calls.map(({ call }) => call.view.pluginState)).toEqual([{ value: 3 }, { value: 2 }])
    expect(lease.getSnapshot()).toMatchObject({ status: 'ready', tree: { text: 'the second' } })
  })

  it('starts no VM before somebody looks at a widget, and gives the runtime no port', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const runtime = new ScriptedRuntime()
    const past = open(kit, { runtime })
    past.goTo(0)
    await settled()
    expect(runtime.loads).toEqual([])
    past.goTo(1)
    look(past, first)
    await settled()
    expect(runtime.loads).toHaveLength(1)
    expect(runtime.loads[0]?.instanceId).not.toBe(first)
    expect(runtime.loads[0]).not.toHaveProperty('host')
  })

  it('counts what is stopped here against nobody who lives', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const past = open(kit)
    const fake = kit.runtime as ReturnType<typeof createFakeRuntime>
    const lease = look(past, first)
    await settled()
    const shadowId = (await fake.health()).groups.flatMap(({ instanceIds }) => instanceIds).find((id) => id !== first)
    for (let count = 0; count < 4; count += 1) {
      fake.failNext(shadowId ?? '', 'RUNTIME_TIMEOUT')
      past.goTo(count % 2)
      await settled()
    }
    expect(kit.instance(first)).toMatchObject({ status: 'ready', diagnostics: { restarts: 0 } })
    expect(kit.trace('error')).toEqual([])
    await kit.press(first, 'increment')
    expect(kit.pluginState(first)).toEqual({ value: 1 })
    expect(lease.getSnapshot().tree).toBeNull()
  })

  it('says so where the trace does not know any more', async () => {
    const kit = createHostKit({ traceLimit: 4 })
    const first = await kit.host.load({ packageId: 'counter' })
    for (let count = 0; count < 4; count += 1) await kit.press(first, 'increment')
    const past = open(kit)
    const lease = look(past, first)
    expect(past.range.fromSeq).toBe(past.range.toSeq - 4)
    expect(past.goTo(1)).toMatchObject({ outcome: 'missing', reason: 'left-trace' })
    expect(lease.getSnapshot()).toMatchObject({ tree: null, error: { code: 'PROTOCOL' } })
    past.goTo(past.range.fromSeq)
    await settled()
    expect(text(lease)).toContain('Count: ')
  })

  it('says so where the code of then is not known any more', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const seq = seqNow(kit)
    await kit.host.unload(first)
    for (let count = 0; count < 100; count += 1) await kit.host.unload(await kit.host.load({ packageId: 'counter' }))
    const past = open(kit)
    const lease = look(past, first)
    past.goTo(seq)
    expect(lease.getSnapshot()).toMatchObject({ tree: null, error: { code: 'INVALID_PLUGIN' } })
  })

  it('shows who was stopped as stopped, and who was paused as paused', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    kit.host.setEnabled(first, false)
    const past = open(kit)
    const lease = look(past, first)
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ status: 'ready', enabled: false })
    past.goTo(seqNow(kit) - 1)
    await settled()
    expect(lease.getSnapshot()).toMatchObject({ status: 'ready', enabled: true })
    const broken = await kit.host.load({ packageId: 'broken', code: 'throw new Error("no")' }).catch(() => null)
    const id = Object.keys(kit.state().instances).at(-1) ?? ''
    expect(broken).toBeNull()
    const stopped = look(past, id)
    past.goTo(seqNow(kit))
    expect(stopped.getSnapshot()).toMatchObject({ status: 'error', tree: null })
  })

  it('stands still while the host goes on, until it is asked for more', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const past = open(kit)
    const { toSeq } = past.range
    let told = 0
    past.subscribe(() => (told += 1))
    await kit.press(first, 'increment')
    expect([past.range.toSeq, past.reading.seq, told]).toEqual([toSeq, toSeq, 0])
    past.goTo(seqNow(kit))
    expect([past.range.toSeq, told]).toEqual([seqNow(kit), 1])
  })

  it('is over when it is closed or its host is, and ends its VMs', async () => {
    for (const end of [(past: Past) => past.close(), (_past: Past, kit: HostKit) => kit.host.dispose()]) {
      const kit = createHostKit()
      const first = await kit.host.load({ packageId: 'counter' })
      const runtime = new ScriptedRuntime()
      const past = open(kit, { runtime })
      const lease = look(past, first)
      await settled()
      await end(past, kit)
      await settled()
      expect(runtime.disposed).toEqual(runtime.loads.map(({ instanceId }) => instanceId))
      expect(lease.getSnapshot()).toMatchObject({ tree: null, error: { code: 'DISPOSED' } })
      expect(() => past.goTo(0)).toThrow(expect.objectContaining({ code: 'DISPOSED' }) as Error)
    }
  })

  it('needs a host, and room for a VM', () => {
    const kit = createHostKit()
    const coded = expect.objectContaining({ name: 'PluginHostError', code: 'PROTOCOL' }) as Error
    expect(() => openPast({ host: {} as never })).toThrow(coded)
    for (const maxVms of [0, -1, 0.5, Number.NaN, '3' as never]) {
      expect(() => openPast({ host: kit.host, maxVms })).toThrow(coded)
    }
  })
})
