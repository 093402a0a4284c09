/** The same members in random order. */
export function shuffle<T>(members: readonly T[]): readonly T[] {
  return members
    .map((member) => [Math.random(), member] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, member]) => member)
}

/** How often everything is run. */
export interface RoundsOptions {
  readonly rounds: number
  /** Rounds before those that count. */
  readonly warmUp: number
  /** After so many milliseconds no further round begins, on a machine that is busy with something else. */
  readonly budgetMs: number
}

/** The rounds, those that do not count below zero. One that counts is always run. */
export function* countRounds({ rounds, warmUp, budgetMs }: RoundsOptions): Generator<number> {
  const end = performance.now() + budgetMs
  for (let round = -warmUp; round < rounds; round += 1) {
    if (round > 0 && performance.now() > end) return
    yield round
  }
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
