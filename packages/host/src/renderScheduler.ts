import type { InstanceId, RuntimeState } from '@plugboard/contracts'

import type { WidgetChannel } from './widgetChannel.ts'

/** What the scheduler settles: an instance session. */
export interface RenderTarget {
  readonly instanceId: InstanceId
  /** Whether its view may change with any part of the state, as derived domains do. */
  readonly followsEverything: boolean
  /** Updates the snapshots of leased widgets, starts the renders that are due, and returns the channels that changed. */
  settle(state: RuntimeState): readonly WidgetChannel[]
}

export interface RenderSchedulerOptions {
  readonly targets: () => Iterable<RenderTarget>
  /** Null while there is no store. */
  readonly readState: () => RuntimeState | null
}

/**
 * Turns any number of changes into one pass over the instances that they concern, in a microtask: a burst of dispatches
 * asks for one render of each, and views are told once.
 */
export class RenderScheduler {
  readonly #options: RenderSchedulerOptions
  /** Instances that have news of their own, whatever the state says. */
  readonly #asked = new Set<InstanceId>()
  /** The state of the last pass. */
  #settled: RuntimeState | null = null
  #isScheduled = false

  constructor(options: RenderSchedulerOptions) {
    this.#options = options
  }

  /** Asks for a pass: for an instance, or for all that the changes of the state concern. */
  request(instanceId?: InstanceId): void {
    if (instanceId !== undefined) this.#asked.add(instanceId)
    if (this.#isScheduled) return
    this.#isScheduled = true
    void Promise.resolve().then(() => {
      this.#isScheduled = false
      this.#flush()
    })
  }

  #flush(): void {
    const state = this.#options.readState()
    if (state === null) return
    const before = this.#settled
    this.#settled = state
    const asked = new Set(this.#asked)
    this.#asked.clear()
    const changed: WidgetChannel[] = []
    for (const target of this.#options.targets()) {
      if (asked.has(target.instanceId) || isConcerned(target, before, state)) changed.push(...target.settle(state))
    }
    // All snapshots are new before anybody is told, so that one commit sees one state.
    this.notify(changed)
  }

  /** Tells the views of these widgets. */
  notify(channels: readonly WidgetChannel[]): void {
    for (const channel of channels) channel.tellAll()
  }
}

// By reference, one level down: reducers leave what they do not change as it is.
function isConcerned(target: RenderTarget, before: RuntimeState | null, state: RuntimeState): boolean {
  if (before === null || before.shared !== state.shared || target.followsEverything) return true
  const { instanceId } = target
  return (
    before.instances[instanceId] !== state.instances[instanceId] ||
    before.pluginStateByInstance[instanceId] !== state.pluginStateByInstance[instanceId] ||
    before.grantsByInstance[instanceId] !== state.grantsByInstance[instanceId]
  )
}
