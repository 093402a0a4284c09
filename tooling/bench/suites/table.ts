import { computeMeanRow, computeRows, type BenchRow } from '../report/benchRow.ts'
import { WORKLOADS } from '../report/goals.ts'
import { openBench } from '../run/openBench.ts'
import type { Suite } from './suite.ts'

const SIZES = { rows: 1_000, many: 10_000 }
const WARM_UP = 2
const BUDGET = 6 * 60_000

/** The operations of js-framework-benchmark. Those on 10,000 rows run in a third of the rounds: each takes seconds. */
export const table: Suite = async ({ rounds }) => {
  await using bench = await openBench(['table/index.html'])
  const page = await bench.open('table/index.html')
  const report = await page.evaluate((options) => globalThis.measureTable(options), {
    rounds,
    warmUp: WARM_UP,
    budgetMs: BUDGET,
    manyRounds: Math.ceil(rounds / 3),
    sizes: SIZES,
  })
  const rows = computeRows('table', report)
  return [
    ...rows,
    computeMeanRow(WORKLOADS.tableCommit, selectOperations(rows, 'commit')),
    computeMeanRow(WORKLOADS.tablePaint, selectOperations(rows, 'paint')),
  ]
}

/** The rows that the mean is of: the eight operations on one set of rows. */
function selectOperations(rows: readonly BenchRow[], point: 'commit' | 'paint'): readonly BenchRow[] {
  return rows.filter(({ workload }) => workload.endsWith(`, ${point}`) && !workload.includes(String(SIZES.many)))
}
