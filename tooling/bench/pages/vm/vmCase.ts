/** One workload of one variant. */
export interface VmCase {
  readonly workload: string
  readonly variant: string
  /** Runs it once or some times, and returns the milliseconds of one. */
  readonly run: () => Promise<number> | number
}

/** What a worker with cases is asked, and answers. */
export type VmRequest = { readonly kind: 'list' } | { readonly kind: 'run'; readonly index: number }
export type VmAnswer =
  | { readonly kind: 'list'; readonly cases: readonly (readonly [workload: string, variant: string])[] }
  | { readonly kind: 'run'; readonly time: number }
  | { readonly kind: 'failed'; readonly reason: string }

/** The milliseconds of one of several runs. */
export async function timeEach(runs: number, work: (run: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  for (let run = 0; run < runs; run += 1) await work(run)
  return (performance.now() - begun) / runs
}

/** The same for work that waits for nothing. */
export function timeEachNow(runs: number, work: (run: number) => void): number {
  const begun = performance.now()
  for (let run = 0; run < runs; run += 1) work(run)
  return (performance.now() - begun) / runs
}
