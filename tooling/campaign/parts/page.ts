import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { chromiumLaunchOptions } from '@plugboard/testing/chromium'
import { chromium, type Browser, type Page } from 'playwright-core'

import { quantile, type Figure, type Part } from '../figure.ts'

const PLAYGROUND = fileURLToPath(new URL('../../../apps/playground', import.meta.url))
const PORT = 4178
const URL_OF_PAGE = `http://localhost:${PORT}/`
const COLD_STARTS = 10
const CLICKS = 40

/** The built playground in Chromium, as a person meets it. */
export const page: Part = {
  name: 'page',
  what: `the built playground in Chromium: ${COLD_STARTS} cold starts, ${CLICKS} clicks with 1, 10 and 60 instances, a stuck plugin`,
  async measure(): Promise<readonly Figure[]> {
    const server = spawn('pnpm', ['exec', 'vite', 'preview', '--port', String(PORT), '--strictPort'], {
      cwd: PLAYGROUND,
      stdio: 'ignore',
    })
    const browser = await chromium.launch(chromiumLaunchOptions())
    try {
      await waitForServer()
      return [...(await coldStarts(browser)), ...(await clicks(browser)), ...(await attack(browser))]
    } finally {
      await browser.close()
      server.kill()
    }
  },
}

async function coldStarts(browser: Browser): Promise<readonly Figure[]> {
  const samples: number[] = []
  for (let start = 0; start < COLD_STARTS; start += 1) {
    const context = await browser.newContext()
    const tab = await context.newPage()
    const begun = performance.now()
    await tab.goto(URL_OF_PAGE, { waitUntil: 'commit' })
    await tab.getByText('This instance').first().waitFor()
    samples.push(performance.now() - begun)
    await context.close()
  }
  return [
    { name: 'cold start to the first widget, median', value: quantile(samples, 0.5), unit: 'ms' },
    { name: 'cold start to the first widget, p95', value: quantile(samples, 0.95), unit: 'ms', limit: { most: 3_000 } },
  ]
}

async function clicks(browser: Browser): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  const tab = await browser.newPage()
  await tab.goto(URL_OF_PAGE)
  await tab.getByText('Runtime ready').waitFor({ state: 'attached' })
  for (const instances of [1, 10, 60]) {
    await resizeTo(tab, instances)
    const samples = await measureClicks(tab)
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
  await tab.close()
  return figures
}

/** Six packages of ten instances are the playground's most. The first counter is the one that is clicked. */
async function resizeTo(tab: Page, instances: number): Promise<void> {
  const cards = tab.getByRole('article')
  while ((await cards.count()) > instances) {
    const last = (await cards.count()) - 1
    await cards
      .nth(last)
      .getByRole('button', { name: /^Actions for/ })
      .click()
    await tab.getByRole('menuitem', { name: 'Remove' }).click()
    await tab.waitForFunction((most) => document.querySelectorAll('article').length <= most, last)
  }
  for (const title of ['Counter', 'Calculator', 'Greeter', 'Status dashboard', 'Runtime monitor', 'Shared greeting']) {
    while ((await cards.count()) < instances) {
      const count = await cards.count()
      if ((await tab.getByRole('article', { name: new RegExp(`^${title}, `) }).count()) >= 10) break
      await tab.getByRole('button', { name: `Add an instance of ${title}` }).click()
      await tab.waitForFunction((least) => document.querySelectorAll('article').length > least, count)
    }
  }
  await tab.waitForTimeout(500)
}

/** From the click until the frame after the number changed, inside the page. */
function measureClicks(tab: Page): Promise<number[]> {
  return tab.evaluate(async (rounds) => {
    const card = document.querySelector('article')
    const button = [...(card?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === '+1')
    const value = card?.querySelector('dd')
    if (button === undefined || value === null || value === undefined) throw new Error('the first card is no counter')
    const samples: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const before = value.textContent
      const begun = performance.now()
      button.click()
      while (card?.querySelector('dd')?.textContent === before) await new Promise(requestAnimationFrame)
      samples.push(performance.now() - begun)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return samples
  }, CLICKS)
}

const STUCK = `definePlugin(({ ui }) => ({ title: 'Stuck', initialState: { value: 1 }, widgets: { main: {
  render({ pluginState }) { return ui.column([ui.text('value ' + pluginState.value), ui.button('Attack', { onPress: 'attack' })]) },
  handlers: { attack() { new Array(1e9) + '' } } } } }))`

/** A plugin that only a kill can stop: the page must not feel it, and it must come back. */
async function attack(browser: Browser): Promise<readonly Figure[]> {
  const tab = await browser.newPage()
  await tab.goto(URL_OF_PAGE)
  await tab.getByText('Runtime ready').waitFor({ state: 'attached' })
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
  const sibling = await measureClicks(tab)
  await stuck.getByText('RUNTIME_TIMEOUT').waitFor({ timeout: 20_000 })
  const longTasks = await tab.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks.length)
  const begun = performance.now()
  await stuck.getByRole('button', { name: 'Restart' }).click()
  await stuck.getByText('RUNTIME_TIMEOUT').waitFor({ state: 'detached' })
  await stuck.getByText('value 1').waitFor()
  const restart = performance.now() - begun
  const memory = await tab.getByRole('article').first().locator('[title="Memory of the VM"]').innerText()
  await tab.close()
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

async function waitForServer(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(URL_OF_PAGE)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error(`Nothing answers at ${URL_OF_PAGE}. Build the playground first.`)
}
