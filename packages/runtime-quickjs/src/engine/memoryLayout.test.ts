import { readFile } from 'node:fs/promises'

import { describe, expect, test } from 'vitest'

import { compiled } from '../../test/vmKit.ts'
import { createEngineInstance, type EngineInstance } from './engineInstance.ts'
import { findMemoryLayout } from './memoryLayout.ts'

const MIB = 1024 * 1024

const createEngine = async (): Promise<EngineInstance> =>
  createEngineInstance({ module: await compiled, memoryBytes: 64 * MIB })

/** The engine with one of its exports replaced, as another build of it might have it. */
async function createOtherEngine(name: string, replacement: WebAssembly.ExportValue): Promise<EngineInstance> {
  const engine = await createEngine()
  return { ...engine, exports: { ...engine.exports, [name]: replacement } }
}

describe('the memory layout', () => {
  test('is found in the engine that this package ships', async () => {
    const engine = await createEngine()
    const layout = findMemoryLayout(engine)
    expect(layout?.readStackPointer()).toBe(layout?.stackTop)
    expect(layout?.readBreak()).toBeGreaterThan(layout?.heapStart ?? Number.NaN)
  })

  test('agrees with the file: its data segments lie in the static part, and its stack pointer starts at the top', async () => {
    const layout = findMemoryLayout(await createEngine())
    const { dataEnd, dataStart, stackPointer } = readModule(
      await readFile(new URL('../../wasm/emscripten-module.wasm', import.meta.url)),
    )
    expect(stackPointer).toBe(layout?.stackTop)
    expect(dataStart).toBe(layout?.staticStart)
    expect(dataEnd).toBeLessThanOrEqual(layout?.staticEnd ?? 0)
  })

  test('has the program break where it is: of the words that follow each large block it is the highest', async () => {
    const engine = await createEngine()
    const layout = findMemoryLayout(engine)
    if (layout === null) throw new Error('there is no layout')
    // The engine's only function of one number that answers addresses on the heap.
    const malloc = engine.exports['v'] as (size: number) => number
    const staticWords = layout.staticEnd / 4
    let candidates = Array.from({ length: staticWords }, (_, index) => index)
    for (const size of [3 * MIB, MIB, 9 * MIB, 7 * MIB]) {
      const block = malloc(size)
      const words = new Uint32Array(engine.memory.memory.buffer, 0, staticWords)
      const follows = (word: number | undefined): boolean =>
        word !== undefined && word >= block + size && word <= block + size + MIB
      candidates = candidates.filter((index) => follows(words[index]))
    }
    const words = new Uint32Array(engine.memory.memory.buffer, 0, staticWords)
    expect(Math.max(...candidates.map((index) => words[index] ?? 0))).toBe(layout.readBreak())
  })

  test('has a break that never goes down, so that it bounds all that was ever written', async () => {
    const engine = await createEngine()
    const layout = findMemoryLayout(engine)
    const malloc = engine.exports['v'] as (size: number) => number
    const free = engine.exports['M'] as (block: number) => void
    const block = malloc(20 * MIB)
    const top = layout?.readBreak()
    free(block)
    expect(layout?.readBreak()).toBe(top)
  })

  test('survives an exception over guest frames: the stack pointer is put back', async () => {
    const engine = await createEngine()
    const layout = findMemoryLayout(engine)
    const setStackPointer = engine.exports['Ma'] as (address: number) => void
    setStackPointer(4_000_000)
    layout?.resetStackPointer()
    expect(layout?.readStackPointer()).toBe(layout?.stackTop)
  })

  test.each([
    ['no stack pointer to read', 'Oa', undefined],
    ['a stack pointer elsewhere', 'Oa', () => 65_536],
    ['a stack pointer that cannot be set', 'Ma', () => undefined],
    ['no allocator', 'v', undefined],
    ['an allocator whose blocks the break does not follow', 'v', () => 6_000_000],
  ])('is refused for an engine with %s', async (_what, name, replacement) => {
    expect(findMemoryLayout(await createOtherEngine(name, replacement as WebAssembly.ExportValue))).toBeNull()
  })

  test('is refused for an engine whose static data goes on where the stack should be', async () => {
    const engine = await createEngine()
    new Uint8Array(engine.memory.memory.buffer)[100_000] = 1
    expect(findMemoryLayout(engine)).toBeNull()
  })
})

/** Reads the initial stack pointer (the first global) and the reach of the data segments from a WebAssembly binary. */
function readModule(bytes: Uint8Array): { stackPointer: number; dataStart: number; dataEnd: number } {
  let at = 8
  const unsigned = (): number => {
    let result = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      result += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return result
    }
  }
  // Every constant in the file that is read here is positive.
  const constant = (): number => {
    at += 1
    const value = unsigned()
    at += 1
    return value
  }
  let stackPointer = 0
  let [dataStart, dataEnd] = [Infinity, 0]
  while (at < bytes.length) {
    const id = bytes[at++]
    const length = unsigned()
    const end = at + length
    if (id === 6) {
      unsigned()
      at += 2
      stackPointer = constant()
    } else if (id === 11) {
      for (let count = unsigned(); count > 0; count -= 1) {
        unsigned()
        const offset = constant()
        const size = unsigned()
        dataStart = Math.min(dataStart, offset)
        dataEnd = Math.max(dataEnd, offset + size)
        at += size
      }
    }
    at = end
  }
  return { stackPointer, dataStart, dataEnd }
}
