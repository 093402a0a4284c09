import type { InstanceId, LogLine, PluginLimits, RuntimeGroup } from '@plugboard/contracts'

import type { EngineSource } from '../engine/engineSource.ts'
import { refuse } from '../vm/refusals.ts'
import type { ClientInstance } from './ClientInstance.ts'
import { placeAlone, type PlaceInstance } from './placement.ts'
import { STARTUP_MS, WorkerGroup, type GroupLoss } from './WorkerGroup.ts'
import type { CreateWorkerPort, WorkerPort } from './WorkerPort.ts'

export interface GroupRegistryOptions {
  readonly createPort: CreateWorkerPort
  readonly engine: EngineSource
  readonly place: PlaceInstance
  /** Whether one more worker is kept started for the next group. */
  readonly standby: boolean
  /** Limits that most instances have: a worker in waiting prepares for them. */
  readonly limits: PluginLimits
  readonly onLog: (group: WorkerGroup, line: LogLine) => void
  readonly onLost: (loss: GroupLoss) => void
}

/** How long nothing else must have been started until another worker is put in waiting, in milliseconds. */
export const STANDBY_AFTER_MS = 1_000

/** The groups that there are, who is in which, and every worker that was started for them. */
export class GroupRegistry {
  readonly #options: GroupRegistryOptions
  readonly #groups = new Map<string, WorkerGroup>()
  /** Workers that were told to end and have not yet. */
  readonly #endings = new Set<Promise<void>>()
  #module: Promise<WebAssembly.Module> | null = null
  /** A worker without instances, for the next group. */
  #standby: WorkerGroup | null = null
  #standbyTimer: ReturnType<typeof setTimeout> | undefined
  #isEnded = false

  constructor(options: GroupRegistryOptions) {
    this.#options = options
    // The first plugin is loaded soon: its worker starts while the application still does.
    this.#openStandby()
  }

  /**
   * Puts an instance into the group where it belongs now; starts a worker when there is none.
   *
   * @throws PluginRuntimeError `RUNTIME_CRASHED` when the platform refuses to start one.
   */
  join(instance: ClientInstance, described: readonly RuntimeGroup[]): WorkerGroup {
    const { request } = instance
    const id = instance.isAlone ? placeAlone(request) : this.#options.place(request, described)
    const group = this.#groups.get(id) ?? this.#create(id)
    group.instanceIds.add(request.instanceId)
    instance.group = group
    return group
  }

  /** Takes an instance out of its group; resolves when nothing of it runs any more. Idempotent. */
  async leave(instance: ClientInstance): Promise<void> {
    const { group } = instance
    if (group === null) return
    const { instanceId } = instance.request
    instance.group = null
    group.instanceIds.delete(instanceId)
    if (group.instanceIds.size === 0) {
      this.#groups.delete(group.id)
      await group.end()
      return
    }
    try {
      await group.request({
        message: { type: 'disposePlugin', instanceId },
        instanceId: null,
        deadlineMs: disposeDeadline(instance.limits),
        read: () => undefined,
      })
    } catch {
      // The worker was lost: so is the VM.
    }
  }

  /** Asks every worker that has nothing to do whether it still answers; one that does not is lost. */
  async probe(): Promise<void> {
    const probes = [...this.#groups.values()]
      .filter((group) => group.isIdle)
      .map((group) =>
        group.request({
          message: { type: 'health' },
          instanceId: null,
          // Nothing runs there, so there is no hurry either: a busy machine must not cost a worker.
          deadlineMs: STARTUP_MS,
          read: () => undefined,
        }),
      )
    await Promise.allSettled(probes)
  }

  /** Every group, with the most restarts that one of its instances has seen. */
  describe(instances: ReadonlyMap<InstanceId, ClientInstance>): readonly RuntimeGroup[] {
    return [...this.#groups.values()].map((group) => ({
      id: group.id,
      instanceIds: [...group.instanceIds],
      alive: group.isAlive,
      restarts: Math.max(0, ...[...group.instanceIds].map((id) => instances.get(id)?.restarts ?? 0)),
    }))
  }

  /** Ends every worker; resolves when they are gone. */
  async end(): Promise<void> {
    this.#isEnded = true
    for (const group of this.#groups.values()) void group.end()
    this.#groups.clear()
    clearTimeout(this.#standbyTimer)
    void this.#standby?.end()
    this.#standby = null
    await Promise.allSettled(this.#endings)
  }

  #create(id: string): WorkerGroup {
    const group = this.#standby ?? this.#open()
    this.#standby = null
    group.id = id
    this.#groups.set(id, group)
    group.hold()
    if (group.isReady) this.#keepStandby()
    return group
  }

  #open(): WorkerGroup {
    const group: WorkerGroup = new WorkerGroup({
      createPort: () => this.#createPort(),
      compile: () => this.#compile(),
      limits: this.#options.limits,
      onReady: () => {
        this.#keepStandby()
      },
      onLog: (line) => {
        this.#options.onLog(group, line)
      },
      onLost: (loss) => {
        if (this.#standby === group) {
          this.#standby = null
          return
        }
        this.#groups.delete(group.id)
        this.#options.onLost(loss)
      },
    })
    return group
  }

  /** Puts another worker in waiting once things are quiet: its start must not compete with what somebody waits for. */
  #keepStandby(): void {
    if (!this.#options.standby || this.#isEnded || this.#standby !== null) return
    clearTimeout(this.#standbyTimer)
    this.#standbyTimer = setTimeout(() => this.#openStandby(), STANDBY_AFTER_MS)
    // Where timers keep a process alive, this one does not.
    if (typeof this.#standbyTimer === 'object') this.#standbyTimer.unref()
  }

  #openStandby(): void {
    if (!this.#options.standby || this.#isEnded || this.#standby !== null) return
    try {
      this.#standby = this.#open()
    } catch {
      // The platform gives no more workers: the next group that needs one says so.
    }
  }

  #createPort(): WorkerPort {
    let port: WorkerPort
    try {
      port = this.#options.createPort()
    } catch {
      throw refuse(
        'RUNTIME_CRASHED',
        'No worker could be started for this plugin. Check that the page may start workers.',
      )
    }
    return {
      ...port,
      terminate: async () => {
        const ending = port.terminate().catch(() => {
          // Whatever is left of it cannot be ended from here, and nobody listens to it any more.
        })
        this.#endings.add(ending)
        await ending
        this.#endings.delete(ending)
      },
    }
  }

  #compile(): Promise<WebAssembly.Module> {
    this.#module ??= this.#options.engine.compile().catch((error: unknown) => {
      // A download that failed may be tried again.
      this.#module = null
      throw error
    })
    return this.#module
  }
}

// By then everything before it has had its own deadline.
function disposeDeadline({ wallMs, graceMs }: PluginLimits): number {
  return Math.max(wallMs.event, wallMs.render, wallMs.load) + graceMs
}
