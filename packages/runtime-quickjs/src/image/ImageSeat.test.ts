import { resolveLimits } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { compiled, refusalOf, startVm, type VmKit } from '../../test/vmKit.ts'
import { createEngineInstance } from '../engine/engineInstance.ts'
import { selectAdapter } from '../vm/apiAdapter.ts'
import type { ImageHome } from './ImageHome.ts'
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

interface SeatKit {
  readonly seat: ImageSeat
  readonly memory: () => Uint8Array
  readonly start: (code?: string, parts?: { readonly random?: number }) => Promise<VmKit & { readonly home: ImageHome }>
}

async function openSeat(): Promise<SeatKit> {
  const memories: WebAssembly.Memory[] = []
  const { Memory } = WebAssembly
  // The seat's memory is its own affair; the test takes hold of it where it is made.
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor)
      memories.push(this)
    }
  }
  const seat = await ImageSeat.open({ module: await compiled, limits, adapter: selectAdapter() }).finally(() => {
    WebAssembly.Memory = Memory
  })
  if (seat === null) throw new Error('the engine has another layout')
  return {
    seat,
    memory: () => new Uint8Array(memories[0]?.buffer ?? new ArrayBuffer(0)),
    async start(code = KEEPER, { random = 1 } = {}) {
      const home = seat.createHome(code)
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

  test('zero what a larger one wrote above the break of a smaller one, and the whole stack below its frames', async () => {
    const { start, memory, seat } = await openSeat()
    const [large, small] = [await start(), await start()]
    large.press('fill', 50_000)
    small.render()
    const end = 5_333_088 + seat.measure() - (90_208 - 1_024)
    expect(
      memory()
        .subarray(end)
        .every((byte) => byte === 0),
    ).toBe(true)
    expect(
      memory()
        .subarray(90_208, 5_333_088 - 262_144)
        .every((byte) => byte === 0),
    ).toBe(true)
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
      expect((await start(drawing(effect))).home.report, effect).toBeNull()
    }
    await start(drawing('1'))
    expect((await start(drawing('1'))).home.report).not.toBeNull()
    const first = await start(drawing('Math.random()'), { random: 1 })
    const second = await start(drawing('Math.random()'), { random: 2 })
    expect(text(first)).not.toBe(text(second))
    expect((await start(drawing('console.log("loaded")'))).logs).toHaveLength(1)
  })

  test('run the code once for all copies', async () => {
    const { seat, start } = await openSeat()
    await start()
    expect(seat.createHome(KEEPER).report).not.toBeNull()
    expect(seat.createHome(`${KEEPER} `).report).toBeNull()
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
    for (let index = 0; index < 40; index += 1) vms.push(await start())
    for (const [index, vm] of vms.entries()) vm.press('keep', index)
    expect(vms[0]?.home.idleBytes).toBeLessThan(64 * 1024)
    expect(vms[0]?.home.idleBytes).toBeGreaterThan(0)
    expect(vms.map(text)).toEqual(vms.map((_, index) => String(index)))
  })

  test('are refused by a seat whose engine is laid out otherwise', async () => {
    const { Instance } = WebAssembly
    // Another build: the function that reads the stack pointer is not where it was.
    WebAssembly.Instance = class extends Instance {
      constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
        super(module, imports)
        const exports = { ...this.exports, Oa: () => 0 }
        Object.defineProperty(this, 'exports', { value: exports })
      }
    }
    try {
      expect(await ImageSeat.open({ module: await compiled, limits, adapter: selectAdapter() })).toBeNull()
    } finally {
      WebAssembly.Instance = Instance
    }
    expect((await createEngineInstance({ module: await compiled, memoryBytes: 0 })).exports['Oa']).toBeTypeOf(
      'function',
    )
  })
})
