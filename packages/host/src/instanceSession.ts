import {
  toErrorShape,
  type InstanceId,
  type JsonValue,
  type LoadedPlugin,
  type PluginLimits,
  type RuntimeIdentity,
  type RuntimePluginInstance,
  type RuntimeState,
} from '@plugboard/contracts'

import type { CarriedState } from './carryState.ts'
import { reloadCode, type CarryWish } from './codeReload.ts'
import { EventLoop } from './eventLoop.ts'
import { InstanceHealth, QUARANTINED } from './instanceHealth.ts'
import { InstanceVm } from './instanceVm.ts'
import { describeCode, type InstanceCode } from './packageCatalog.ts'
import { createLoadError, createUnknownInstanceError } from './pluginHostError.ts'
import { RenderLoop } from './renderLoop.ts'
import type { RenderTarget } from './renderScheduler.ts'
import type { SessionContext } from './sessionContext.ts'
import type { WidgetChannel } from './widgetChannel.ts'

export interface InstanceSessionOptions {
  readonly identity: RuntimeIdentity
  readonly code: InstanceCode
  readonly limits: PluginLimits
  readonly requestedLimits?: Partial<PluginLimits> | undefined
  readonly context: SessionContext
}

/** One instance from its load to its end: owns its VM in the runtime, its waiting events and its widgets. */
export class InstanceSession implements RenderTarget {
  readonly identity: RuntimeIdentity
  readonly context: SessionContext
  readonly events: EventLoop
  readonly renders: RenderLoop
  readonly health: InstanceHealth
  readonly vm: InstanceVm
  readonly limits: PluginLimits
  /** Over the host's own, as the request for this instance said. */
  readonly requestedLimits: Partial<PluginLimits> | undefined
  #code: InstanceCode
  #isGone = false
  #tail: Promise<unknown> = Promise.resolve()

  constructor({ code, context, identity, limits, requestedLimits }: InstanceSessionOptions) {
    this.identity = identity
    this.context = context
    this.#code = code
    this.limits = limits
    this.requestedLimits = requestedLimits
    this.vm = new InstanceVm({ identity, limits, context })
    this.events = new EventLoop(this, limits.queuedEvents)
    this.renders = new RenderLoop(this)
    this.health = new InstanceHealth(this)
  }

  /** Number of the record of its last start: the cause of what comes of it. */
  loadSeq: number | null = null

  get instanceId(): InstanceId {
    return this.identity.instanceId
  }

  get isGone(): boolean {
    return this.#isGone
  }

  /** The store's record; undefined once it is unloaded. */
  get record(): RuntimePluginInstance | undefined {
    const { link, slice } = this.context
    return this.#isGone ? undefined : slice.selectors.selectInstance(link.state, this.instanceId)
  }

  /** Undefined before it was loaded for the first time. */
  get pluginState(): JsonValue | undefined {
    const { link, slice } = this.context
    return slice.selectors.selectPluginState(link.state, this.instanceId)
  }

  /** What it runs; of two, the one that last proved itself. */
  get code(): InstanceCode {
    return this.#code
  }

  /** Version of the shape of its state; undefined while nobody has said. */
  get stateVersion(): number | undefined {
    return this.record?.stateVersion
  }

  get followsEverything(): boolean {
    return this.renders.followsEverything
  }

  settle(state: RuntimeState): readonly WidgetChannel[] {
    return this.renders.settle(state)
  }

  /** Loads the instance for the first time. @throws PluginHostError with the runtime's code. */
  start(): Promise<void> {
    return this.#enqueue(() => this.load())
  }

  /** A fresh VM with the same code. @throws PluginHostError with the runtime's code. */
  restart(causeSeq: number | null): Promise<void> {
    return this.#enqueue(async () => {
      await this.discardVm(causeSeq)
      await this.load()
    })
  }

  /** Other code, if it proves itself; else the old code again. @throws PluginHostError that says which of them runs now. */
  reload(code: InstanceCode, wish: CarryWish): Promise<CarriedState> {
    return this.#enqueue(() => reloadCode(this, code, wish))
  }

  /** Throws the VM away for a fresh one, with other code when some is given. The number of the record that says so. */
  async discardVm(causeSeq: number | null, code?: InstanceCode): Promise<number> {
    const { instanceId, record } = this
    if (record === undefined) throw createUnknownInstanceError(instanceId)
    const { link, now, slice } = this.context
    this.health.forgetQuarantine()
    const attempt = record.diagnostics.restarts + 1
    const digest = code === undefined ? {} : describeCode(code, this.limits)
    this.vm.expire()
    const seq = link.dispatch(
      slice.actions.instanceRestarted({ instanceId, attempt, ...digest }, { causeSeq, timestamp: now() }),
    )
    this.loadSeq = seq
    await this.vm.discard()
    return seq
  }

  /** Runs code in the VM that was asked for. Nothing of it is told to anybody. */
  async startVm(code: InstanceCode): Promise<LoadedPlugin> {
    const plugin = await this.vm.start(code)
    if (!this.#isGone) return plugin
    await this.vm.end()
    throw createUnknownInstanceError(this.instanceId)
  }

  /** Starts what the instance runs. @throws PluginHostError with the runtime's code; the instance is stopped then. */
  async load(): Promise<void> {
    const { events, link, now, slice } = this.context
    const { instanceId } = this
    try {
      this.#register(await this.startVm(this.#code))
    } catch (thrown) {
      this.vm.settle()
      if (this.#isGone) throw createUnknownInstanceError(instanceId)
      const error = toErrorShape(thrown)
      const meta = { causeSeq: this.loadSeq, timestamp: now() }
      link.dispatch(
        error.code === 'QUARANTINED'
          ? slice.actions.instanceStatusChanged({ instanceId, status: 'quarantined', error }, meta)
          : slice.actions.instanceFailed({ instanceId, error }, meta),
      )
      this.events.dropAll(error)
      events.emit('error', { instanceId, error })
      throw createLoadError(error, instanceId, thrown)
    }
  }

  /** The code in the VM is the instance's from now on, with a state of its own when one is given. */
  adopt(code: InstanceCode, plugin: LoadedPlugin, state?: JsonValue): void {
    this.#code = code
    this.#register(plugin, state)
  }

  /** Puts the instance back where it was stopped, without a VM. */
  async stopAgain({ error, status }: RuntimePluginInstance, causeSeq: number): Promise<'stopped'> {
    const { link, now, slice } = this.context
    const { instanceId } = this
    await this.vm.end()
    this.vm.settle()
    const meta = { causeSeq, timestamp: now() }
    link.dispatch(slice.actions.instanceStatusChanged({ instanceId, status, error: error ?? null }, meta))
    this.events.dropAll(error ?? QUARANTINED)
    return 'stopped'
  }

  /** Ends the instance. Waiting events are dropped and traced; views see that it is gone. */
  async end(): Promise<void> {
    if (this.#isGone) return
    const { link, now, scheduler, slice } = this.context
    this.events.dropAll('unknown-instance')
    this.#isGone = true
    this.vm.expire()
    link.dispatch(slice.actions.instanceRemoved({ instanceId: this.instanceId }, { causeSeq: null, timestamp: now() }))
    scheduler.notify(this.renders.close())
    await this.vm.end()
  }

  /** The plugin is up: the store knows it, its widgets are drawn, and what waits is handled. */
  #register(plugin: LoadedPlugin, state?: JsonValue): void {
    const { link, now, scheduler, slice } = this.context
    const meta = { causeSeq: this.loadSeq, timestamp: now() }
    // Code that says no version leaves a state that it kept at the one that it has. Its own has none.
    const stateVersion = this.#code.manifest?.stateVersion ?? (state === undefined ? this.stateVersion : undefined)
    this.vm.settle()
    link.dispatch(
      slice.actions.instanceRegistered(
        { plugin, ...(state === undefined ? {} : { state }), ...(stateVersion === undefined ? {} : { stateVersion }) },
        meta,
      ),
    )
    this.renders.invalidate()
    scheduler.request(this.instanceId)
    this.events.drain()
  }

  // Starts and restarts of one instance follow each other; a failed one does not stop the next.
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work)
    this.#tail = turn.catch(() => undefined)
    return turn
  }
}
