import { describe, expect, test } from 'vitest'

import { createEngineInstance } from '../src/engine/engineInstance.ts'
import { compiled } from './vmKit.ts'

// What the pinned engine does that the runtime is built around. When one of these goes red after an update, the defence
// named in its title can be looked at again; until then it stays.

const KIB = 1024
const MIB = 1024 * KIB

async function createContext(memoryBytes = 64 * MIB, stackBytes = 128 * KIB) {
  const engine = await createEngineInstance({ module: await compiled, memoryBytes })
  const runtime = engine.quickjs.newRuntime()
  runtime.setMaxStackSize(stackBytes)
  return { engine, runtime, context: runtime.newContext() }
}

describe('the pinned engine', () => {
  test('reports an interrupted async function as a success (verdicts come from the host’s own count)', async () => {
    const { runtime, context } = await createContext()
    let polls = 0
    runtime.setInterruptHandler(() => (polls += 1) > 3)
    const result = context.evalCode('(async () => { for (;;); })(); 1')
    expect(polls).toBeGreaterThan(3)
    expect(result.error).toBeUndefined()
  })

  test('reports an interrupted promise job as a success (verdicts come from the host’s own count)', async () => {
    const { runtime, context } = await createContext()
    context.unwrapResult(context.evalCode('Promise.resolve().then(async () => { for (;;); })')).dispose()
    let polls = 0
    runtime.setInterruptHandler(() => (polls += 1) > 3)
    const result = runtime.executePendingJobs()
    expect(polls).toBeGreaterThan(3)
    expect(result.error).toBeUndefined()
  })

  test('does not count typed arrays against its own memory limit (the WebAssembly memory is the cap)', async () => {
    const { engine, runtime, context } = await createContext()
    runtime.setMemoryLimit(4 * MIB)
    const result = context.evalCode(
      'globalThis.kept = []; for (let i = 0; i < 20; i += 1) kept.push(new Uint8Array(1 << 20).fill(1)); kept.length',
    )
    // Where an engine begins to count them, this is an error, and the memory stays small.
    const held = engine.memory.size()
    expect(result.error === undefined ? held > 20 * MIB : held < 24 * MIB).toBe(true)
  })

  test('a capped memory is a wall that nothing gets past, and the host hears of it', async () => {
    const { engine, context } = await createContext(20 * MIB)
    context.evalCode('const kept = []; for (;;) kept.push(new Uint8Array(1 << 20))').dispose()
    expect(engine.memory.size()).toBeLessThanOrEqual(20 * MIB)
    expect(engine.memory.isExhausted()).toBe(true)
  })

  test('leaves WebAssembly as a host RangeError when data is nested too deep (the VM is discarded)', async () => {
    const { context } = await createContext()
    const bomb = 'let a = []; for (let i = 0; i < 100000; i += 1) a = [a]; JSON.stringify(a)'
    expect(() => context.evalCode(bomb)).toThrow(RangeError)
  })

  test('leaves WebAssembly as a host RangeError when source text is nested too deep (the VM is discarded)', async () => {
    const { context } = await createContext()
    expect(() => context.evalCode('['.repeat(100_000))).toThrow(RangeError)
  })

  test('runs guest code when the host reads a result (answers are JSON text, made inside)', async () => {
    const { context } = await createContext()
    const read = context.unwrapResult(
      context.evalCode(
        'globalThis.ran = 0; ({ get a() { ran += 1; return 1 }, toJSON() { ran += 1; return 1 }, toString() { ran += 1; return "" } })',
      ),
    )
    context.getProp(read, 'a').dispose()
    context.getString(read)
    expect(context.getNumber(context.unwrapResult(context.evalCode('ran')))).toBe(2)
  })

  test('cuts strings at NUL and changes lone surrogates (only JSON text crosses)', async () => {
    const { context } = await createContext()
    const out = (code: string): string => context.getString(context.unwrapResult(context.evalCode(code)))
    expect(out("'a\\u0000b'")).toBe('a')
    expect(out("'\\ud800'")).not.toBe('\ud800')
    expect(out("JSON.stringify('a\\u0000\\ud800')")).toBe('"a\\u0000\\ud800"')
    const sent = context.newString('a\u0000b')
    context.setProp(context.global, 'sent', sent)
    expect(context.getNumber(context.unwrapResult(context.evalCode('sent.length')))).toBe(1)
  })

  test('answers the length of a primitive string from the string itself, and only as a property (lengths are checked before the copy)', async () => {
    const { context } = await createContext()
    const text = context.unwrapResult(
      context.evalCode(
        "globalThis.ran = 0; try { Object.defineProperty(String.prototype, 'length', { get() { ran += 1; return 7 } }) } catch {} Object.prototype.__defineGetter__('length', () => { ran += 1; return 7 }); 'x'.repeat(1000)",
      ),
    )
    expect(context.typeof(text)).toBe('string')
    expect(context.getLength(text)).toBeUndefined()
    expect(context.getNumber(context.getProp(text, 'length'))).toBe(1_000)
    expect(context.getString(text)).toHaveLength(1_000)
    expect(context.getNumber(context.unwrapResult(context.evalCode('ran')))).toBe(0)
  })

  test('asks whether to go on about every 10,000 steps, the same number of times in every run (fuel is deterministic)', async () => {
    const polls = async (): Promise<number> => {
      const { runtime, context } = await createContext()
      let count = 0
      runtime.setInterruptHandler(() => {
        count += 1
        return false
      })
      context.evalCode('for (let i = 0; i < 1000000; i += 1);').dispose()
      return count
    }
    const first = await polls()
    expect(first).toBeGreaterThan(50)
    expect(await polls()).toBe(first)
  })

  test('never asks during some native calls (a watchdog outside the worker is needed)', async () => {
    const polls = async (code: string): Promise<number> => {
      const { runtime, context } = await createContext()
      let count = 0
      runtime.setInterruptHandler(() => {
        count += 1
        return false
      })
      context.unwrapResult(context.evalCode(code)).dispose()
      return count
    }
    const nothing = await polls('1')
    // Three million reads of an element, and as many steps of a search: not one question more than for nothing.
    expect(await polls('Array.prototype.indexOf.call({ length: 3e6 }, 1)')).toBe(nothing)
    expect(await polls("'a'.repeat(10000).indexOf('a'.repeat(300) + 'b')")).toBe(nothing)
  })

  test('hides frames’ functions: no prepareStackTrace hands them out (the entry function stays hidden)', async () => {
    const { context } = await createContext()
    const result = context.evalCode(
      "let handed = 'nothing'; Error.prepareStackTrace = (e, f) => { handed = typeof f }; new Error('x').stack; handed",
    )
    expect(context.getString(context.unwrapResult(result))).toBe('nothing')
  })
})
