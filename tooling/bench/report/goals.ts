import { VM_WORKLOADS } from '../pages/vm/vmWorkloads.ts'
import { divideMedians, OURS, OURS_IN_PART, type BenchRow, type RecordedGoal, type SuiteName } from './benchRow.ts'

/** A ratio, or a figure, that has to be reached; `limit` is as far as the design goes. */
export interface Goal {
  readonly suite: SuiteName
  readonly workload: string
  readonly what: string
  /** What is judged; null when it was not measured. */
  readonly measure: (row: BenchRow) => number | null
  readonly unit: '×' | 'ms' | '%' | 'count'
  readonly isHigherBetter: boolean
  readonly goal: number
  readonly limit: number | null
}

/** A goal beside what was measured. */
export interface JudgedGoal {
  readonly goal: Goal
  readonly measured: number | null
  readonly verdict: RecordedGoal['verdict']
}

/** Names of the workloads that a goal is about; the suites measure them under these names. */
export const WORKLOADS = {
  start: VM_WORKLOADS.start,
  update: VM_WORKLOADS.update,
  list: VM_WORKLOADS.list,
  interrupt: VM_WORKLOADS.interrupt,
  overrun: VM_WORKLOADS.overrun,
  tableCommit: 'table, mean of the operations, commit',
  tablePaint: 'table, mean of the operations, paint',
  shared100: 'shared change, 100 instances, commit',
  local100: 'local change, 100 instances, commit',
  instances: 'shared change, 1000 instances, commit',
  back100: 'back on screen after a kill, 100 instances',
  coldPage: 'cold page to the first widget',
} as const

/** Every goal that a suite can judge. */
export const GOALS: readonly Goal[] = [
  faster('vm', WORKLOADS.start, 'naive', [30, 45]),
  faster('vm', WORKLOADS.update, 'handles', [50, 300]),
  faster('vm', WORKLOADS.update, 'naive', [25, 150]),
  faster('vm', WORKLOADS.list, 'json', [8, 12]),
  { ...atMost('vm', WORKLOADS.interrupt, 'overhead', [1, null]), unit: '%', measure: computeOverhead },
  { ...atMost('vm', WORKLOADS.overrun, 'median', [3, null]), unit: 'ms', measure: medianOfOurs },
  atMost('table', WORKLOADS.tableCommit, 'react', [1.5, 1.15]),
  atMost('table', WORKLOADS.tablePaint, 'react', [1.2, 1]),
  {
    ...atMost('table', WORKLOADS.tablePaint, 'react', [1, null]),
    what: 'rows in view alone, as people get it, times react in full',
    measure: ({ variants }) => divideMedians(variants, OURS_IN_PART, 'react'),
  },
  faster('table', WORKLOADS.tableCommit, 'remote-dom', [6, 10]),
  faster('fanout', WORKLOADS.shared100, 'naive', [5, 8]),
  atMost('fanout', WORKLOADS.shared100, 'in-process', [1.5, 1.1]),
  atMost('fanout', WORKLOADS.local100, 'in-process', [2, 1.25]),
  {
    ...atMost('fanout', WORKLOADS.local100, 'p99', [8, null]),
    unit: 'ms',
    measure: ({ variants }) => variants[OURS]?.p99 ?? null,
  },
  {
    suite: 'fanout',
    workload: WORKLOADS.instances,
    what: 'instances that one page runs',
    // The failures of ours say how many there were.
    measure: ({ variants }) => (OURS in variants ? 1_000 : null),
    unit: 'count',
    isHigherBetter: true,
    goal: 1_000,
    limit: null,
  },
  faster('startup', WORKLOADS.back100, 'naive', [8, 30]),
  atMost('startup', WORKLOADS.coldPage, 'react', [1.3, 1.1]),
]

/** The goals of these rows, each beside what was measured. */
export function judgeGoals(rows: readonly BenchRow[], goals: readonly Goal[] = GOALS): readonly JudgedGoal[] {
  const suites = new Set(rows.map(({ suite }) => suite))
  return goals
    .filter(({ suite }) => suites.has(suite))
    .map((goal) => {
      const row = rows.find(({ suite, workload }) => suite === goal.suite && workload === goal.workload)
      const measured = row === undefined ? null : goal.measure(row)
      return { goal, measured, verdict: judge(goal, measured) }
    })
}

/** The goals of one row, as they are kept with it. */
export function describeGoals(row: BenchRow): readonly RecordedGoal[] {
  return judgeGoals([row])
    .filter(({ goal }) => goal.workload === row.workload)
    .map(({ goal, measured, verdict }) => ({
      what: goal.what,
      measured,
      goal: describeGoal(goal),
      limit: goal.limit,
      verdict,
    }))
}

/** The goal in words: `≥ 30 ×`. */
export function describeGoal({ goal, isHigherBetter, unit }: Goal): string {
  return `${isHigherBetter ? '≥' : '≤'} ${goal} ${unit}`
}

function judge({ goal, isHigherBetter }: Goal, measured: number | null): JudgedGoal['verdict'] {
  if (measured === null || Number.isNaN(measured)) return 'not measured'
  return (isHigherBetter ? measured >= goal : measured <= goal) ? 'held' : 'missed'
}

type Bounds = readonly [goal: number, limit: number | null]

/** Ours is to be so many times faster than a peer. */
function faster(suite: SuiteName, workload: string, peer: string, [goal, limit]: Bounds): Goal {
  return {
    suite,
    workload,
    what: `times faster than ${peer}`,
    measure: ({ variants }) => divideMedians(variants, peer, OURS),
    unit: '×',
    isHigherBetter: true,
    goal,
    limit,
  }
}

/** Ours may take so many times what a peer takes. */
function atMost(suite: SuiteName, workload: string, peer: string, [goal, limit]: Bounds): Goal {
  return {
    suite,
    workload,
    what: peer === 'p99' || peer === 'median' || peer === 'overhead' ? peer : `times ${peer}`,
    measure: ({ variants }) => divideMedians(variants, OURS, peer),
    unit: '×',
    isHigherBetter: false,
    goal,
    limit,
  }
}

function medianOfOurs({ variants }: BenchRow): number | null {
  return variants[OURS]?.median ?? null
}

function computeOverhead({ variants }: BenchRow): number | null {
  const ratio = divideMedians(variants, OURS, 'naive')
  return ratio === null ? null : (ratio - 1) * 100
}
