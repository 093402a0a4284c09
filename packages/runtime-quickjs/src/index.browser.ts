import type { PluginRuntime } from '@plugboard/contracts'

import { createBrowserWorker } from './client/browserWorkers.ts'
import { takeEarlyStart } from './client/earlyStart.ts'
import { createRuntimeOn, type QuickJSRuntimeOptions } from './createQuickJSRuntime.ts'
import { createBrowserEngine } from './engine/browserEngine.ts'

/**
 * A runtime for untrusted plugins, in module workers of the browser; Node.js gets the same function over worker threads.
 * Dispose it with `await using` or `[Symbol.asyncDispose]()`: its workers live as long as it does.
 *
 * @example
 * await using runtime = createQuickJSRuntime()
 * const plugin = await runtime.load({ packageId: 'counter', instanceId: createInstanceId('counter'), code })
 */
export function createQuickJSRuntime(options: QuickJSRuntimeOptions = {}): PluginRuntime {
  return createRuntimeOn(
    { createEngine: createBrowserEngine, createWorker: createBrowserWorker, takeEarlyStart: () => takeEarlyStart() },
    options,
  )
}

export type { PlaceInstance, Placement, PlacementRequest } from './client/placement.ts'
export type { NodeWorkerLike, PluginWorker, WebWorkerLike } from './client/pluginWorker.ts'
export type { QuickJSRuntimeOptions } from './createQuickJSRuntime.ts'
export type { EngineSource } from './engine/engineSource.ts'
