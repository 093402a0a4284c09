/** The same members in random order. */
export function shuffle<T>(members: readonly T[]): readonly T[] {
  return members
    .map((member) => [Math.random(), member] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, member]) => member)
}

/** Frees what earlier work left behind, where the browser lets a page ask for it. */
export function collectGarbage(): void {
  if ('gc' in globalThis && typeof globalThis.gc === 'function') globalThis.gc()
}

/** What a page measured: the samples of each variant of each workload, in milliseconds. */
export type Samples = Record<string, Record<string, number[]>>

/** Adds one sample. */
export function addSample(samples: Samples, workload: string, variant: string, value: number): void {
  const variants = (samples[workload] ??= {})
  const list = (variants[variant] ??= [])
  list.push(value)
}

/** What a page hands to the command. */
export interface PageReport {
  readonly samples: Samples
  /** Why a variant of a workload has no samples: `workload`, `variant`, reason. */
  readonly failures: readonly (readonly [workload: string, variant: string, reason: string])[]
}
