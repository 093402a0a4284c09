import type { PageReport } from '../pages/shared/rounds.ts'
import { computeRows } from '../report/benchRow.ts'
import { openBench } from '../run/openBench.ts'
import { mergeReports } from './mergeReports.ts'
import type { Suite } from './suite.ts'

/** How many instances, what share of the rounds, and how many clicks of each kind in one: fewer where they take long. */
const SIZES = [
  { instances: 1, share: 1, clicks: { local: 10, shared: 10 } },
  { instances: 10, share: 1, clicks: { local: 10, shared: 10 } },
  { instances: 100, share: 1, clicks: { local: 10, shared: 6 } },
  { instances: 1_000, share: 1 / 3, clicks: { local: 4, shared: 2 } },
]
const WARM_UP = 2
/** For each number of instances. */
const BUDGET = 90_000

/**
 * One plugin many times on one page: what a click costs, for the one or for all. A page of its own for each number; a third
 * of the rounds for 1,000 instances, where a change takes seconds.
 */
export const fanout: Suite = async ({ rounds }) => {
  await using bench = await openBench(['fanout/index.html'])
  const reports: PageReport[] = []
  for (const { share, ...size } of SIZES) {
    const page = await bench.open('fanout/index.html')
    const options = { ...size, rounds: Math.ceil(rounds * share), warmUp: WARM_UP, budgetMs: BUDGET }
    reports.push(await page.evaluate((each) => globalThis.measureFanout(each), options))
    await page.close()
  }
  return computeRows('fanout', mergeReports(reports))
}
