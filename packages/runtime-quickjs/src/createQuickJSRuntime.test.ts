import { describe, expect, it, vi } from 'vitest'

import type { PluginWorker, WebWorkerLike } from './client/pluginWorker.ts'
import { createRuntimeOn, type QuickJSRuntimeOptions } from './createQuickJSRuntime.ts'

interface SilentWorker extends WebWorkerLike {
  readonly posted: unknown[]
  isTerminated: boolean
}

function createSilentWorker(): SilentWorker {
  const worker: SilentWorker = {
    posted: [],
    isTerminated: false,
    postMessage: (message) => void worker.posted.push(message),
    addEventListener: () => {},
    terminate: () => {
      worker.isTerminated = true
    },
  }
  return worker
}

// Told apart by what they are given; nobody looks into them.
const earlyModule = { compiled: 'early' } as unknown as WebAssembly.Module
const ownModule = { compiled: 'by the runtime' } as unknown as WebAssembly.Module

function open(
  options: QuickJSRuntimeOptions,
  engine: Promise<WebAssembly.Module> = Promise.resolve(earlyModule),
): {
  readonly early: SilentWorker
  readonly created: readonly SilentWorker[]
  readonly runtime: ReturnType<typeof createRuntimeOn>
} {
  const early = createSilentWorker()
  const created: SilentWorker[] = []
  const createWorker = (): PluginWorker => {
    const worker = createSilentWorker()
    created.push(worker)
    return worker
  }
  const runtime = createRuntimeOn(
    {
      createEngine: () => ({ compile: () => Promise.resolve(ownModule) }),
      createWorker,
      takeEarlyStart: () => ({ worker: early, engine }),
    },
    options,
  )
  return { early, created, runtime }
}

describe('a runtime on a page whose head has started a worker', () => {
  it('runs its first plugins there, with the engine that is there, and others in workers of its own', async () => {
    const { created, early, runtime } = open({ placement: 'isolated' })
    await vi.waitFor(() => expect(early.posted).toMatchObject([{ type: 'start', engine: earlyModule }]))
    expect(created).toEqual([])
    for (const instanceId of ['a@1', 'b@1']) {
      runtime.load({ packageId: instanceId.slice(0, 1), instanceId, code: '' }).catch(() => undefined)
    }
    await vi.waitFor(() => expect(created[0]?.posted).toMatchObject([{ type: 'start', engine: earlyModule }]))
    expect(created).toHaveLength(1)
    await runtime[Symbol.asyncDispose]()
    expect(early.isTerminated).toBe(true)
  })

  it('compiles the engine itself where the head could not', async () => {
    const { early, runtime } = open({}, Promise.reject(new Error('no media type')))
    await vi.waitFor(() => expect(early.posted).toMatchObject([{ type: 'start', engine: ownModule }]))
    await runtime[Symbol.asyncDispose]()
  })

  it.for([
    ['placement', { placement: 'inline' }],
    ['createWorker', { createWorker: createSilentWorker }],
    ['engine', { engine: { compile: () => Promise.resolve(ownModule) } }],
  ] as const)('ends it where `%s` asks for something else', async ([, options]) => {
    const { early, runtime } = open({ standby: false, ...options })
    expect(early.isTerminated).toBe(true)
    expect(early.posted).toEqual([])
    await runtime[Symbol.asyncDispose]().catch(() => undefined)
  })
})
