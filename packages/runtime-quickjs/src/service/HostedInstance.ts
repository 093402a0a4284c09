import { FATAL_ERROR_CODES, PluginRuntimeError } from '@plugboard/contracts'
import type {
  GuestSeed,
  LoadedPlugin,
  LoadPluginRequest,
  LogLine,
  PluginCall,
  PluginCallResult,
  PluginLimits,
} from '@plugboard/contracts'

import { PluginVm } from '../vm/PluginVm.ts'
import { notBegun, refuse } from '../vm/refusals.ts'
import { CallQueue } from './CallQueue.ts'
import type { VmPool } from './VmPool.ts'

export interface HostedInstanceOptions {
  readonly request: LoadPluginRequest
  readonly limits: PluginLimits
  readonly seed: GuestSeed
  readonly now: () => number
  readonly pool: VmPool
  readonly observer: InstanceObserver
}

/** Who wants to know what becomes of an instance. */
export interface InstanceObserver {
  readonly onLog: (line: LogLine) => void
  /** The VM is gone. `call` is what it ran; null while it was loading. */
  readonly onLost: (error: PluginRuntimeError, call: PluginCall | null) => void
  readonly onRestarted: () => void
  /** Throws when the instance may not run now. */
  readonly assertAllowed: () => void
}

function perform(vm: PluginVm, call: PluginCall): PluginCallResult<PluginCall> {
  switch (call.kind) {
    case 'render':
      return vm.render(call)
    case 'event':
      return vm.event(call)
    case 'invoke':
      return vm.invoke(call)
  }
}

/** A loaded plugin: its request, which outlives its VMs, the VM of the moment, and the calls that wait for it. */
export class HostedInstance {
  readonly #options: HostedInstanceOptions
  readonly #queue: CallQueue
  #vm: PluginVm | null = null
  #isDisposed = false

  constructor(options: HostedInstanceOptions) {
    this.#options = options
    this.#queue = new CallQueue(options.limits.queuedEvents)
  }

  /** Whether it has a VM now. Without one, its next call makes one. */
  get isAlive(): boolean {
    return this.#vm !== null
  }

  /** Makes the first VM. Calls that come meanwhile wait. */
  load(): Promise<LoadedPlugin> {
    return this.#queue.add(async () => (await this.#start()).loaded)
  }

  /** Runs one call after all that came before it, in a fresh VM if the last one was lost. */
  call(call: PluginCall): Promise<PluginCallResult<PluginCall>> {
    return this.#queue.add(async () => {
      this.#options.observer.assertAllowed()
      const vm =
        this.#vm ??
        (await this.#restart().catch((error: unknown) => {
          throw notBegun(call, error)
        }))
      try {
        return perform(vm, call)
      } finally {
        if (vm.fatal !== null) this.#lose(vm.fatal, call)
      }
    })
  }

  /** Drops the VM and rejects what waits. Idempotent. */
  dispose(): void {
    this.#isDisposed = true
    this.#vm?.close()
    this.#vm = null
    this.#queue.close()
  }

  async #restart(): Promise<PluginVm> {
    const vm = await this.#start()
    this.#options.observer.onRestarted()
    return vm
  }

  async #start(): Promise<PluginVm> {
    const { request, limits, seed, now, pool, observer } = this.#options
    const home = await pool.open({ ...request, seed }, limits)
    if (this.#isDisposed) throw refuse('DISPOSED', 'The plugin was unloaded while it was loading. Load it again.')
    try {
      this.#vm = PluginVm.start({ home, request, limits, seed, now, writeLog: observer.onLog })
      return this.#vm
    } catch (error) {
      home.leave()
      if (error instanceof PluginRuntimeError && FATAL_ERROR_CODES.includes(error.code)) this.#lose(error, null)
      throw error
    }
  }

  #lose(error: PluginRuntimeError, call: PluginCall | null): void {
    this.#vm = null
    this.#options.observer.onLost(error, call)
  }
}
