import { runInThisContext } from 'node:vm'

import { describe, expect, it } from 'vitest'

import { WIRE_VERSION } from '../protocol/wire.ts'
import { takeEarlyStart, writeEarlyScript } from './earlyStart.ts'

const FILES = { workerUrl: '/assets/worker.js', wasmUrl: '/assets/engine.wasm' }

class FakeWorker {
  readonly posted: unknown[] = []
  readonly listeners = new Map<string, () => void>()
  readonly url: string
  readonly options: unknown

  constructor(url: string, options: unknown) {
    this.url = url
    this.options = options
  }

  postMessage(message: unknown): void {
    this.posted.push(message)
  }

  addEventListener(type: string, listener: () => void): void {
    this.listeners.set(type, listener)
  }

  terminate(): void {}
}

/** A page whose head runs the script: an object in place of its `globalThis`. */
function openPage(
  compile: () => Promise<object>,
  { exceptAt = [], hash = '' }: { readonly exceptAt?: readonly string[]; readonly hash?: string } = {},
): { [name: symbol]: { readonly worker: FakeWorker } } {
  const page = {}
  const run: (...names: readonly unknown[]) => void = runInThisContext(
    `(globalThis, Worker, fetch, WebAssembly, location) => { ${writeEarlyScript({ ...FILES, exceptAt })} }`,
  )
  run(page, FakeWorker, (url: string) => url, { compileStreaming: compile }, { hash })
  return page
}

function take(page: object): { readonly worker: FakeWorker; readonly engine: Promise<unknown> } {
  const early = takeEarlyStart(page)
  if (early === null) throw new Error('nothing was started')
  return { worker: early.worker as unknown as FakeWorker, engine: early.engine }
}

describe('what a page’s head starts', () => {
  it('is a worker that is given the engine as soon as it is compiled', async () => {
    const module = {}
    const { engine, worker } = take(openPage(() => Promise.resolve(module)))
    expect(worker).toMatchObject({ url: FILES.workerUrl, options: { type: 'module', name: 'plugboard' } })
    expect(await engine).toBe(module)
    expect(worker.posted).toEqual([{ type: 'prepare', version: WIRE_VERSION, engine: module }])
  })

  it('is taken once', () => {
    const page = openPage(() => Promise.resolve({}))
    expect(takeEarlyStart(page)).not.toBeNull()
    expect(takeEarlyStart(page)).toBeNull()
  })

  it('is nothing on a page without it', () => {
    expect(takeEarlyStart({})).toBeNull()
  })

  it('is nothing at an address that needs no plugins, and all of it at any other one', () => {
    const exceptAt = ['#gallery', '#w=']
    const open = (hash: string): unknown => takeEarlyStart(openPage(() => Promise.resolve({}), { exceptAt, hash }))
    expect(['#gallery', '#gallery/table', '#w=abc'].map(open)).toEqual([null, null, null])
    expect(['', '#run', '#code/gallery'].map(open)).not.toContain(null)
  })

  it('is not taken once its worker has failed', () => {
    const page = openPage(() => Promise.resolve({}))
    for (const name of Object.getOwnPropertySymbols(page)) page[name]?.worker.listeners.get('error')?.()
    expect(takeEarlyStart(page)).toBeNull()
  })

  it('tells whoever takes it that the engine could not be compiled, and nobody else', async () => {
    const { engine, worker } = take(openPage(() => Promise.reject(new Error('no media type'))))
    await expect(engine).rejects.toThrow('no media type')
    expect(worker.posted).toEqual([])
  })

  it('cannot be ended by what a URL says', () => {
    expect(writeEarlyScript({ ...FILES, workerUrl: '/</script><script>alert(1)//.js' })).not.toContain('</script>')
  })
})
