import { FATAL_ERROR_CODES, parseInstanceId, PluginRuntimeError } from '@plugboard/contracts'
import type {
  InstanceId,
  LoadedPlugin,
  LoadPluginRequest,
  PluginCall,
  PluginCallResult,
  PluginLimits,
  PluginRuntime,
  RuntimeEvents,
  RuntimeGroup,
  RuntimeHealth,
  Unsubscribe,
} from '@plugboard/contracts'

import { EventHub } from '../service/EventHub.ts'
import { StrikeBook, STRIKES_TO_QUARANTINE } from '../service/StrikeBook.ts'
import { refuse } from '../vm/refusals.ts'
import { ClientInstance } from './ClientInstance.ts'
import { GroupLostError } from './GroupLostError.ts'
import { placeAlone, type PlaceInstance } from './placement.ts'
import { WorkerGroup, type GroupLoss } from './WorkerGroup.ts'
import type { CreateWorkerPort } from './WorkerPort.ts'

export interface WorkerRuntimeOptions {
  readonly createPort: CreateWorkerPort
  readonly place: PlaceInstance
  readonly limits: Partial<PluginLimits>
  /** Milliseconds that only go up, for quarantine. */
  readonly now: () => number
}

/** How often a call is sent again because its worker was lost under it by somebody else. */
const MOST_RESENDS = 5

/**
 * Runs plugins in workers. State lives with the caller, so a lost worker costs nothing: the instances in it are loaded
 * again from their requests, and what they had not answered is sent again.
 */
export class WorkerRuntime implements PluginRuntime {
  readonly #options: WorkerRuntimeOptions
  readonly #instances = new Map<InstanceId, ClientInstance>()
  readonly #groups = new Map<string, WorkerGroup>()
  readonly #restartsByGroup = new Map<string, number>()
  readonly #strikes: StrikeBook
  readonly #events = new EventHub()
  #isDisposed = false

  constructor(options: WorkerRuntimeOptions) {
    this.#options = options
    this.#strikes = new StrikeBook(options.now)
  }

  async load(request: LoadPluginRequest): Promise<LoadedPlugin> {
    const { instanceId, packageId } = request
    this.#assertUsable()
    if (parseInstanceId(instanceId)?.packageId !== packageId) {
      throw refuse('PROTOCOL', 'The instance id was not made for this package. Use createInstanceId(packageId).')
    }
    if (this.#instances.has(instanceId)) {
      throw refuse('DUPLICATE_INSTANCE', `"${instanceId}" is loaded already. Make a new id with createInstanceId().`)
    }
    this.#assertNotQuarantined(instanceId)
    const instance = new ClientInstance(request, this.#options.limits)
    instance.isAlone = this.#strikes.count(instanceId) > 0
    // Taken before anything is awaited: a second load of the same id must see it.
    this.#instances.set(instanceId, instance)
    try {
      return await instance.queue.add(() => this.#start(instance))
    } catch (error) {
      instance.queue.close()
      this.#detach(instance)
      // A dispose and another load may have come in between.
      if (this.#instances.get(instanceId) === instance) this.#instances.delete(instanceId)
      throw error
    }
  }

  async call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
    this.#assertUsable()
    const instance = this.#instances.get(instanceId)
    if (instance === undefined) {
      this.#assertNotQuarantined(instanceId)
      throw refuse('UNKNOWN_INSTANCE', `"${instanceId.slice(0, 80)}" is not loaded. Load it first.`)
    }
    return instance.queue.add(() => this.#perform(instance, call))
  }

  dispose(instanceId: InstanceId): Promise<void> {
    const instance = this.#instances.get(instanceId)
    if (instance !== undefined) {
      this.#instances.delete(instanceId)
      instance.queue.close()
      this.#detach(instance)
    }
    return Promise.resolve()
  }

  health(): Promise<RuntimeHealth> {
    return Promise.resolve({ groups: this.#describeGroups() })
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): Unsubscribe {
    return this.#events.on(event, listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true
    for (const instance of this.#instances.values()) instance.queue.close()
    this.#instances.clear()
    for (const group of this.#groups.values()) group.end()
    this.#groups.clear()
  }

  async #perform<C extends PluginCall>(instance: ClientInstance, call: C): Promise<PluginCallResult<C>> {
    const { instanceId } = instance.request
    instance.lastCall = call
    for (let sent = 0; sent <= MOST_RESENDS; sent += 1) {
      this.#assertNotQuarantined(instanceId)
      // A restart that fails has been counted where it failed.
      let isRunning = false
      try {
        if (instance.group === null) await this.#restart(instance)
        const group = instance.group
        if (group === null) throw new GroupLostError()
        isRunning = true
        const value = await group.request({
          // The type says which of the two calls it is; `call` is exactly that one.
          message: { type: call.kind, instanceId, call } as Parameters<WorkerGroup['request']>[0]['message'],
          instanceId,
          deadlineMs: instance.deadlineOf(call.kind),
        })
        // The worker's own code answered: its service parsed what the guest said.
        return instance.share(call, value as PluginCallResult<C>)
      } catch (error) {
        if (!(error instanceof GroupLostError)) {
          if (isFatal(error) && isRunning) this.#strike(instance, error)
          throw error
        }
      }
    }
    throw refuse('RUNTIME_CRASHED', 'The worker of this plugin was lost again and again. Restart the plugin.')
  }

  async #restart(instance: ClientInstance): Promise<void> {
    await this.#start(instance)
    instance.restarts += 1
    this.#events.emit('restart', { instanceId: instance.request.instanceId, attempt: instance.restarts })
  }

  /** Loads the instance into the worker where it belongs now. */
  async #start(instance: ClientInstance): Promise<LoadedPlugin> {
    for (let sent = 0; sent <= MOST_RESENDS; sent += 1) {
      const group = this.#groupFor(instance)
      instance.group = group
      group.instanceIds.add(instance.request.instanceId)
      try {
        const loaded = await group.request({
          message: { type: 'loadPlugin', request: instance.postedRequest },
          instanceId: instance.request.instanceId,
          deadlineMs: instance.deadlineOf('load'),
        })
        if (this.#instances.get(instance.request.instanceId) !== instance) {
          this.#detach(instance)
          throw refuse('DISPOSED', 'The plugin was unloaded while it was loading. Load it again.')
        }
        return loaded as LoadedPlugin
      } catch (error) {
        if (error instanceof GroupLostError) continue
        // A worker that could not start is no fault of the plugin's.
        const isStrike =
          isFatal(error) && group.wasReady && this.#instances.get(instance.request.instanceId) === instance
        if (isStrike) this.#strike(instance, error, null)
        this.#detach(instance)
        throw error
      }
    }
    throw refuse('RUNTIME_CRASHED', 'The worker of this plugin was lost again and again. Restart the plugin.')
  }

  #groupFor(instance: ClientInstance): WorkerGroup {
    const { request } = instance
    const id = instance.isAlone ? `alone/${placeAlone(request)}` : this.#options.place(request, this.#describeGroups())
    const known = this.#groups.get(id)
    if (known?.isAlive === true) return known
    const group = new WorkerGroup({
      id,
      createPort: this.#options.createPort,
      onLog: ({ level, args, source, instanceId }) => {
        const logged = this.#instances.get(instanceId)
        // Attributed by our own records, and only to an instance that runs in that worker.
        if (logged === undefined || !group.instanceIds.has(instanceId)) return
        const { packageId } = logged.request
        this.#events.emit('log', { instanceId, packageId, level, args, ...(source === undefined ? {} : { source }) })
      },
      onLost: (loss) => {
        this.#lose(loss)
      },
    })
    this.#groups.set(id, group)
    return group
  }

  /** A worker is gone: everybody in it is without a VM; all but the offender come back at once. */
  #lose({ group, offender, wasReady, error }: GroupLoss): void {
    this.#groups.delete(group.id)
    const instanceIds = [...group.instanceIds]
    this.#restartsByGroup.set(group.id, (this.#restartsByGroup.get(group.id) ?? 0) + 1)
    const siblings: ClientInstance[] = []
    for (const instanceId of instanceIds) {
      const instance = this.#instances.get(instanceId)
      if (instance?.group !== group) continue
      instance.group = null
      if (instanceId === offender) instance.isAlone = true
      else siblings.push(instance)
    }
    this.#events.emit('crash', {
      instanceIds,
      ...(offender === null ? {} : { offender }),
      error: error.toShape(),
    })
    if (!wasReady) return
    for (const sibling of siblings) void this.#bringBack(sibling)
  }

  async #bringBack(instance: ClientInstance): Promise<void> {
    try {
      await instance.queue.add(async () => {
        if (instance.group === null) await this.#restart(instance)
      })
    } catch {
      // Disposed meanwhile, or it cannot be loaded any more: its next call says so.
    }
  }

  /** The instance's VM was stopped: it runs alone from now on, and not at all after the third time. */
  #strike(instance: ClientInstance, error: PluginRuntimeError, lastCall: PluginCall | null = instance.lastCall): void {
    const { instanceId } = instance.request
    instance.isAlone = true
    if (instance.group !== null) {
      // Stopped from inside: the worker lives. A loss of the whole worker has been told already.
      this.#detach(instance)
      this.#events.emit('crash', { instanceIds: [instanceId], offender: instanceId, error: error.toShape() })
    }
    if (this.#strikes.add(instanceId) >= STRIKES_TO_QUARANTINE) {
      this.#events.emit('quarantine', { instanceId, lastCall })
    }
  }

  /** Takes an instance out of its worker, and ends the worker that nobody is in any more. */
  #detach(instance: ClientInstance): void {
    const { group } = instance
    const { instanceId } = instance.request
    if (group === null) return
    instance.group = null
    group.instanceIds.delete(instanceId)
    if (group.instanceIds.size === 0) {
      this.#groups.delete(group.id)
      group.end()
      return
    }
    group
      .request({ message: { type: 'disposePlugin', instanceId }, instanceId, deadlineMs: instance.deadlineOf('event') })
      .catch(() => {
        // The worker was lost: so is the VM.
      })
  }

  #describeGroups(): readonly RuntimeGroup[] {
    return [...this.#groups.values()].map((group) => ({
      id: group.id,
      instanceIds: [...group.instanceIds],
      alive: group.isAlive,
      restarts: this.#restartsByGroup.get(group.id) ?? 0,
    }))
  }

  #assertUsable(): void {
    if (this.#isDisposed) throw refuse('DISPOSED', 'The runtime has been disposed. Create a new one.')
  }

  #assertNotQuarantined(instanceId: InstanceId): void {
    if (!this.#strikes.isQuarantined(instanceId)) return
    throw refuse('QUARANTINED', 'The plugin was stopped too often. Wait a minute, or load another version of it.')
  }
}

function isFatal(error: unknown): error is PluginRuntimeError {
  return error instanceof PluginRuntimeError && FATAL_ERROR_CODES.includes(error.code)
}
