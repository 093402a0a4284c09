import { NO_GRANTS } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { createHostKit, PRESS, settled, textOf, type HostKit } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

const coded = (code: string): Error => expect.objectContaining({ name: 'PluginHostError', code }) as Error
const seqNow = (kit: HostKit): number => kit.state().trace.at(-1)?.seq ?? 0

describe('going on from a point of the past', () => {
  it('brings everybody’s state back in one record, draws it, and one redo takes it back', async () => {
    const kit = createHostKit()
    const [first, second] = [
      await kit.host.load({ packageId: 'counter' }),
      await kit.host.load({ packageId: 'counter' }),
    ]
    const lease = kit.lease(second)
    await kit.press(first, 'increment')
    const seq = seqNow(kit)
    await kit.press(first, 'increment')
    await kit.press(second, 'increment')
    const before = kit.state()
    const plan = kit.host.previewContinue(seq)
    expect(kit.state()).toBe(before)
    const result = kit.host.continueFrom(seq)
    expect(result).toEqual({ ...plan, seq: seqNow(kit) })
    expect(result.reverted).toHaveLength(4)
    expect([kit.pluginState(first), kit.pluginState(second)]).toEqual([{ value: 1 }, { value: 0 }])
    expect(kit.view(first)?.globalState.shared['counter-summary']).toEqual({ totalValue: 1, instanceCount: 1 })
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toContain('Count: 0')
    expect(kit.host.redo(result.seq ?? 0).restored).toEqual(result.reverted)
    expect(kit.state().shared).toEqual(before.shared)
    expect(kit.state().pluginStateByInstance).toEqual(before.pluginStateByInstance)
    expect(() => kit.host.redo(result.seq ?? 0)).toThrow(coded('UNKNOWN_RECORD'))
  })

  it('is not taken back over what was done since', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    await kit.press(first, 'increment')
    const { seq } = kit.host.continueFrom(1)
    await kit.press(first, 'increment')
    const before = kit.state()
    expect(kit.host.redo(seq ?? 0)).toMatchObject({ seq: null, restored: [] })
    expect(kit.state()).toBe(before)
  })

  it('leaves what persons decided: who runs, what is granted, who is paused', async () => {
    const kit = createHostKit()
    const first = await kit.host.load({ packageId: 'counter' })
    const seq = seqNow(kit)
    await kit.press(first, 'increment')
    kit.host.setGrants(first, NO_GRANTS)
    kit.host.setEnabled(first, false)
    const late = await kit.host.load({ packageId: 'counter' })
    await kit.press(late, 'increment')
    expect(kit.host.continueFrom(seq)).toMatchObject({ restarted: [late], gone: [], kept: [] })
    expect(kit.instance(first)?.enabled).toBe(false)
    expect(kit.state().grantsByInstance[first]).toEqual(NO_GRANTS)
    expect([kit.pluginState(first), kit.pluginState(late)]).toEqual([{ value: 0 }, { value: 0 }])
    await kit.press(late, 'increment')
    expect(kit.pluginState(late)).toEqual({ value: 1 })
  })

  it('drops the events that wait, with a record of each, and tells their source', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const id = await kit.host.load({ packageId: 'counter' })
    const lease = kit.lease(id)
    await settled()
    runtime.draw('0')
    lease.emit('go', PRESS)
    runtime.handle({
      intents: [{ scope: 'plugin', actionType: 'increment', payload: { by: 1 }, instanceId: id, packageId: 'counter' }],
    })
    await settled()
    const delivered = kit.host.deliver(id, { number: 1, widgetId: 'main', handler: 'go', event: PRESS })
    lease.emit('go', PRESS)
    expect(runtime.openEvents).toHaveLength(1)
    const { seq } = kit.host.continueFrom(1)
    expect(kit.pluginState(id)).toEqual({ value: 0 })
    const dropped = kit.trace('error').filter((record) => record.seq > (seq ?? 0))
    expect(dropped).toMatchObject([{ instanceId: id, error: { code: 'DISPOSED' } }])
    // What was under way already is new work.
    runtime.handle()
    expect(await delivered).toEqual({ outcome: 'handled' })
    expect(runtime.openEvents).toEqual([])
  })

  it('refuses what it does not know, and changes nothing', async () => {
    const kit = createHostKit({ traceLimit: 4 })
    const first = await kit.host.load({ packageId: 'counter' })
    for (let count = 0; count < 3; count += 1) await kit.press(first, 'increment')
    const before = kit.state()
    expect(() => kit.host.continueFrom(1)).toThrow(coded('PAST_INCOMPLETE'))
    expect(kit.host.previewContinue(1)).toMatchObject({ missing: { reason: 'left-trace' }, isChange: false })
    for (const seq of [seqNow(kit) + 1, -1, 0.5, Number.NaN, '1', undefined, Symbol('seq'), {}]) {
      expect(() => kit.host.continueFrom(seq as number)).toThrow(coded('UNKNOWN_RECORD'))
    }
    expect(kit.host.continueFrom(seqNow(kit)).seq).toBeNull()
    expect(kit.state()).toBe(before)
  })

  it('says that nothing happened when a middleware swallows it', async () => {
    let isSwallowing = false
    const swallow = () => (next: (action: unknown) => unknown) => (action: unknown) =>
      isSwallowing ? undefined : next(action)
    const kit = createHostKit({ outer: [swallow] })
    const first = await kit.host.load({ packageId: 'counter' })
    await kit.press(first, 'increment')
    isSwallowing = true
    expect(kit.host.continueFrom(1).seq).toBeNull()
  })
})
