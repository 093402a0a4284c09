import type { UndoPlan } from '@plugboard/store-core'
import { describe, expect, it } from 'vitest'

import { createHostKit, settled, textOf, type HostKit } from './kit/hostKit.ts'

async function createCounters(options: Parameters<typeof createHostKit>[0] = {}): Promise<{
  readonly kit: HostKit
  readonly first: string
  readonly second: string
}> {
  const kit = createHostKit(options)
  const first = await kit.host.load({ packageId: 'counter' })
  const second = await kit.host.load({ packageId: 'counter' })
  return { kit, first, second }
}

const summary = (kit: HostKit): unknown => kit.state().shared['counter-summary']

describe('undo', () => {
  it('takes back an instance’s own and shared work, and draws what shows it again', async () => {
    const { first, kit, second } = await createCounters()
    const lease = kit.lease(first)
    kit.lease(second)
    await kit.press(first, 'increment')
    await kit.press(second, 'increment')
    await kit.press(first, 'increment')
    expect(textOf(lease.getSnapshot().tree)).toContain('Count: 2')
    const { conflicts, missing, reverted, seq } = kit.host.undo(first, 0)
    expect({ conflicts, missing }).toEqual({ conflicts: [], missing: null })
    expect(reverted).toHaveLength(4)
    await settled()
    expect(textOf(lease.getSnapshot().tree)).toContain('Count: 0')
    expect(kit.pluginState(second)).toEqual({ value: 1 })
    expect(summary(kit)).toEqual({ values: { [second]: 1 } })
    const drawn = kit.trace('render').filter(({ causeSeq }) => causeSeq === seq)
    expect(drawn.map(({ instanceId }) => instanceId)).toEqual([first, second])
  })

  it('does what the preview said, and nothing more than once', async () => {
    const { first, kit } = await createCounters()
    await kit.press(first, 'increment')
    const before = kit.state()
    const plan: UndoPlan = kit.host.previewUndo(first, 0)
    expect(kit.state()).toBe(before)
    const { seq, ...done } = kit.host.undo(first, 0)
    expect(done).toEqual(plan)
    const { reverted } = plan
    expect(kit.trace('undo')).toMatchObject([{ seq, reverted, kept: [], causeSeq: null }])
    expect(kit.host.undo(first, 0)).toMatchObject({ seq: null, reverted: [] })
    expect(kit.trace('undo')).toHaveLength(1)
  })

  it('can be taken back, unless something wrote there since', async () => {
    const { first, kit } = await createCounters()
    await kit.press(first, 'increment')
    const { seq } = kit.host.undo(first, 0)
    expect(kit.host.redo(seq ?? 0)).toMatchObject({ conflicts: [], restored: [expect.any(Number), expect.any(Number)] })
    expect(kit.pluginState(first)).toEqual({ value: 1 })
    const again = kit.host.undo(first, 0).seq ?? 0
    await kit.press(first, 'increment')
    const refused = kit.host.redo(again)
    expect(refused).toMatchObject({ seq: null, restored: [] })
    expect(refused.conflicts.map(({ instanceId }) => instanceId)).toEqual([first, first])
    expect(kit.pluginState(first)).toEqual({ value: 1 })
  })

  it('leaves to the host what an unload has forgotten of an instance that is gone', async () => {
    const { first, kit } = await createCounters()
    await kit.press(first, 'increment')
    await kit.host.unload(first)
    const { conflicts, reverted } = kit.host.undo(first, 0)
    const removal = kit.state().trace.find(({ kind }) => kind === 'dispose')
    expect(reverted).toEqual([])
    expect(conflicts.map(({ by }) => by)).toEqual([[{ seq: removal?.seq }], [{ seq: removal?.seq }]])
  })

  it('refuses to guess what left the trace, and says from where on it knows', async () => {
    const { first, kit } = await createCounters({ traceLimit: 4 })
    for (let count = 0; count < 4; count += 1) await kit.press(first, 'increment')
    const before = kit.state()
    expect(() => kit.host.undo(first, 0)).toThrow(expect.objectContaining({ code: 'UNDO_INCOMPLETE' }) as Error)
    expect(kit.state()).toBe(before)
    const { missing } = kit.host.previewUndo(first, 0)
    expect(kit.host.undo(first, missing?.toSeq ?? 0).missing).toBeNull()
    expect(kit.host.undo(first, 0, { allowPartial: true }).seq).toBeNull()
  })

  it('takes back a part when that is asked for', async () => {
    const { first, kit } = await createCounters({ traceLimit: 4 })
    for (let count = 0; count < 4; count += 1) await kit.press(first, 'increment')
    expect(kit.host.undo(first, 0, { allowPartial: true }).reverted.length).toBeGreaterThan(0)
    expect(kit.pluginState(first)).not.toEqual({ value: 4 })
    expect(kit.pluginState(first)).not.toEqual({ value: 0 })
  })

  it('tells a caller without types what is wrong, and changes nothing', async () => {
    const { first, kit } = await createCounters()
    await kit.press(first, 'increment')
    const before = kit.state()
    const coded = (code: string): Error => expect.objectContaining({ name: 'PluginHostError', code }) as Error
    for (const instanceId of ['counter@gone', 'x', '__proto__', undefined, 7, {}]) {
      expect(() => kit.host.undo(instanceId as string, 0)).toThrow(coded('UNKNOWN_INSTANCE'))
    }
    for (const seq of [-1, 0.5, NaN, '1', undefined, null]) {
      expect(() => kit.host.undo(first, seq as number)).toThrow(coded('PROTOCOL'))
    }
    for (const seq of [0, 1, 99, -1, 'x', undefined, Symbol('seq')]) {
      expect(() => kit.host.redo(seq as number)).toThrow(coded('UNKNOWN_RECORD'))
    }
    expect(kit.state()).toBe(before)
    expect(() => kit.host.undo(first, 0, null as never)).not.toThrow()
    expect(kit.state()).not.toBe(before)
  })

  it('says that nothing happened when a middleware swallows it', async () => {
    let isSwallowing = false
    const swallow = () => (next: (action: unknown) => unknown) => (action: unknown) =>
      isSwallowing ? undefined : next(action)
    const { first, kit } = await createCounters({ outer: [swallow] })
    await kit.press(first, 'increment')
    isSwallowing = true
    expect(kit.host.undo(first, 0).seq).toBeNull()
    isSwallowing = false
    const { seq } = kit.host.undo(first, 0)
    isSwallowing = true
    expect(kit.host.redo(seq ?? 0).seq).toBeNull()
    isSwallowing = false
  })
})
