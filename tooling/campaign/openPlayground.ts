import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { chromiumLaunchOptions } from '@plugboard/testing/chromium'
import { chromium, type Page } from 'playwright-core'

const PLAYGROUND = fileURLToPath(new URL('../../apps/playground', import.meta.url))
const PORT = 4178

/** How often the button of the first counter is clicked for one figure. */
export const CLICKS = 40

export interface PlaygroundServer extends AsyncDisposable {
  readonly address: string
}

/** Serves the built playground. */
export async function servePlayground(): Promise<PlaygroundServer> {
  const server = spawn('pnpm', ['exec', 'vite', 'preview', '--port', String(PORT), '--strictPort'], {
    cwd: PLAYGROUND,
    stdio: 'ignore',
  })
  const address = `http://localhost:${PORT}/`
  const ended = new Promise<void>((resolve) => {
    server.on('exit', () => resolve())
  })
  await waitForServer(address)
  return {
    address,
    async [Symbol.asyncDispose]() {
      server.kill()
      await ended
    },
  }
}

export interface OpenPlayground extends AsyncDisposable {
  readonly page: Page
}

/** Opens the built playground as at a first visit, in a browser of its own. */
export async function openPlayground(): Promise<OpenPlayground> {
  const browser = await chromium.launch(chromiumLaunchOptions())
  const server = await servePlayground()
  const page = await browser.newPage()
  await page.goto(server.address)
  await page.getByText('Runtime ready').waitFor({ state: 'attached' })
  return {
    page,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

/** Six packages of ten instances are the playground's most. The first counter is the one that is clicked. */
export async function resizeTo(tab: Page, instances: number): Promise<void> {
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

/**
 * Milliseconds from the click until the frame after the number changed, inside the page; one sample a click.
 */
export function timeClicks(tab: Page): Promise<number[]> {
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

async function waitForServer(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(address)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error(`Nothing answers at ${address}. Build the playground first.`)
}
