import {
  FATAL_ERROR_CODES,
  PluginRuntimeError,
  toErrorShape,
  type EventCall,
  type InvokeCall,
  type LoadedPlugin,
  type PluginCallResult,
  type PluginLimits,
  type RenderCall,
  type RuntimeIdentity,
} from '@plugboard/contracts'

import type { InstanceCode } from './packageCatalog.ts'
import type { SessionContext } from './sessionContext.ts'

export interface InstanceVmOptions {
  readonly identity: RuntimeIdentity
  readonly limits: PluginLimits
  readonly context: SessionContext
}

/** One instance's VM in the runtime: started, called and thrown away here and nowhere else. */
export class InstanceVm {
  readonly #options: InstanceVmOptions
  #generation = 0
  #isStarting = false
  #callsInFlight = 0
  #excusedCalls = 0

  constructor(options: InstanceVmOptions) {
    this.#options = options
  }

  /** Raised each time that the host throws the VM away: what an earlier one answers is stale. */
  get generation(): number {
    return this.#generation
  }

  /** From when a VM is asked for, or thrown away for another, until {@link settle}: what is told of it is told to who waits. */
  get isStarting(): boolean {
    return this.#isStarting
  }

  get isCalled(): boolean {
    return this.#callsInFlight > 0
  }

  /** Starts code in a fresh VM. Rejects with whatever the runtime rejects with. */
  async start({ code, fault, isTrusted, manifest, sourceMap }: InstanceCode): Promise<LoadedPlugin> {
    const { context, identity, limits } = this.#options
    this.#isStarting = true
    if (fault !== undefined) throw new PluginRuntimeError(fault)
    const plugin = await context.runtime.load({
      ...identity,
      code,
      ...(sourceMap === undefined ? {} : { sourceMap }),
      ...(manifest === null ? {} : { apiVersion: manifest.apiVersion }),
      trusted: isTrusted,
      limits,
      seed: context.createSeed(),
    })
    // Whose it is was decided before the code ran, whatever a runtime hands back.
    return { ...plugin, ...identity }
  }

  /** It is known what became of the start. */
  settle(): void {
    this.#isStarting = false
  }

  /** From now on its answers are stale. */
  expire(): void {
    this.#generation += 1
  }

  /** Throws the VM away so that another is started. */
  discard(): Promise<void> {
    this.#isStarting = true
    return this.end()
  }

  async end(): Promise<void> {
    await this.#options.context.runtime.dispose(this.#options.identity.instanceId)
  }

  /** The one place from which guest code is reached after the load. */
  async call<C extends EventCall | InvokeCall | RenderCall>(call: C): Promise<PluginCallResult<C>> {
    const { context, identity } = this.#options
    this.#callsInFlight += 1
    try {
      return await context.runtime.call(identity.instanceId, call)
    } catch (thrown) {
      // The runtime may say whose fault it was just after it rejected the calls.
      await Promise.resolve()
      throw thrown
    } finally {
      this.#callsInFlight -= 1
    }
  }

  /** The VM was lost: calls that are in flight are excused when somebody else is to blame. */
  noticeLoss(isOffender: boolean): void {
    this.#excusedCalls = isOffender ? 0 : this.#callsInFlight
  }

  /** A call succeeded: no more are excused than are in flight. */
  noticeAnswer(): void {
    this.#excusedCalls = Math.min(this.#excusedCalls, this.#callsInFlight)
  }

  /**
   * Whether a call failed only because a neighbour took the worker down. It is then made again: nothing of it was
   * applied, and the runtime brings the instance back for its next call.
   */
  excuse(thrown: unknown): boolean {
    if (this.#excusedCalls === 0 || !FATAL_ERROR_CODES.includes(toErrorShape(thrown).code)) return false
    this.#excusedCalls -= 1
    return true
  }

  /**
   * Whether a call failed only because the host threw its VM away for another, with no answer yet. A call that was
   * stopped for what it did has another code, and is not made again.
   */
  wasCutOff(thrown: unknown, generation: number): boolean {
    return generation !== this.#generation && toErrorShape(thrown).code === 'DISPOSED'
  }
}
