import type { PluginLimits, PluginRuntime } from '@plugboard/contracts'

import type { EarlyStart } from './client/earlyStart.ts'
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
  /** A worker and the engine that were started before this script was there; null for none. */
  readonly takeEarlyStart: () => EarlyStart | null
}

/** Makes the runtime that the options ask for, on a platform. */
export function createRuntimeOn(platform: RuntimePlatform, options: QuickJSRuntimeOptions): PluginRuntime {
  const early = takeEarlyStart(platform, options)
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
  let worker = early?.worker ?? null
  return new WorkerRuntime({
    createPort: () => {
      const port = connectWorker(worker ?? createWorker())
      worker = null
      return port
    },
    // A server that does not know the media type of WebAssembly made the page's head fail; it is tried in our own way.
    engine: early === null ? engine : { compile: () => early.engine.catch(() => engine.compile()) },
    place: selectPlacement(placement, { maxWorkers, trustedWorkers }),
    standby,
    limits,
    now,
  })
}

/** What the platform has started, where the options ask for nothing else: it has this package's own script and engine. */
function takeEarlyStart(platform: RuntimePlatform, options: QuickJSRuntimeOptions): EarlyStart | null {
  const early = platform.takeEarlyStart()
  if (options.placement !== 'inline' && options.createWorker === undefined && options.engine === undefined) return early
  early?.worker.terminate()
  return null
}
