import type { BenchRow } from '../report/benchRow.ts'

/** How a suite is to be run. */
export interface SuiteOptions {
  /** Rounds of every workload, but for those that say otherwise. */
  readonly rounds: number
}

/** Measures everything of one suite, within eight minutes. */
export type Suite = (options: SuiteOptions) => Promise<readonly BenchRow[]>
