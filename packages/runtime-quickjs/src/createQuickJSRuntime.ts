import type { PluginLimits, PluginRuntime } from '@plugboard/contracts'

import { InlineRuntime } from './client/InlineRuntime.ts'
import { selectPlacement, type Placement } from './client/placement.ts'
import { connectWorker, type PluginWorker } from './client/pluginWorker.ts'
import { WorkerRuntime } from './client/WorkerRuntime.ts'
import type { EngineSource } from './engine/engineSource.ts'

/** Options of `createQuickJSRuntime`. */
export interface QuickJSRuntimeOptions {
  /** Who shares a worker with whom. Default `shared`. */
  readonly placement?: Placement
  /** Limits of every instance whose request says nothing else. */
  readonly limits?: Partial<PluginLimits>
  /** Workers for untrusted code before instances of one package share one. Default 8. */
  readonly maxWorkers?: number
  /** Workers that all trusted packages share. Default one for each core, at most four. */
  readonly trustedWorkers?: number
  /**
   * Whether a worker is kept started for whoever comes next: the first plugin does not wait for one, nor does a plugin
   * whose worker was ended. Default true.
   */
  readonly standby?: boolean
  /** Starts a worker that runs this package's `worker` entry, where a bundler or a server needs another way. */
  readonly createWorker?: () => PluginWorker
  /** Where the engine's WebAssembly comes from; the file that this package ships when absent. */
  readonly engine?: EngineSource
  /** Milliseconds that only go up. Default `performance.now`. */
  readonly now?: () => number
}

// More of them help nobody: guests are small, and the page needs cores too.
const MOST_TRUSTED_WORKERS = 4

/** What differs between the platforms. */
export interface RuntimePlatform {
  readonly createEngine: () => EngineSource
  readonly createWorker: () => PluginWorker
}

/** Makes the runtime that the options ask for, on a platform. */
export function createRuntimeOn(platform: RuntimePlatform, options: QuickJSRuntimeOptions): PluginRuntime {
  const {
    placement = 'shared',
    limits = {},
    maxWorkers = 8,
    trustedWorkers = Math.min(navigator.hardwareConcurrency, MOST_TRUSTED_WORKERS),
    standby = true,
    createWorker = platform.createWorker,
    engine = platform.createEngine(),
    now = () => performance.now(),
  } = options
  if (placement === 'inline') return new InlineRuntime({ engine, limits, now })
  return new WorkerRuntime({
    createPort: () => connectWorker(createWorker()),
    engine,
    place: selectPlacement(placement, { maxWorkers, trustedWorkers }),
    standby,
    limits,
    now,
  })
}
