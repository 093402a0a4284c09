/** One way to run many counters. */
export interface CounterVariant {
  readonly name: string
  /** Draws that many counters in `root`, each in a section, in one React root. Resolves when all were asked to draw. */
  mount(root: HTMLElement, instances: number): Promise<MountedCounters>
}

/** Counters on the page. */
export interface MountedCounters {
  close(): Promise<void> | void
}
