import type { Browser } from 'playwright-core'

import { addSample, countRounds, shuffle, type PageReport, type Samples } from '../pages/shared/rounds.ts'
import { computeRows } from '../report/benchRow.ts'
import { WORKLOADS } from '../report/goals.ts'
import { openBench } from '../run/openBench.ts'
import { mergeReports } from './mergeReports.ts'
import type { Suite } from './suite.ts'

const VARIANTS = ['react', 'plugboard', 'naive', 'in-process']
const PAGES = [...VARIANTS, 'kills'].map((name) => `startup/${name}.html`)
const INSTANCES = [1, 10, 100]
const WARM_UP = 1
/** For the pages, and for each number of instances. */
const BUDGET = 110_000
/** Longer than a worker in waiting takes to be there. */
const REST = 1_500

/** From nothing to a widget: a page that is opened, and a worker that was killed. */
export const startup: Suite = async ({ rounds }) => {
  await using bench = await openBench(PAGES)
  const reports: PageReport[] = [{ samples: await measurePages(bench.browser, bench.urlOf, rounds), failures: [] }]
  for (const instances of INSTANCES) {
    const page = await bench.open('startup/kills.html')
    reports.push(
      await page.evaluate((options) => globalThis.measureKills(options), {
        instances,
        rounds,
        warmUp: WARM_UP,
        budgetMs: BUDGET,
        rest: REST,
      }),
    )
    await page.close()
  }
  return computeRows('startup', mergeReports(reports))
}

/** Each in a browser context of its own, which has cached nothing. */
async function measurePages(browser: Browser, urlOf: (page: string) => string, rounds: number): Promise<Samples> {
  const samples: Samples = {}
  for (const round of countRounds({ rounds, warmUp: WARM_UP, budgetMs: BUDGET })) {
    for (const variant of shuffle(VARIANTS)) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(urlOf(`startup/${variant}.html`), { waitUntil: 'commit' })
      await page.waitForFunction(() => 'firstWidget' in globalThis)
      const time = await page.evaluate(() => globalThis.firstWidget)
      await context.close()
      if (round >= 0) addSample(samples, WORKLOADS.coldPage, variant, time)
    }
  }
  return samples
}
