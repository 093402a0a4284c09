import type { PluginRuntime } from '@plugboard/contracts'

import { createBrowserPorts } from './client/browserPort.ts'
import { createRuntimeOn, type QuickJSRuntimeOptions } from './createQuickJSRuntime.ts'
import { createBrowserEngine } from './engine/browserEngine.ts'

/**
 * A runtime for untrusted plugins, in module workers of the browser. Dispose it with `await using` or
 * `[Symbol.asyncDispose]()`: its workers live as long as it does.
 */
export function createQuickJSRuntime(options: QuickJSRuntimeOptions = {}): PluginRuntime {
  return createRuntimeOn({ engine: createBrowserEngine(), createPorts: createBrowserPorts }, options)
}

export type { PlaceInstance, Placement, PlacementRequest } from './client/placement.ts'
export type { QuickJSRuntimeOptions } from './createQuickJSRuntime.ts'
