import { resolveLimits } from '@plugboard/contracts'
import { describe, expect, test, vi } from 'vitest'

import { compiled, refusalOf, startVm, type VmKit } from '../../test/vmKit.ts'
import { createEngineInstance, type EngineInstance } from '../engine/engineInstance.ts'
import { findMemoryLayout, type MemoryLayout } from '../engine/memoryLayout.ts'
import { selectAdapter } from '../vm/apiAdapter.ts'
import { ImageHome } from './ImageHome.ts'
import { ImageSeat } from './ImageSeat.ts'

const limits = resolveLimits()

/** A plugin that keeps whatever it is told, draws it, and can be told to fail in every way. */
const KEEPER = `
let kept = []
definePlugin(({ ui }) => ({ title: 'Keeper', widgets: { main: {
  render() { return ui.text(kept.slice(-40).join(',')) },
  handlers: {
    keep(ctx, { args }) { kept.push(args) },
    fill(ctx, { args }) { for (let i = 0; i < args; i++) kept.push('filled ' + i) },
    random(ctx) { ctx.dispatchPluginAction('random', [Math.random(), Date.now()]) },
    loop() { for (;;); },
    deep() { const f = () => f() + 1; try { f() } catch (e) { f() } },
    hoard() { for (;;) kept.push(new Uint8Array(1e6).fill(7)) },
    scan(ctx, { args }) {
      const seen = [JSON.stringify(Object.getOwnPropertyNames(globalThis)), new Error().stack]
      for (let size = 8; size < 4e6; size *= 2) {
        const bytes = new Uint8Array(size)
        const at = bytes.indexOf(99)
        if (at >= 0) seen.push(String.fromCharCode(...bytes.subarray(at, at + 9999)))
      }
      ctx.dispatchPluginAction('seen', seen.some((text) => text.includes(args)))
    },
  } } } }))`

const createEngine = async (): Promise<EngineInstance> =>
  createEngineInstance({ module: await compiled, memoryBytes: limits.memoryBytes })

interface SeatKit {
  readonly seat: ImageSeat
  readonly memory: () => Uint8Array
  readonly layout: MemoryLayout
  readonly moveStackPointer: (address: number) => void
  readonly start: (code?: string, parts?: { readonly random?: number }) => Promise<VmKit & { readonly home: ImageHome }>
}

/** A seat, and a hold on the engine inside it. */
async function openSeat(): Promise<SeatKit> {
  const engine = await createEngine()
  const layout = findMemoryLayout(engine)
  const seat = ImageSeat.open({ engine, layout, limits, adapter: selectAdapter() })
  if (seat === null || layout === null) throw new Error('the engine has another layout')
  return {
    seat,
    layout,
    memory: () => new Uint8Array(engine.memory.memory.buffer),
    moveStackPointer: engine.exports['Ma'] as (address: number) => void,
    async start(code = KEEPER, { random = 1 } = {}) {
      const home = seat.createHome(code, limits.fuel.load)
      return { home, ...(await startVm(code, { home, seed: { random, epochMs: 0 } })) }
    },
  }
}

const text = (vm: VmKit): unknown => (vm.render().tree as { readonly text?: unknown }).text
const find = (memory: Uint8Array, secret: string): number => Buffer.from(memory.buffer).indexOf(secret)
// In two parts, so that the code of this test in no VM holds it.
const secretOf = (name: string): string => `${name}-canary-`.repeat(3)

describe('VMs that share an engine in time', () => {
  test('keep what they were told apart, in any order of turns', async () => {
    const { start } = await openSeat()
    const vms = [await start(), await start(), await start()]
    for (const [index, vm] of [...vms, ...vms.toReversed(), ...vms].entries()) vm.press('keep', index)
    expect(vms.map(text)).toEqual(['0,5,6', '1,4,7', '2,3,8'])
  })

  test('leave no byte in the memory while another is in it: not on the heap, not above it, not on the stack', async () => {
    const { start, memory } = await openSeat()
    const [holder, visitor] = [await start(), await start()]
    holder.press('keep', secretOf('holder'))
    holder.press('fill', 20_000)
    expect(find(memory(), secretOf('holder'))).toBeGreaterThan(0)
    visitor.render()
    expect(find(memory(), secretOf('holder'))).toBe(-1)
    expect(find(memory(), 'filled 1')).toBe(-1)
    visitor.press('keep', secretOf('visitor'))
    holder.render()
    expect(find(memory(), secretOf('visitor'))).toBe(-1)
    expect(find(memory(), secretOf('holder'))).toBeGreaterThan(0)
  })

  test('zero what a larger one wrote above the break of a smaller one', async () => {
    const { layout, memory, start } = await openSeat()
    const [large, small] = [await start(), await start()]
    large.press('fill', 50_000)
    const top = layout.readBreak()
    small.render()
    expect(layout.readBreak()).toBeLessThan(top)
    expect(
      memory()
        .subarray(layout.readBreak())
        .every((byte) => byte === 0),
    ).toBe(true)
  })

  test('zero what the frames of one left on the stack: as deep as a guest may go, and all of it after an exception', async () => {
    const { layout, memory, start } = await openSeat()
    const [deep, other] = [await start(), await start()]
    const [shallow, bottom] = [layout.stackTop - limits.stackBytes, layout.staticEnd + 8]
    deep.render()
    memory()[shallow] = 1
    other.render()
    expect(memory()[shallow]).toBe(0)
    memory()[bottom] = 1
    refusalOf(() => other.press('loop'))
    deep.render()
    expect(memory()[bottom]).toBe(0)
  })

  test('find the stack pointer in its place, wherever an exception left it', async () => {
    const { layout, moveStackPointer, start } = await openSeat()
    const [first, second] = [await start(), await start()]
    first.render()
    moveStackPointer(layout.stackTop - 1_000_000)
    second.render()
    expect(layout.readStackPointer()).toBe(layout.stackTop)
  })

  test('cannot read a neighbour, however a guest looks at fresh memory of its own', async () => {
    const { start } = await openSeat()
    const [holder, spy] = [await start(), await start()]
    for (let turn = 0; turn < 3; turn += 1) {
      holder.press('keep', secretOf('holder'))
      holder.press('fill', 5_000)
      expect(spy.press('scan', 'canary').intents[0]?.payload).toBe(false)
    }
  })

  test('each have their own heap: one that grew past the others’ breaks leaves them as they were', async () => {
    const { start } = await openSeat()
    const [large, small] = [await start(), await start()]
    small.press('keep', 'small')
    const before = small.render().usage.memoryBytes
    large.press('fill', 100_000)
    expect(large.render().usage.memoryBytes).toBeGreaterThan(before * 4)
    expect(small.render().usage.memoryBytes).toBe(before)
    expect(text(small)).toBe('small')
  })

  test('draw their own chance and clock, although each is a copy of one that ran the code', async () => {
    const { start } = await openSeat()
    const sample = async (random: number): Promise<unknown> =>
      (await start(KEEPER, { random })).press('random').intents[0]?.payload
    const [first, second, again] = [await sample(1), await sample(2), await sample(1)]
    expect(second).not.toEqual(first)
    expect(again).toEqual(first)
  })

  test('start as a copy only of code that left nothing behind but its definition', async () => {
    const { start } = await openSeat()
    const drawing = (effect: string): string =>
      `const drawn = ${effect}; definePlugin(({ ui }) => ({ title: 'T', widgets: { main: { render: () => ui.text(String(drawn)) } } }))`
    for (const effect of ['Math.random()', 'Date.now()', 'new Date()', 'performance.now()', 'console.log("loaded")']) {
      await start(drawing(effect))
      expect((await start(drawing(effect))).home.loaded, effect).toBeNull()
    }
    await start(drawing('1'))
    expect((await start(drawing('1'))).home.loaded).not.toBeNull()
    const first = await start(drawing('Math.random()'), { random: 1 })
    const second = await start(drawing('Math.random()'), { random: 2 })
    expect(text(first)).not.toBe(text(second))
    expect((await start(drawing('console.log("loaded")'))).logs).toHaveLength(1)
  })

  test('run the code once for all copies', async () => {
    const { seat, start } = await openSeat()
    await start()
    expect(seat.createHome(KEEPER, Infinity).loaded).not.toBeNull()
    expect(seat.createHome(`${KEEPER} `, Infinity).loaded).toBeNull()
  })

  test.each(['loop', 'deep', 'hoard'])(
    'are not harmed when one of them is stopped (%s): the memory is restored, the stack and its pointer too',
    async (attack) => {
      const { start } = await openSeat()
      const sibling = await start()
      sibling.press('keep', 'safe')
      for (let round = 0; round < 3; round += 1) {
        const attacker = await start()
        attacker.press('keep', secretOf('attacker'))
        const { code } = refusalOf(() => attacker.press(attack))
        expect(['RUNTIME_TIMEOUT', 'RUNTIME_STACK', 'RUNTIME_MEMORY']).toContain(code)
        expect(attacker.vm.fatal?.code).toBe(code)
        sibling.press('keep', round)
      }
      expect(text(sibling)).toBe('safe,0,1,2')
    },
  )

  test('cost only the one its life for whose bytes there is no room', async () => {
    const { start } = await openSeat()
    const [lost, other] = [await start(), await start()]
    lost.press('keep', 'lost')
    const keep = vi.spyOn(ImageHome.prototype, 'keep').mockImplementationOnce(() => {
      throw new RangeError('Array buffer allocation failed')
    })
    other.press('keep', 'other')
    keep.mockRestore()
    expect(text(other)).toBe('other')
    expect(refusalOf(() => lost.render()).code).toBe('RUNTIME_CRASHED')
    expect(lost.vm.fatal?.code).toBe('RUNTIME_CRASHED')
    other.press('keep', 'still')
    expect(text(other)).toBe('other,still')
  })

  test('keep no more room than they need, whoever had it before', async () => {
    const { start } = await openSeat()
    const large = await start()
    large.press('fill', 300_000)
    const small = []
    for (let index = 0; index < 70; index += 1) small.push(await start())
    for (let round = 0; round < 6; round += 1) for (const vm of [large, ...small]) vm.press('keep', round)
    const rooms = small.map(({ home }) => home.idleBytes)
    expect(Math.max(...rooms)).toBeLessThan(1024 * 1024)
  })

  test('have as much fuel left as the first one of them, to the last poll', async () => {
    const { start } = await openSeat()
    const turns = 'turns(ctx, { args }) { for (let turn = 0; turn < args; turn++); },'
    const code = KEEPER.replace('keep(ctx', `${turns} keep(ctx`)
    const first = await start(code)
    const copy = await start(code)
    expect(copy.home.loaded).not.toBeNull()
    for (const count of [4_000, 4_700, 4_730, 4_734, 4_737, 4_740, 4_800, 9_000]) {
      const [one, other] = [first, copy].map((vm) => vm.press('turns', count).usage.fuel)
      expect(one, `${count} turns`).toBe(other)
    }
  })

  test('have each their own first state, although one report tells of all', async () => {
    const code = KEEPER.replace("title: 'Keeper',", "title: 'Keeper', initialState: { list: [1] },")
    const { start } = await openSeat()
    const states = []
    for (let index = 0; index < 3; index += 1) states.push((await start(code)).vm.loaded.initialState)
    ;(states[0] as { list: number[] }).list.push(2)
    ;(states[1] as { list: number[] }).list.push(3)
    expect(states[2]).toEqual({ list: [1] })
    expect((await start(code)).vm.loaded.initialState).toEqual({ list: [1] })
  })

  test('know the blocks that their code declared, each with its own values', async () => {
    const { start } = await openSeat()
    const code = KEEPER.replace('=> ({ title', "=> (block = ui.block((slot) => ui.text(slot('text')))) && ({ title")
      .replace("ui.text(kept.slice(-40).join(','))", "block({ text: kept.slice(-40).join(',') })")
      .replace('let kept', 'let block, kept')
    const vms = [await start(code), await start(code), await start(code)]
    expect(vms.map(({ home }) => home.loaded?.blocks === vms[1]?.home.loaded?.blocks)).toEqual([true, true, true])
    for (const [index, vm] of vms.entries()) vm.press('keep', index)
    expect(vms.map(text)).toEqual(['0', '1', '2'])
  })

  test('forget one that was closed, and overwrite what it left', async () => {
    const { start, memory } = await openSeat()
    const [leaver, stayer] = [await start(), await start()]
    leaver.press('keep', secretOf('leaver'))
    leaver.vm.close()
    stayer.render()
    expect(find(memory(), secretOf('leaver'))).toBe(-1)
  })

  test('keep only what differs from their base once they have not been used for a while', async () => {
    const { start } = await openSeat()
    const vms = []
    for (let index = 0; index < 100; index += 1) vms.push(await start())
    for (const [index, vm] of vms.entries()) vm.press('keep', index)
    expect(vms[0]?.home.idleBytes).toBeLessThan(64 * 1024)
    expect(vms[0]?.home.idleBytes).toBeGreaterThan(0)
    expect(vms.map(text)).toEqual(vms.map((_, index) => String(index)))
  })

  test('are refused by an engine that is laid out otherwise, or does not run the bootstrap', async () => {
    const adapter = selectAdapter()
    const refused = await createEngine()
    expect(ImageSeat.open({ engine: refused, layout: null, limits, adapter })).toBeNull()
    const engine = await createEngine()
    const layout = findMemoryLayout(engine)
    expect(ImageSeat.open({ engine, layout, limits, adapter: { ...adapter, bootstrap: 'throw 1' } })).toBeNull()
  })
})
