import {
  createInstanceId,
  type InstanceId,
  type PackageId,
  type PluginRuntime,
  type PluginView,
  type RenderResult,
} from '@plugboard/contracts'

import type { KnownCode } from './codeBook.ts'

interface PastVm {
  readonly shadowId: InstanceId
  /** What runs in it; null while nothing does. */
  code: KnownCode | null
  isBusy: boolean
  /** Orders the idle ones: who drew longest ago makes room. */
  turn: number
}

export interface PastVmsOptions {
  readonly runtime: PluginRuntime
  readonly maxVms: number
  /** Where a guest's clock starts, in milliseconds since the epoch. */
  readonly epochMs: () => number
}

/** One picture of the past. */
export interface PastDraw {
  readonly packageId: PackageId
  readonly code: KnownCode
  readonly widgetId: string
  readonly view: PluginView
}

/** The VMs that draw the past: one for an instance, and never more than allowed at once. */
export class PastVms {
  readonly #options: PastVmsOptions
  readonly #vms = new Map<InstanceId, PastVm>()
  /**
   * Names in the runtime. Not the instances' own: the live VM keeps variables, and what fails here is not its fault. The same
   * ones for as long as the past is open, so that the runtime refuses what was stopped too often.
   */
  readonly #shadowIds = new Map<InstanceId, InstanceId>()
  readonly #waiting: (() => void)[] = []
  #turns = 0
  #isClosed = false

  constructor(options: PastVmsOptions) {
    this.#options = options
  }

  /** Draws a widget, one at a time for each instance; null when it was closed meanwhile. @throws what the runtime throws. */
  async draw({ code, packageId, view, widgetId }: PastDraw): Promise<RenderResult | null> {
    const vm = await this.#take(code.instanceId, packageId)
    if (vm === null) return null
    try {
      if (vm.code?.digest !== code.digest) await this.#start(vm, code, packageId)
      if (this.#isClosed) return null
      return await this.#options.runtime.call(vm.shadowId, { kind: 'render', widgetId, view })
    } finally {
      vm.isBusy = false
      this.#waiting.shift()?.()
    }
  }

  /** Ends them all. A VM that is on its way ends as soon as it is there. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const wake of this.#waiting.splice(0)) wake()
    const vms = [...this.#vms.values()]
    this.#vms.clear()
    await Promise.all(vms.map(({ shadowId }) => this.#options.runtime.dispose(shadowId)))
  }

  async #start(vm: PastVm, known: KnownCode, packageId: PackageId): Promise<void> {
    const { epochMs, runtime } = this.#options
    const { code, limits } = known
    if (vm.code !== null) await runtime.dispose(vm.shadowId)
    vm.code = null
    await runtime.load({
      packageId,
      instanceId: vm.shadowId,
      code: code.code,
      ...(code.sourceMap === undefined ? {} : { sourceMap: code.sourceMap }),
      ...(code.manifest === null ? {} : { apiVersion: code.manifest.apiVersion }),
      // As when it was live: a manifest alone says nothing, for one may come out of a file.
      trusted: code.isTrusted,
      limits,
      // No host port: there is nothing that it could ask.
      seed: { random: 1, epochMs: epochMs() },
    })
    vm.code = known
    if (this.#isClosed) await runtime.dispose(vm.shadowId)
  }

  async #take(instanceId: InstanceId, packageId: PackageId): Promise<PastVm | null> {
    while (!this.#isClosed) {
      const vm = this.#vms.get(instanceId) ?? (await this.#add(instanceId, packageId))
      if (vm !== null) {
        vm.isBusy = true
        vm.turn = this.#turns += 1
        return vm
      }
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    }
    return null
  }

  /** A place for one more, if need be the one of whoever has drawn longest ago; null while all are at work. */
  async #add(instanceId: InstanceId, packageId: PackageId): Promise<PastVm | null> {
    const leaving = this.#vms.size < this.#options.maxVms ? null : this.#longestIdle()
    if (leaving === undefined) return null
    if (leaving !== null) this.#vms.delete(leaving[0])
    const shadowId = this.#shadowIds.get(instanceId) ?? createInstanceId(packageId)
    this.#shadowIds.set(instanceId, shadowId)
    // Taken before anything is waited for: nobody else gets the place.
    const vm: PastVm = { shadowId, code: null, isBusy: true, turn: 0 }
    this.#vms.set(instanceId, vm)
    if (leaving !== null) await this.#options.runtime.dispose(leaving[1].shadowId)
    return vm
  }

  #longestIdle(): readonly [InstanceId, PastVm] | undefined {
    return [...this.#vms].filter(([, { isBusy }]) => !isBusy).toSorted(([, a], [, b]) => a.turn - b.turn)[0]
  }
}
