import {
  FATAL_ERROR_CODES,
  parseLoadPluginRequest,
  parsePluginCall,
  PluginRuntimeError,
  resolveLimits,
} from '@plugboard/contracts'
import type {
  InstanceId,
  LoadedPlugin,
  LoadPluginRequest,
  LogLine,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  PluginRuntime,
  RuntimeEvents,
  RuntimeGroup,
  RuntimeHealth,
  Unsubscribe,
} from '@plugboard/contracts'

import type { EngineSource } from '../engine/engineSource.ts'
import { parseLoaded } from '../protocol/parseAnswer.ts'
import { EventHub } from '../service/EventHub.ts'
import { StrikeBook, STRIKES_TO_QUARANTINE } from '../service/StrikeBook.ts'
import { notBegun, refuse, refuseUnknownInstance, refuseUnloaded } from '../vm/refusals.ts'
import { ClientInstance } from './ClientInstance.ts'
import { GroupLostError, lostTooOften } from './GroupLostError.ts'
import { GroupRegistry } from './GroupRegistry.ts'
import { inTurns } from './inTurns.ts'
import type { PlaceInstance } from './placement.ts'
import type { GroupLoss, WorkerGroup } from './WorkerGroup.ts'
import type { CreateWorkerPort } from './WorkerPort.ts'

export interface WorkerRuntimeOptions {
  readonly createPort: CreateWorkerPort
  readonly engine: EngineSource
  readonly place: PlaceInstance
  /** Whether one more worker is kept started. */
  readonly standby: boolean
  readonly limits: Partial<PluginLimits>
  /** Milliseconds that only go up, for quarantine. */
  readonly now: () => number
}

/**
 * How often one call is sent again because somebody else cost it its worker. Whoever did runs alone from then on, so a
 * group has to lose this many of its instances while one call waits; past it the machine is at fault.
 */
const MOST_RESENDS = 100

/**
 * Runs plugins in workers. State lives with the caller, so a lost worker costs nothing: the instances in it are loaded
 * again from their requests, and what they had not answered is sent again.
 */
export class WorkerRuntime implements PluginRuntime {
  readonly #limits: Partial<PluginLimits>
  readonly #instances = new Map<InstanceId, ClientInstance>()
  readonly #groups: GroupRegistry
  readonly #strikes: StrikeBook
  /** Losses of workers, by group, that no instance was to blame for. */
  readonly #accidents: StrikeBook
  readonly #events = new EventHub()
  #isDisposed = false

  constructor(options: WorkerRuntimeOptions) {
    const { createPort, engine, place, standby, limits, now } = options
    this.#limits = limits
    this.#strikes = new StrikeBook(now)
    this.#accidents = new StrikeBook(now)
    this.#groups = new GroupRegistry({
      createPort,
      engine,
      place,
      standby,
      limits: resolveLimits(limits),
      onLog: (group, line) => {
        this.#log(group, line)
      },
      onLost: (loss) => {
        this.#lose(loss)
      },
    })
  }

  async load(value: LoadPluginRequest): Promise<LoadedPlugin> {
    this.#assertUsable()
    const request = parseLoadPluginRequest(value)
    const { code, instanceId } = request
    if (this.#instances.has(instanceId)) {
      throw refuse('DUPLICATE_INSTANCE', `"${instanceId}" is loaded already. Make a new id with createInstanceId().`)
    }
    this.#assertNotQuarantined(instanceId, code)
    const instance = new ClientInstance(request, this.#limits, this.#strikes.hasAny(instanceId))
    // Taken before anything is awaited: a second load of the same id must see it.
    this.#instances.set(instanceId, instance)
    try {
      return await instance.queue.add(() => this.#start(instance))
    } catch (error) {
      instance.queue.close()
      if (this.#isCurrent(instance)) this.#instances.delete(instanceId)
      void this.#groups.leave(instance)
      throw error
    }
  }

  async call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
    this.#assertUsable()
    const instance = this.#instances.get(instanceId)
    if (instance === undefined) {
      this.#assertNotQuarantined(instanceId)
      throw refuseUnknownInstance(instanceId)
    }
    const parsed = parsePluginCall(call)
    // The kind of the call decides the kind of its result; the compiler cannot follow that through the parser.
    return instance.queue.add(() => this.#perform(instance, parsed)) as Promise<PluginCallResult<C>>
  }

  async dispose(instanceId: InstanceId): Promise<void> {
    const instance = this.#instances.get(instanceId)
    if (instance === undefined) return
    this.#instances.delete(instanceId)
    instance.queue.close()
    await this.#groups.leave(instance)
  }

  async health(): Promise<RuntimeHealth> {
    await this.#groups.probe()
    const withoutVm = [...this.#instances.values()].filter(({ group }) => group === null)
    const asleep = withoutVm.map(({ request, restarts }) => ({
      id: `asleep/${request.instanceId}`,
      instanceIds: [request.instanceId],
      alive: false,
      restarts,
    }))
    return { groups: [...this.#describeGroups(), ...asleep] }
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): Unsubscribe {
    return this.#events.on(event, listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true
    for (const instance of this.#instances.values()) instance.queue.close()
    this.#instances.clear()
    await this.#groups.end()
  }

  async #perform<C extends PluginCall>(instance: ClientInstance, call: C): Promise<PluginCallResult<C>> {
    const { code, instanceId } = instance.request
    instance.lastCall = call
    for (let sent = 0; sent <= MOST_RESENDS; sent += 1) {
      this.#assertNotQuarantined(instanceId, code)
      const restarting = instance.group === null ? this.#restart(instance) : null
      const { group } = instance
      // In one trip with the load that it needs: the worker does both in their order.
      const called = group === null ? null : this.#send(instance, group, call, sent === 0)
      // An instance that could not be loaded has no answer to give; only why it could not is told.
      called?.catch(() => undefined)
      // A restart that fails is counted where it failed.
      await restarting?.catch((error: unknown) => {
        throw notBegun(call, error)
      })
      // No worker could be started, or it was lost again while we were told that it is back.
      if (group === null || called === null) continue
      try {
        return await called
      } catch (error) {
        instance.forgetView()
        if (error instanceof GroupLostError) continue
        this.#judge(instance, group, error)
        throw error
      }
    }
    throw lostTooOften()
  }

  /** Sends one call. Rejects with what {@link WorkerGroup.request} does, and with `PROTOCOL` when it cannot be sent. */
  async #send<C extends PluginCall>(
    instance: ClientInstance,
    group: WorkerGroup,
    call: C,
    isFirst: boolean,
  ): Promise<PluginCallResult<C>> {
    return group.request({
      message: instance.toMessage(call),
      instanceId: instance.request.instanceId,
      deadlineMs: instance.deadlineOf(call.kind),
      mayShare: call.kind === 'render' && instance.mayShare && isFirst,
      read: (answer) => instance.read(call, answer),
    })
  }

  async #restart(instance: ClientInstance): Promise<void> {
    await this.#start(instance)
    instance.restarts += 1
    this.#events.emit('restart', { instanceId: instance.request.instanceId, attempt: instance.restarts })
  }

  /** Loads the instance into the worker where it belongs now. */
  async #start(instance: ClientInstance): Promise<LoadedPlugin> {
    const { instanceId } = instance.request
    for (let sent = 0; sent <= MOST_RESENDS; sent += 1) {
      // A worker that ends because of a dispose is no reason to start another.
      if (!this.#isCurrent(instance)) throw refuseUnloaded()
      const group = this.#groups.join(instance, this.#describeGroups())
      try {
        return await group.request({
          message: instance.toLoadMessage(),
          instanceId,
          deadlineMs: instance.deadlineOf('load'),
          mayShare: instance.mayShare && sent === 0,
          read: (answer) => parseLoaded(answer, instance.request),
        })
      } catch (error) {
        if (error instanceof GroupLostError) continue
        instance.lastCall = null
        // A worker that never began to serve is no fault of the plugin's.
        if (group.isReady) this.#judge(instance, group, error)
        void this.#groups.leave(instance)
        throw error
      }
    }
    throw lostTooOften()
  }

  /** Counts a failure that cost the VM: the instance runs alone from now on, and not at all after the third time. */
  #judge(instance: ClientInstance, group: WorkerGroup, error: unknown): void {
    if (!(error instanceof PluginRuntimeError)) return
    // A worker that was lost under the call, for whatever reason, took the VM with it; the loss itself told of it.
    const isLost = group.wasLostWith(error)
    if (!isLost && !FATAL_ERROR_CODES.includes(error.code)) return
    const { code, instanceId } = instance.request
    instance.isAlone = true
    // Counted also when it was unloaded meanwhile: loading again does not wipe a slate.
    const strikes = this.#strikes.add(instanceId, code)
    if (!isLost) {
      void this.#groups.leave(instance)
      this.#events.emit('crash', { instanceIds: [instanceId], offender: instanceId, error: error.toShape() })
    }
    if (strikes < STRIKES_TO_QUARANTINE) return
    this.#events.emit('quarantine', { instanceId, lastCall: instance.lastCall })
  }

  /** A worker is gone: everybody in it is without a VM; all but the offender come back at once. */
  #lose({ group, offender, error }: GroupLoss): void {
    const instanceIds = [...group.instanceIds]
    const siblings: ClientInstance[] = []
    for (const instance of instanceIds.flatMap((id) => this.#instances.get(id) ?? [])) {
      instance.group = null
      if (instance.request.instanceId === offender) instance.isAlone = true
      else siblings.push(instance)
    }
    this.#events.emit('crash', { instanceIds, ...(offender === null ? {} : { offender }), error: error.toShape() })
    // One that would not start, or ends again and again by itself, is tried again by the next call, not by us.
    if (!group.isReady) return
    if (offender === null && this.#accidents.add(group.id, '') >= STRIKES_TO_QUARANTINE) return
    void inTurns(siblings, (sibling) => this.#bringBack(sibling))
  }

  async #bringBack(instance: ClientInstance): Promise<void> {
    if (instance.group !== null) return
    try {
      await instance.queue.add(async () => {
        if (instance.group === null) await this.#restart(instance)
      })
    } catch {
      // Disposed meanwhile, or it cannot be loaded any more: its next call says so.
    }
  }

  // Attributed by our own records, and only to an instance that runs in that worker.
  #log(group: WorkerGroup, { instanceId, level, args, source }: LogLine): void {
    const instance = this.#instances.get(instanceId)
    if (instance?.group !== group) return
    const { packageId } = instance.request
    this.#events.emit('log', { instanceId, packageId, level, args, ...(source === undefined ? {} : { source }) })
  }

  #describeGroups(): readonly RuntimeGroup[] {
    return this.#groups.describe(this.#instances)
  }

  #isCurrent(instance: ClientInstance): boolean {
    return this.#instances.get(instance.request.instanceId) === instance
  }

  #assertUsable(): void {
    if (this.#isDisposed) throw refuse('DISPOSED', 'The runtime has been disposed. Create a new one.')
  }

  #assertNotQuarantined(instanceId: InstanceId, code?: string): void {
    if (!this.#strikes.isQuarantined(instanceId, code)) return
    throw refuse('QUARANTINED', 'The plugin was stopped too often. Wait a minute, or load another version of it.')
  }
}
