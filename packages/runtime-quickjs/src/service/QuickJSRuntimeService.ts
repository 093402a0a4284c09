import type {
  GuestSeed,
  InstanceId,
  LoadedPlugin,
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  PluginRuntime,
  RuntimeEvents,
  RuntimeHealth,
  Unsubscribe,
} from '@plugboard/contracts'

import type { EngineSource } from '../engine/engineSource.ts'

export interface QuickJSRuntimeServiceOptions {
  /** The engine's compiled WebAssembly. */
  readonly engine: EngineSource
  /** Limits of every instance whose request says nothing else. */
  readonly limits?: Partial<PluginLimits>
  /** Milliseconds that only go up, for deadlines and quarantine; `performance.now` when absent. */
  readonly now?: () => number
  /** Seeds an instance whose request carries none. */
  readonly createSeed?: () => GuestSeed
}

/** Runs plugins in QuickJS VMs on the thread that calls it: one WebAssembly instance and one memory for each. */
export class QuickJSRuntimeService implements PluginRuntime {
  constructor(options: QuickJSRuntimeServiceOptions) {
    void options
  }

  load(_request: LoadPluginRequest): Promise<LoadedPlugin> {
    throw new Error('unfinished')
  }

  call<C extends PluginCall>(_instanceId: InstanceId, _call: C): Promise<PluginCallResult<C>> {
    throw new Error('unfinished')
  }

  dispose(_instanceId: InstanceId): Promise<void> {
    throw new Error('unfinished')
  }

  health(): Promise<RuntimeHealth> {
    throw new Error('unfinished')
  }

  on<E extends keyof RuntimeEvents>(_event: E, _listener: (detail: RuntimeEvents[E]) => void): Unsubscribe {
    throw new Error('unfinished')
  }

  [Symbol.asyncDispose](): Promise<void> {
    throw new Error('unfinished')
  }
}
