import type { PluginRuntime } from '@plugboard/contracts'

import { keepWasmCode } from './client/nodeWasmCode.ts'
import { createNodeWorker } from './client/nodeWorkers.ts'
import { createRuntimeOn, type QuickJSRuntimeOptions } from './createQuickJSRuntime.ts'
import { createNodeEngine } from './engine/nodeEngine.ts'

/**
 * A runtime for untrusted plugins, in Node.js worker threads; browsers get the same function over module workers.
 * Dispose it with `await using` or `[Symbol.asyncDispose]()`: its workers live as long as it does.
 *
 * In Node.js 24 it sets `--no-wasm-code-gc` for the process, without which the end of a worker can end all of it.
 *
 * @example
 * await using runtime = createQuickJSRuntime()
 * const plugin = await runtime.load({ packageId: 'counter', instanceId: createInstanceId('counter'), code })
 */
export function createQuickJSRuntime(options: QuickJSRuntimeOptions = {}): PluginRuntime {
  // For every placement: what is inline here may be one of many threads there.
  keepWasmCode()
  return createRuntimeOn(
    // There is no page here that could have started one.
    { createEngine: createNodeEngine, createWorker: createNodeWorker, takeEarlyStart: () => null },
    options,
  )
}

export type { PlaceInstance, Placement, PlacementRequest } from './client/placement.ts'
export type { NodeWorkerLike, PluginWorker, WebWorkerLike } from './client/pluginWorker.ts'
export type { QuickJSRuntimeOptions } from './createQuickJSRuntime.ts'
export type { EngineSource } from './engine/engineSource.ts'
