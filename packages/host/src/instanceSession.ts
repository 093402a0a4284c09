import {
  FATAL_ERROR_CODES,
  PluginRuntimeError,
  toErrorShape,
  type EventCall,
  type InstanceId,
  type PluginCallResult,
  type PluginLimits,
  type RenderCall,
  type RuntimeErrorShape,
  type RuntimeIdentity,
  type RuntimePluginInstance,
  type RuntimeState,
} from '@plugboard/contracts'

import { EventLoop } from './eventLoop.ts'
import type { InstanceCode } from './packageCatalog.ts'
import { createLoadError, createUnknownInstanceError } from './pluginHostError.ts'
import { RenderLoop } from './renderLoop.ts'
import type { RenderTarget } from './renderScheduler.ts'
import type { SessionContext } from './sessionContext.ts'
import type { WidgetChannel } from './widgetChannel.ts'

export interface InstanceSessionOptions {
  readonly identity: RuntimeIdentity
  readonly code: InstanceCode
  readonly limits: Partial<PluginLimits>
  /** Events that may wait. */
  readonly queuedEvents: number
  readonly context: SessionContext
}

/** One instance from its load to its end: owns its VM in the runtime, its waiting events and its widgets. */
export class InstanceSession implements RenderTarget {
  readonly identity: RuntimeIdentity
  readonly context: SessionContext
  readonly events: EventLoop
  readonly renders: RenderLoop
  readonly #limits: Partial<PluginLimits>
  #code: InstanceCode
  #generation = 0
  #isGone = false
  #isStarting = false
  #callsInFlight = 0
  #excusedCalls = 0
  #isQuarantineNoticed = false
  #tail: Promise<unknown> = Promise.resolve()

  constructor({ code, context, identity, limits, queuedEvents }: InstanceSessionOptions) {
    this.identity = identity
    this.context = context
    this.#code = code
    this.#limits = limits
    this.events = new EventLoop(this, queuedEvents)
    this.renders = new RenderLoop(this)
  }

  get instanceId(): InstanceId {
    return this.identity.instanceId
  }

  /** Raised by each start: what an earlier VM answers is stale. */
  get generation(): number {
    return this.#generation
  }

  get isGone(): boolean {
    return this.#isGone
  }

  /** The store's record; undefined once it is unloaded. */
  get record(): RuntimePluginInstance | undefined {
    const { link, slice } = this.context
    return this.#isGone ? undefined : slice.selectors.selectInstance(link.state, this.instanceId)
  }

  get followsEverything(): boolean {
    return this.renders.followsEverything
  }

  settle(state: RuntimeState): readonly WidgetChannel[] {
    return this.renders.settle(state)
  }

  /** Loads the instance for the first time. @throws PluginHostError with the runtime's code. */
  start(): Promise<void> {
    return this.#enqueue(() => this.#load())
  }

  /** A fresh VM, with other code when some is given. @throws PluginHostError with the runtime's code. */
  restart(causeSeq: number | null, code?: InstanceCode): Promise<void> {
    return this.#enqueue(async () => {
      const { record } = this
      if (record === undefined) throw createUnknownInstanceError(this.instanceId)
      const { link, now, runtime, slice } = this.context
      if (code !== undefined) this.#code = code
      this.#generation += 1
      this.#isStarting = true
      this.#isQuarantineNoticed = false
      const attempt = record.diagnostics.restarts + 1
      link.dispatch(
        slice.actions.instanceRestarted({ instanceId: this.instanceId, attempt }, { causeSeq, timestamp: now() }),
      )
      await runtime.dispose(this.instanceId)
      await this.#load()
    })
  }

  /** Ends the instance. Waiting events are dropped and traced; views see that it is gone. */
  async end(): Promise<void> {
    if (this.#isGone) return
    const { link, now, runtime, scheduler, slice } = this.context
    this.events.dropAll('unknown-instance')
    this.#isGone = true
    this.#generation += 1
    link.dispatch(slice.actions.instanceRemoved({ instanceId: this.instanceId }, { causeSeq: null, timestamp: now() }))
    scheduler.notify(this.renders.close())
    await runtime.dispose(this.instanceId)
  }

  /** The one place from which guest code is reached after the load. */
  async call<C extends EventCall | RenderCall>(call: C): Promise<PluginCallResult<C>> {
    this.#callsInFlight += 1
    try {
      return await this.context.runtime.call(this.instanceId, call)
    } catch (thrown) {
      // The runtime may say whose fault it was just after it rejected the calls.
      await Promise.resolve()
      throw thrown
    } finally {
      this.#callsInFlight -= 1
    }
  }

  /** A call that began under `errorBefore` succeeded: that error is over. A newer one is not. */
  succeed(errorBefore: RuntimeErrorShape | undefined): void {
    const { record } = this
    this.#excusedCalls = Math.min(this.#excusedCalls, this.#callsInFlight)
    if (errorBefore === undefined || record?.error !== errorBefore || record.status !== 'ready') return
    const { link, now, slice } = this.context
    link.dispatch(
      slice.actions.instanceStatusChanged(
        { instanceId: this.instanceId, status: 'ready', error: null },
        { causeSeq: null, timestamp: now() },
      ),
    )
  }

  /**
   * Whether a call failed only because a neighbour took the worker down. It is then made again: nothing of it was
   * applied, and the runtime brings the instance back for its next call.
   */
  excuse(thrown: unknown): boolean {
    if (this.#excusedCalls === 0 || !FATAL_ERROR_CODES.includes(toErrorShape(thrown).code)) return false
    this.#excusedCalls -= 1
    return !this.#isGone
  }

  /**
   * Whether a call failed only because the host threw its VM away for a restart, with no answer yet. A call that was
   * stopped for what it did has another code, and is not made again.
   */
  wasCutOff(thrown: unknown, generation: number): boolean {
    return !this.#isGone && generation !== this.#generation && toErrorShape(thrown).code === 'DISPOSED'
  }

  /** A call failed: the record says so, and an instance whose VM is lost stops. */
  fail(
    thrown: unknown,
    { causeSeq, generation }: { readonly causeSeq: number | null; readonly generation: number },
  ): void {
    const { events, link, now, slice } = this.context
    const error = toErrorShape(thrown)
    const meta = { causeSeq, timestamp: now() }
    const { instanceId, record } = this
    const isStale = generation !== this.#generation || record === undefined
    if (isStale || record.status === 'error' || record.status === 'quarantined') {
      link.dispatch(slice.actions.traceRecorded({ kind: 'error', instanceId, error }, meta))
      return
    }
    const status = this.#isQuarantineNoticed || error.code === 'QUARANTINED' ? 'quarantined' : statusAfter(error)
    link.dispatch(slice.actions.instanceStatusChanged({ instanceId, status, error }, meta))
    if (status !== 'ready') this.events.dropAll(error)
    events.emit('error', { instanceId, error })
  }

  /** The runtime lost the VM. What is in flight will be rejected, and is judged then. */
  noticeCrash({ error, offender }: { readonly error: RuntimeErrorShape; readonly offender?: InstanceId }): void {
    const isOffender = offender === undefined || offender === this.instanceId
    if (this.#callsInFlight > 0) {
      this.#excusedCalls = isOffender ? 0 : this.#callsInFlight
      if (isOffender) return
    }
    const { link, now, slice } = this.context
    const { instanceId } = this
    if (offender === instanceId)
      this.fail(new PluginRuntimeError(error), { causeSeq: null, generation: this.#generation })
    else
      link.dispatch(
        slice.actions.traceRecorded({ kind: 'error', instanceId, error }, { causeSeq: null, timestamp: now() }),
      )
  }

  /** The runtime brought the instance back by itself. */
  noticeRestart(attempt: number): void {
    const { record } = this
    if (this.#isStarting || record === undefined) return
    const { link, now, slice } = this.context
    const { instanceId } = this
    const meta = { causeSeq: null, timestamp: now() }
    if (record.status !== 'ready') {
      link.dispatch(slice.actions.traceRecorded({ kind: 'restart', instanceId, attempt }, meta))
      return
    }
    link.dispatch(slice.actions.instanceRestarted({ instanceId, attempt }, meta))
    link.dispatch(slice.actions.instanceStatusChanged({ instanceId, status: 'ready' }, meta))
  }

  noticeQuarantine(): void {
    this.#isQuarantineNoticed = true
    // A call that is in flight brings the reason with it.
    if (this.#callsInFlight > 0 || this.#isStarting || this.record?.status === 'quarantined') return
    const { link, now, slice } = this.context
    link.dispatch(
      slice.actions.instanceStatusChanged(
        { instanceId: this.instanceId, status: 'quarantined', error: QUARANTINED },
        { causeSeq: null, timestamp: now() },
      ),
    )
    this.events.dropAll(QUARANTINED)
  }

  async #load(): Promise<void> {
    const { createSeed, events, link, now, runtime, scheduler, slice } = this.context
    const { identity, instanceId } = this
    const { code, manifest, sourceMap } = this.#code
    this.#isStarting = true
    try {
      const plugin = await runtime.load({
        ...identity,
        code,
        ...(sourceMap === undefined ? {} : { sourceMap }),
        ...(manifest === null ? {} : { apiVersion: manifest.apiVersion }),
        trusted: manifest !== null,
        limits: this.#limits,
        seed: createSeed(),
      })
      if (this.#isGone) {
        await runtime.dispose(instanceId)
        throw createUnknownInstanceError(instanceId)
      }
      // Whose it is was decided before the code ran, whatever a runtime hands back.
      link.dispatch(
        slice.actions.instanceRegistered({ plugin: { ...plugin, ...identity } }, { causeSeq: null, timestamp: now() }),
      )
    } catch (thrown) {
      if (this.#isGone) throw createUnknownInstanceError(instanceId)
      const error = toErrorShape(thrown)
      const meta = { causeSeq: null, timestamp: now() }
      link.dispatch(
        error.code === 'QUARANTINED'
          ? slice.actions.instanceStatusChanged({ instanceId, status: 'quarantined', error }, meta)
          : slice.actions.instanceFailed({ instanceId, error }, meta),
      )
      this.events.dropAll(error)
      events.emit('error', { instanceId, error })
      throw createLoadError(error, instanceId, thrown)
    } finally {
      this.#isStarting = false
    }
    this.renders.invalidate()
    scheduler.request(instanceId)
    this.events.drain()
  }

  // Starts and restarts of one instance follow each other; a failed one does not stop the next.
  #enqueue(work: () => Promise<void>): Promise<void> {
    const turn = this.#tail.then(work)
    this.#tail = turn.catch(() => undefined)
    return turn
  }
}

const QUARANTINED: RuntimeErrorShape = Object.freeze({
  code: 'QUARANTINED',
  message: 'The plugin was stopped too often in a short time and stays stopped. Restart it in a minute.',
})

function statusAfter({ code }: RuntimeErrorShape): 'ready' | 'error' {
  // The last two: the runtime no longer has the instance, so there is nothing left to call.
  const isLost = FATAL_ERROR_CODES.includes(code) || code === 'UNKNOWN_INSTANCE' || code === 'DISPOSED'
  return isLost ? 'error' : 'ready'
}
