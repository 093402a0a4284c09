import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { describe, expect, onTestFinished, test, vi } from 'vitest'

import { compiled } from '../../test/vmKit.ts'
import { createBrowserEngine } from './browserEngine.ts'
import { createCappedMemory, LEAST_PAGES, PAGE_SIZE } from './cappedMemory.ts'
import { createEngineInstance } from './engineInstance.ts'
import { createNodeEngine } from './nodeEngine.ts'

const MIB = 1024 * 1024
const wasm = new URL('../../wasm/emscripten-module.wasm', import.meta.url)

describe('the engine', () => {
  test('is the file of the pinned package, byte for byte', async () => {
    const require = createRequire(import.meta.url)
    const digest = async (path: string | URL): Promise<string> =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    expect(await digest(wasm)).toBe(await digest(require.resolve('@jitl/quickjs-wasmfile-release-sync/wasm')))
  })

  test('compiles in Node.js', async () => {
    const module = await createNodeEngine().compile()
    expect(WebAssembly.Module.imports(module).map(({ kind }) => kind)).toContain('memory')
  })

  test('asks for no more memory at first than every VM is given', async () => {
    const instance = await createEngineInstance({ module: await compiled, memoryBytes: 0 })
    expect(instance.memory.size()).toBe(LEAST_PAGES * PAGE_SIZE)
  })

  test('has one instance and one memory for each VM: what one holds is not in the other', async () => {
    const create = async () => createEngineInstance({ module: await compiled, memoryBytes: 32 * MIB })
    const [first, second] = [await create(), await create()]
    expect(first.memory.memory).not.toBe(second.memory.memory)
    const context = first.quickjs.newContext()
    context.unwrapResult(context.evalCode("globalThis.secret = 'plugboard'.repeat(2) + '-secret'")).dispose()
    const holds = (memory: WebAssembly.Memory): boolean =>
      Buffer.from(memory.buffer).includes(Buffer.from('plugboardplugboard-secret'))
    expect(holds(first.memory.memory)).toBe(true)
    expect(holds(second.memory.memory)).toBe(false)
  })

  test('a module that cannot be instantiated is a rejection, not a wait without end', async () => {
    // An empty module: no exports, so the glue fails on what it expects.
    const empty = await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
    await expect(createEngineInstance({ module: empty, memoryBytes: 0 })).rejects.toThrow()
  })
})

describe('local times in the engine', () => {
  const READ = `JSON.stringify([new Date(0).getHours(), new Date(0).getTimezoneOffset(), String(new Date(0))])`

  test.each([
    [undefined, [0, 0, 'Thu Jan 01 1970 00:00:00 GMT+0000']],
    ['Asia/Kolkata', [5, -330, 'Thu Jan 01 1970 05:30:00 GMT+0530']],
  ])('are those of the zone that it was given (%s), wherever the machine is', async (timeZone, expected) => {
    const machine = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-90)
    onTestFinished(() => machine.mockRestore())
    const engine = await createEngineInstance({ module: await compiled, memoryBytes: 0, timeZone })
    const context = engine.quickjs.newContext()
    const text = context.getString(context.unwrapResult(context.evalCode(READ)))
    expect(JSON.parse(text)).toEqual(expected)
    expect(machine).not.toHaveBeenCalled()
  })

  test('have to be in a zone that there is', async () => {
    const module = await compiled
    await expect(createEngineInstance({ module, memoryBytes: 0, timeZone: 'Mars/Olympus' })).rejects.toThrow(RangeError)
  })
})

describe('the engine of a browser', () => {
  const respond = async (type: string | null): Promise<Response> =>
    new Response(await readFile(wasm), { headers: type === null ? {} : { 'content-type': type } })

  test('compiles while it streams where the media type allows it, and from bytes where not', async () => {
    for (const type of ['application/wasm', 'application/octet-stream', null]) {
      const engine = createBrowserEngine({ wasmUrl: 'https://example.test/engine.wasm', fetch: () => respond(type) })
      expect(await engine.compile()).toBeInstanceOf(WebAssembly.Module)
    }
  })

  test('asks for the file that this package ships, with the page’s own credentials', async () => {
    const asked: unknown[] = []
    const engine = createBrowserEngine({
      fetch: (url, init) => {
        asked.push(String(url), init)
        return respond('application/wasm')
      },
    })
    await engine.compile()
    expect(asked).toEqual([expect.stringMatching(/\/wasm\/emscripten-module\.wasm$/), { credentials: 'same-origin' }])
  })

  test('fetches by itself when it is given no fetch', async () => {
    const engine = createBrowserEngine({
      wasmUrl: `data:application/wasm;base64,${(await readFile(wasm)).toString('base64')}`,
    })
    expect(await engine.compile()).toBeInstanceOf(WebAssembly.Module)
  })

  test('says which status it was answered with', async () => {
    const engine = createBrowserEngine({ fetch: () => Promise.resolve(new Response('', { status: 404 })) })
    await expect(engine.compile()).rejects.toThrow('status 404')
  })
})

describe('a capped memory', () => {
  test('grows to its maximum and not past it', () => {
    const capped = createCappedMemory(17 * MIB)
    capped.memory.grow(16)
    expect(capped.size()).toBe(17 * MIB)
    expect(() => capped.memory.grow(1)).toThrow(RangeError)
  })

  test('is rounded up to whole pages, and never below what the engine needs', () => {
    const rounded = createCappedMemory(16 * MIB + 1)
    rounded.memory.grow(1)
    expect(() => rounded.memory.grow(1)).toThrow(RangeError)
    expect(createCappedMemory(1).size()).toBe(LEAST_PAGES * PAGE_SIZE)
  })

  test('is exhausted when the last of the allocator’s three tries fails, and stays so', () => {
    const capped = createCappedMemory(17 * MIB)
    const attempt = (pages: number): void => {
      try {
        capped.memory.grow(pages)
      } catch {
        // What is asserted is what the memory remembers of it.
      }
    }
    attempt(99)
    attempt(99)
    attempt(1)
    attempt(99)
    attempt(99)
    expect(capped.isExhausted()).toBe(false)
    attempt(99)
    expect(capped.isExhausted()).toBe(true)
    attempt(1)
    expect(capped.isExhausted()).toBe(true)
  })
})
