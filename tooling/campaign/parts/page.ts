import { chromiumLaunchOptions } from '@plugboard/testing/chromium'
import { chromium } from 'playwright-core'

import { quantile, type Figure, type Part } from '../figure.ts'
import { CLICKS, openPlayground, resizeTo, servePlayground, timeClicks } from '../openPlayground.ts'

const COLD_STARTS = 10

/** The built playground in Chromium, as a person meets it. */
export const page: Part = {
  name: 'page',
  what: `the built playground in Chromium: ${COLD_STARTS} cold starts, ${CLICKS} clicks with 1, 10 and 60 instances, a stuck plugin`,
  async measure(): Promise<readonly Figure[]> {
    return [...(await coldStarts()), ...(await clicks()), ...(await attack())]
  },
}

async function coldStarts(): Promise<readonly Figure[]> {
  await using server = await servePlayground()
  await using browser = await chromium.launch(chromiumLaunchOptions())
  const samples: number[] = []
  for (let start = 0; start < COLD_STARTS; start += 1) {
    const context = await browser.newContext()
    const tab = await context.newPage()
    const begun = performance.now()
    await tab.goto(server.address, { waitUntil: 'commit' })
    await tab.getByText('This instance').first().waitFor()
    samples.push(performance.now() - begun)
    await context.close()
  }
  return [
    { name: 'cold start to the first widget, median', value: quantile(samples, 0.5), unit: 'ms' },
    { name: 'cold start to the first widget, p95', value: quantile(samples, 0.95), unit: 'ms', limit: { most: 3_000 } },
  ]
}

async function clicks(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  await using opened = await openPlayground()
  const tab = opened.page
  for (const instances of [1, 10, 60]) {
    await resizeTo(tab, instances)
    const samples = await timeClicks(tab)
    const limit = instances === 10 ? { limit: { most: 50 } } : {}
    figures.push(
      { name: `click to new picture with ${instances} instances, median`, value: quantile(samples, 0.5), unit: 'ms' },
      {
        name: `click to new picture with ${instances} instances, p95`,
        value: quantile(samples, 0.95),
        unit: 'ms',
        ...limit,
      },
    )
  }
  return figures
}

const STUCK = `definePlugin(({ ui }) => ({ title: 'Stuck', initialState: { value: 1 }, widgets: { main: {
  render({ pluginState }) { return ui.column([ui.text('value ' + pluginState.value), ui.button('Attack', { onPress: 'attack' })]) },
  handlers: { attack() { new Array(1e9) + '' } } } } }))`

/** A plugin that only a kill can stop: the page must not feel it, and it must come back. */
async function attack(): Promise<readonly Figure[]> {
  await using opened = await openPlayground()
  const tab = opened.page
  await tab.getByRole('button', { name: 'Paste a plugin' }).click()
  await tab.getByRole('textbox', { name: 'Code' }).fill(STUCK)
  await tab.getByRole('button', { name: 'Run with no access' }).click()
  const stuck = tab.getByRole('article', { name: /^Stuck, / })
  await stuck.getByText('value 1').waitFor()
  await tab.waitForTimeout(1_000)
  await tab.evaluate(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { longTasks: tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  await stuck.getByRole('button', { name: 'Attack' }).click()
  const sibling = await timeClicks(tab)
  await stuck.getByText('RUNTIME_TIMEOUT').waitFor({ timeout: 20_000 })
  const longTasks = await tab.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks.length)
  const begun = performance.now()
  await stuck.getByRole('button', { name: 'Restart' }).click()
  await stuck.getByText('RUNTIME_TIMEOUT').waitFor({ state: 'detached' })
  await stuck.getByText('value 1').waitFor()
  const restart = performance.now() - begun
  const memory = await tab.getByRole('article').first().locator('[title="Memory of the VM"]').innerText()
  return [
    {
      name: 'click to new picture of a sibling during an attack, p99',
      value: quantile(sibling, 0.99),
      unit: 'ms',
      limit: { most: 100 },
    },
    {
      name: 'tasks over 50 ms on the main thread during an attack',
      value: longTasks,
      unit: 'count',
      limit: { most: 0 },
    },
    { name: 'restart of a killed plugin, click to picture', value: restart, unit: 'ms', limit: { most: 500 } },
    { name: 'memory of one idle instance', value: inMegabytes(memory), unit: 'MB', limit: { most: 64 } },
  ]
}

/** What the card says, in whichever unit. */
function inMegabytes(words: string): number {
  const amount = Number.parseFloat(words)
  return words.includes('KB') ? amount / 1024 : amount
}
