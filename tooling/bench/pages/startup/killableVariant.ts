import type { MountedCounters } from '../fanout/counterVariant.ts'

/** Counters whose worker can be killed. */
export interface KillableVariant {
  readonly name: string
  mount(root: HTMLElement, instances: number): Promise<KillableCounters>
}

/** Counters on the page, in one worker. */
export interface KillableCounters extends MountedCounters {
  /** Ends the worker; resolves with the time at which it was ended, by `performance.now`. */
  kill(): Promise<number>
  /** Asks the first counter for a change that all of them show. */
  share(): void
}
