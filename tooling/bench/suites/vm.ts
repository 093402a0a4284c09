import { VM_WORKLOADS } from '../pages/vm/vmWorkloads.ts'
import { computeRows } from '../report/benchRow.ts'
import { openBench } from '../run/openBench.ts'
import type { Suite } from './suite.ts'

const WARM_UP = 2
const BUDGET = 6 * 60_000

/** A VM by itself: start, calls, swaps, recovery, limits. */
export const vm: Suite = async ({ rounds }) => {
  await using bench = await openBench(['vm/index.html'])
  const page = await bench.open('vm/index.html')
  const report = await page.evaluate((options) => globalThis.measureVm(options), {
    rounds,
    warmUp: WARM_UP,
    budgetMs: BUDGET,
  })
  const rows = computeRows('vm', report)
  const order: readonly string[] = Object.values(VM_WORKLOADS)
  return rows.toSorted((one, other) => order.indexOf(one.workload) - order.indexOf(other.workload))
}
