import type { PluginLimits, PluginRuntime } from '@plugboard/contracts'

import { selectPlacement, type Placement } from './client/placement.ts'
import type { CreateWorkerPort } from './client/WorkerPort.ts'
import { WorkerRuntime } from './client/WorkerRuntime.ts'
import type { EngineSource } from './engine/engineSource.ts'
import { QuickJSRuntimeService } from './service/QuickJSRuntimeService.ts'

export interface QuickJSRuntimeOptions {
  /** Who shares a worker with whom. Default `shared`. */
  readonly placement?: Placement
  /** Limits of every instance whose request says nothing else. */
  readonly limits?: Partial<PluginLimits>
  /** Workers for untrusted code before instances of one package share one. Default 8. */
  readonly maxWorkers?: number
  /** Where the worker's script is, when the bundler or server puts it elsewhere. */
  readonly workerUrl?: string | URL
  /** Milliseconds that only go up. Default `performance.now`. */
  readonly now?: () => number
}

/** What differs between the platforms. */
export interface RuntimePlatform {
  readonly engine: EngineSource
  readonly createPorts: (workerUrl?: string | URL) => CreateWorkerPort
}

/** Makes the runtime that the options ask for, on a platform. */
export function createRuntimeOn(platform: RuntimePlatform, options: QuickJSRuntimeOptions = {}): PluginRuntime {
  const { placement = 'shared', limits = {}, maxWorkers = 8, now = () => performance.now() } = options
  if (placement === 'inline') return new QuickJSRuntimeService({ engine: platform.engine, limits, now })
  return new WorkerRuntime({
    createPort: platform.createPorts(options.workerUrl),
    place: selectPlacement(placement, maxWorkers),
    limits,
    now,
  })
}
