import { auditGrants } from '@plugboard/capabilities'
import type { TraceRecord } from '@plugboard/contracts'
import { envelopeOf } from '@plugboard/store-core'
import { describe, expect, it } from 'vitest'

import { manifestOf } from './kit/counterPackage.ts'
import { createHostKit, PRESS, settled, type HostKit } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

const root = (kit: HostKit): { readonly plugins: ReturnType<HostKit['state']> } => ({ plugins: kit.state() })

function effectsOf(kit: HostKit, seq: number | undefined): readonly TraceRecord[] {
  return kit.host.selectors.selectEffects(root(kit), seq ?? 0).map(({ record }) => record)
}

/** The kinds of the chain, from the record back to where it began. */
function wayBack(kit: HostKit, record: TraceRecord | undefined): readonly string[] {
  return kit.host.selectors.selectCauses(root(kit), record?.seq ?? 0).chain.map(({ kind }) => kind)
}

describe('from a click to the pictures, and back', () => {
  it('leads from the click through its intents to the renders of its own and of another instance', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const second = await kit.host.load({ packageId: 'counter' })
    kit.lease(first)
    kit.lease(second)
    await settled()
    await kit.press(first, 'increment')
    const [event] = kit.trace('event')
    const effects = effectsOf(kit, event?.seq)
    const named = effects.map(({ instanceId, kind }) => [kind, instanceId])
    expect(named).toEqual([
      ['dispatch', first],
      ['dispatch', first],
      ['render', first],
      ['render', second],
    ])
    for (const render of effects.filter(({ kind }) => kind === 'render')) {
      expect(wayBack(kit, render)).toEqual(['render', 'dispatch', 'event'])
      expect(kit.host.selectors.selectCauses(root(kit), render.seq).records).toContain(event)
    }
    const depths = kit.host.selectors.selectEffects(root(kit), event?.seq ?? 0).map(({ depth }) => depth)
    expect(depths).toEqual([1, 1, 2, 2])
  })

  it('leads to a picture from each of the clicks that it shows', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime, packages: [] })
    const id = await kit.host.load({ packageId: 'custom', code: '' })
    const lease = kit.lease(id)
    await settled()
    runtime.draw('first')
    await settled()
    const click = async (value: number): Promise<void> => {
      lease.emit('go', PRESS)
      await settled()
      const identity = { instanceId: id, packageId: 'custom' }
      runtime.handle({ intents: [{ scope: 'plugin', actionType: 'state/replace', payload: { value }, ...identity }] })
      await settled()
    }
    await click(1)
    // The picture of the first is being drawn; the second and third wait for it, and are drawn together.
    await click(2)
    await click(3)
    runtime.draw('one')
    await settled()
    runtime.draw('three')
    await settled()
    const events = kit.trace('event')
    const renders = kit.trace('render')
    expect(events.map(({ seq }) => effectsOf(kit, seq).filter(({ kind }) => kind === 'render'))).toEqual([
      [renders[1]],
      [renders[2]],
      [renders[2]],
    ])
    expect(renders[2]?.otherCauses).toHaveLength(1)
    expect(renders[1]).not.toHaveProperty('otherCauses')
  })

  it('does not forget what a picture was to show that came too late', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime, packages: [] })
    const id = await kit.host.load({ packageId: 'custom', code: '', manifest: manifestOf('custom') })
    const lease = kit.lease(id)
    await settled()
    runtime.draw('first')
    await settled()
    lease.emit('go', PRESS)
    await settled()
    const identity = { instanceId: id, packageId: 'custom' }
    runtime.handle({ intents: [{ scope: 'plugin', actionType: 'state/replace', payload: 1, ...identity }] })
    await settled()
    kit.host.setGrants(id, { readShared: ['counter-summary'], writeShared: [], systemCommands: [] })
    runtime.draw('with the old grants')
    await settled()
    runtime.draw('with the new grants')
    await settled()
    const [dispatch] = kit.trace('dispatch')
    const [change] = kit.trace('grants')
    expect(kit.trace('render').at(-1)).toMatchObject({ causeSeq: change?.seq, otherCauses: [dispatch?.seq] })
  })

  it('leads from a denied intent to who shows the denials', async () => {
    const code = `definePlugin(({ ui }) => ({ id: 'd', title: 'D', widgets: { main: {
      render: ({ globalState }) => ui.text(JSON.stringify(globalState.shared)), handlers: {} } } }))`
    const kit = createHostKit()
    const manifest = manifestOf('dashboard', { readShared: ['runtime-metrics'] })
    const dashboard = await kit.host.load({ packageId: 'dashboard', code, manifest })
    const counter = await kit.host.load({
      packageId: 'counter',
      initialGrants: { readShared: [], writeShared: [], systemCommands: [] },
    })
    kit.lease(dashboard)
    await settled()
    await kit.press(counter, 'increment')
    const [event] = kit.trace('event')
    const denied = kit.trace('dispatch').find(({ outcome }) => outcome === 'denied')
    const render = kit.trace('render').findLast(({ instanceId }) => instanceId === dashboard)
    expect(effectsOf(kit, event?.seq)).toContain(render)
    expect(render?.causeSeq).toBe(denied?.seq)
  })

  it('leads from a system command through the restart to the new picture', async () => {
    const code = `definePlugin(({ ui }) => ({ id: 'r', title: 'R', widgets: { main: {
      render: () => ui.text('here'), handlers: { again(ctx) { ctx.dispatchSystemCommand('restart-plugin') } } } } }))`
    const kit = createHostKit()
    const manifest = manifestOf('restarter', { systemCommands: ['restart-plugin'] })
    const id = await kit.host.load({ packageId: 'restarter', code, manifest })
    kit.lease(id)
    await settled()
    await kit.press(id, 'again')
    await settled()
    expect(wayBack(kit, kit.trace('render').at(-1))).toEqual(['render', 'restart', 'dispatch', 'event'])
  })

  it('leads from the load to the first picture, and to what made it fail', async () => {
    const kit = createHostKit()
    const id = await kit.host.load({ packageId: 'counter' })
    kit.lease(id)
    await settled()
    expect(wayBack(kit, kit.trace('render')[0])).toEqual(['render', 'load'])
    await expect(kit.host.load({ packageId: 'broken', code: 'throw 1' })).rejects.toThrow(Error)
    expect(wayBack(kit, kit.trace('error').at(-1))).toEqual(['error', 'load'])
  })

  it('leads from a restart to what made it fail', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime, packages: [] })
    const id = await kit.host.load({ packageId: 'custom', code: '' })
    runtime.loadFailure = 'INVALID_PLUGIN'
    await expect(kit.host.restart(id)).rejects.toThrow(Error)
    expect(wayBack(kit, kit.state().trace.at(-1))).toEqual(['error', 'restart'])
  })

  it('names what happened since somebody looked in a first picture, or else the newest change before', async () => {
    const kit = createHostKit()
    const id = await kit.host.load({ packageId: 'counter' })
    for (const by of [1, 2, 3]) {
      kit.dispatch(
        envelopeOf(
          { scope: 'plugin', actionType: 'increment', payload: { by }, instanceId: id, packageId: 'counter' },
          { dispatchId: `d${by}`, causeSeq: 0, timestamp: 0 },
        ),
      )
    }
    kit.lease(id)
    await settled()
    const newest = kit.trace('dispatch').at(-1)
    expect(kit.trace('render')[0]).toMatchObject({ causeSeq: newest?.seq })
    expect(kit.trace('render')[0]).not.toHaveProperty('otherCauses')
  })

  it('leads from a neighbour’s crash to the restart that it made necessary', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime, packages: [] })
    const id = await kit.host.load({ packageId: 'custom', code: '' })
    const error = { code: 'RUNTIME_CRASHED', message: 'Gone.' } as const
    runtime.emit('crash', { error, instanceIds: [id, 'other@1'], offender: 'other@1' })
    runtime.emit('restart', { instanceId: id, attempt: 1 })
    expect(wayBack(kit, kit.state().trace.at(-1))).toEqual(['restart', 'error'])
  })

  it('leads from an unload to who sees that it was forgotten', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const second = await kit.host.load({ packageId: 'counter' })
    kit.lease(second)
    await settled()
    await kit.press(first, 'increment')
    await kit.host.unload(first)
    await settled()
    expect(wayBack(kit, kit.trace('render').at(-1))).toEqual(['render', 'dispose'])
  })

  it('says which causes have left the trace', async () => {
    const kit = createHostKit({ traceLimit: 2 })
    const id = await kit.host.load({ packageId: 'counter' })
    kit.lease(id)
    await settled()
    await kit.press(id, 'increment')
    const [, render] = kit.state().trace
    const { missing, records } = kit.host.selectors.selectCauses(root(kit), render?.seq ?? 0)
    expect(missing.length).toBeGreaterThan(0)
    expect(records.map(({ kind }) => kind)).not.toContain('event')
  })
})

describe('on trace', () => {
  it('hands on every record, in order, once, and those of the end', async () => {
    const kit = createHostKit()
    const heard: TraceRecord[] = []
    kit.host.on('trace', (records) => heard.push(...records))
    const id = await kit.host.load({ packageId: 'counter' })
    kit.lease(id)
    await kit.press(id, 'increment')
    await settled()
    const before = [...kit.state().trace]
    expect(heard).toEqual(before)
    await kit.host.dispose()
    expect(heard).toEqual(kit.state().trace)
    expect(heard.at(-1)?.kind).toBe('dispose')
  })

  it('reports a listener that throws as a fault, and the host goes on', async () => {
    const kit = createHostKit()
    kit.host.on('trace', () => {
      throw new Error('listener')
    })
    const id = await kit.host.load({ packageId: 'counter' })
    await kit.press(id, 'increment')
    expect(kit.pluginState(id)).toEqual({ value: 1 })
    expect(new Set(kit.faults.map(String))).toEqual(new Set(['Error: listener']))
  })

  it('takes what a listener does as any other action', async () => {
    const kit = createHostKit()
    const heard: number[] = []
    let isDone = false
    kit.host.on('trace', ([record]) => {
      if (isDone || record?.kind !== 'load' || record.instanceId === undefined) return
      isDone = true
      kit.host.setEnabled(record.instanceId, false)
    })
    kit.host.on('trace', (records) => heard.push(...records.map(({ seq }) => seq)))
    await kit.host.load({ packageId: 'counter' })
    await settled()
    expect(heard).toEqual(kit.state().trace.map(({ seq }) => seq))
  })
})

describe('the record of a load', () => {
  it('says what the manifest asked for and what was granted', async () => {
    const kit = createHostKit()
    await kit.host.load({ packageId: 'counter' })
    const asked = {
      readShared: ['counter-summary'],
      writeShared: ['counter-summary'],
      systemCommands: ['collect-diagnostics'],
    }
    expect(kit.trace('load')[0]).toMatchObject({ requested: asked, granted: asked })
  })

  it('makes the trace enough for an audit', async () => {
    const kit = createHostKit()
    const id = await kit.host.load({ packageId: 'counter' })
    await kit.press(id, 'increment')
    const [audit] = auditGrants(kit.host.selectors.selectTrace(root(kit)))
    expect(audit).toMatchObject({
      packageId: 'counter',
      unused: [{ verb: 'systemCommand', name: 'collect-diagnostics' }],
      isComplete: true,
      proposed: { readShared: ['counter-summary'], writeShared: ['counter-summary'], systemCommands: [] },
    })
  })

  it('says what a person granted instead, and that code without a manifest asked for nothing', async () => {
    const kit = createHostKit()
    const granted = { readShared: ['counter-summary'], writeShared: [], systemCommands: [] }
    await kit.host
      .load({ packageId: 'custom', code: 'definePlugin(() => ({}))', initialGrants: granted })
      .catch(() => 0)
    expect(kit.trace('load')[0]).toMatchObject({ granted })
    expect(kit.trace('load')[0]).not.toHaveProperty('requested')
  })
})
