import { geometricMean, summarise, type Summary } from './statistics.ts'

/** The suites, in the order in which they run. */
export type SuiteName = 'vm' | 'table' | 'fanout' | 'startup'
export const SUITES: readonly SuiteName[] = ['vm', 'table', 'fanout', 'startup']

/** Name of the variant that is ours in every workload. */
export const OURS = 'plugboard'

/** Name of ours where it leaves out what is not in view. */
export const OURS_IN_PART = 'plugboard, in part'

/** One workload of one run: what all variants took for it, and ours beside the others. */
export interface BenchRow {
  readonly suite: SuiteName
  readonly workload: string
  readonly unit: 'ms' | '%' | 'count'
  /** Ours divided by theirs: below 1 ours is faster. Null where the peer has no such workload, or failed. */
  readonly ratioToReact: number | null
  readonly ratioToRemoteDom: number | null
  readonly ratioToNaive: number | null
  readonly ratioToInProcess: number | null
  /** By variant. */
  readonly variants: Readonly<Record<string, Summary>>
  /** Why a variant has no figure. */
  readonly failures: Readonly<Record<string, string>>
}

/** A row as it is kept: with where it comes from. */
export interface RecordedRow extends BenchRow {
  /** What the design asks of this workload, beside what it took. */
  readonly goals: readonly RecordedGoal[]
  readonly commit: string
  /** Whether the working tree had changes that are in no commit. */
  readonly isDirty: boolean
  readonly date: string
  readonly command: string
  readonly machine: string
}

/** One goal of one workload, as it is kept. */
export interface RecordedGoal {
  readonly what: string
  /** Null: it was not measured. */
  readonly measured: number | null
  readonly goal: string
  readonly limit: number | null
  readonly verdict: 'held' | 'missed' | 'not measured'
}

/** What a suite measured: samples by workload and variant. */
export interface Measured {
  readonly samples: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
  readonly failures: readonly (readonly [workload: string, variant: string, reason: string])[]
  readonly units?: Readonly<Record<string, BenchRow['unit']>>
}

/** One row per workload, in the order in which they were measured. */
export function computeRows(suite: SuiteName, { samples, failures, units = {} }: Measured): readonly BenchRow[] {
  const workloads = [...new Set([...Object.keys(samples), ...failures.map(([workload]) => workload)])]
  return workloads.map((workload) =>
    createRow({
      suite,
      workload,
      unit: units[workload] ?? 'ms',
      variants: Object.fromEntries(
        Object.entries(samples[workload] ?? {}).map(([variant, list]) => [variant, summarise(list)]),
      ),
      failures: Object.fromEntries(
        failures.filter(([name]) => name === workload).map(([, variant, reason]) => [variant, reason]),
      ),
    }),
  )
}

/** The geometric mean of some rows, variant by variant; a variant that lacks one of them is left out. */
export function computeMeanRow(workload: string, rows: readonly BenchRow[]): BenchRow {
  const [first] = rows
  if (first === undefined) throw new Error(`there is nothing to take the mean of for ${workload}`)
  const names = Object.keys(first.variants).filter((name) => rows.every(({ variants }) => name in variants))
  const mean = (name: string, figure: keyof Summary): number =>
    geometricMean(rows.map(({ variants }) => variants[name]?.[figure] ?? Number.NaN))
  return createRow({
    suite: first.suite,
    workload,
    unit: first.unit,
    variants: Object.fromEntries(
      names.map((name) => [
        name,
        {
          median: mean(name, 'median'),
          p10: mean(name, 'p10'),
          p90: mean(name, 'p90'),
          p99: mean(name, 'p99'),
          samples: Math.min(...rows.map(({ variants }) => variants[name]?.samples ?? 0)),
        },
      ]),
    ),
    failures: {},
  })
}

type RowParts = Pick<BenchRow, 'suite' | 'workload' | 'unit' | 'variants' | 'failures'>

function createRow(parts: RowParts): BenchRow {
  const { suite, workload, unit, variants, failures } = parts
  const ratioTo = (peer: string): number | null => divideMedians(variants, OURS, peer)
  return {
    suite,
    workload,
    unit,
    ratioToReact: ratioTo('react'),
    ratioToRemoteDom: ratioTo('remote-dom'),
    ratioToNaive: ratioTo('naive'),
    ratioToInProcess: ratioTo('in-process'),
    variants,
    failures,
  }
}

/** The median of one variant by that of another; null when one of them is not there. */
export function divideMedians(variants: BenchRow['variants'], one: string, other: string): number | null {
  const [above, below] = [variants[one]?.median, variants[other]?.median]
  if (above === undefined || below === undefined) return null
  const ratio = above / below
  return Number.isFinite(ratio) ? ratio : null
}
