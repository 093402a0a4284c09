import type { RuntimeState } from '@plugboard/contracts'

import type { WidgetChannel } from './widgetChannel.ts'

/** What the scheduler settles: an instance session. */
export interface RenderTarget {
  /** Updates the snapshots of leased widgets, starts the renders that are due, and returns the channels that changed. */
  settle(state: RuntimeState): readonly WidgetChannel[]
}

export interface RenderSchedulerOptions {
  readonly targets: () => Iterable<RenderTarget>
  /** Null while there is no store. */
  readonly readState: () => RuntimeState | null
  readonly onFault: (cause: unknown) => void
}

/**
 * Turns any number of changes into one pass over the instances that somebody looks at, in a microtask: a burst of
 * dispatches asks for one render of each, and views are told once.
 */
export class RenderScheduler {
  readonly #options: RenderSchedulerOptions
  #isScheduled = false

  constructor(options: RenderSchedulerOptions) {
    this.#options = options
  }

  request(): void {
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
    const changed: WidgetChannel[] = []
    for (const target of this.#options.targets()) changed.push(...target.settle(state))
    // All snapshots are new before anybody is told, so that one commit sees one state.
    this.notify(changed)
  }

  /** Tells the views of these widgets. One that throws does not keep the others in the dark. */
  notify(channels: readonly WidgetChannel[]): void {
    for (const channel of channels) {
      for (const listener of channel.listeners) {
        try {
          listener()
        } catch (cause) {
          this.#options.onFault(cause)
        }
      }
    }
  }
}
