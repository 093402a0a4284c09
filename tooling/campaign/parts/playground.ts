import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import { parseSync } from 'oxc-parser'
import type { Page } from 'playwright-core'

import { quantile, type Figure, type Part } from '../figure.ts'
import { openPage } from '../openPage.ts'
import { openPlayground, resizeTo, timeClicks } from '../openPlayground.ts'

const DIST = fileURLToPath(new URL('../../../apps/playground/dist', import.meta.url))
const ROWS = 10_000
const FRAMES = 300
const ADDITIONS = 20

/** The budgets of the playground as a tool: what it downloads, and what it costs to add, to scroll and to be full. */
export const playground: Part = {
  name: 'playground',
  what: `the built playground in Chromium: its downloads, ${ADDITIONS} instances added beside ten, ${FRAMES} screens of ${ROWS} timeline rows, clicks among sixty instances`,
  async measure(): Promise<readonly Figure[]> {
    return [...downloads(), ...(await additions()), ...(await scrolling())]
  },
}

/** Scripts in kilobytes, gzipped: those that the first page needs, and those that come with the editor. */
function downloads(): readonly Figure[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8')
  const entries = [...html.matchAll(/<script type="module"[^>]* src="\/([^"]+)"/g)].map(([, file = '']) => file)
  if (entries.length === 0) throw new Error('The built page has no script. Build the playground first.')
  const shell = reachedFrom(entries, 'static')
  const all = reachedFrom(entries, 'all')
  const later = [...all].filter((file) => !shell.has(file))
  return [
    { name: 'scripts of the first page (gzip)', value: sizeOf(shell), unit: 'KB', limit: { most: 150 } },
    { name: 'scripts that are loaded when they are asked for (gzip)', value: sizeOf(later), unit: 'KB' },
  ]
}

/** The built files that these import, with themselves; `all` follows what is imported later too. */
function reachedFrom(entries: readonly string[], which: 'static' | 'all'): ReadonlySet<string> {
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    const { module } = parseSync(file, readFileSync(join(DIST, file), 'utf8'))
    const names = module.staticImports.map(({ moduleRequest }) => moduleRequest.value)
    const exported = module.staticExports.flatMap(({ entries: parts }) =>
      parts.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
    )
    const later = which === 'all' ? findDynamicImports(file, module.dynamicImports) : []
    for (const name of [...names, ...exported, ...later]) {
      if (name.startsWith('.')) visit(join(dirname(file), name))
    }
  }
  for (const entry of entries) visit(entry)
  return reached
}

function findDynamicImports(
  file: string,
  imports: readonly { readonly moduleRequest: { readonly start: number; readonly end: number } }[],
): readonly string[] {
  const text = readFileSync(join(DIST, file), 'utf8')
  return imports.map(({ moduleRequest: { end, start } }) => text.slice(start + 1, end - 1))
}

function sizeOf(files: Iterable<string>): number {
  let bytes = 0
  for (const file of files) bytes += gzipSync(readFileSync(join(DIST, file))).length
  return bytes / 1024
}

async function additions(): Promise<readonly Figure[]> {
  await using opened = await openPlayground()
  const { page } = opened
  await resizeTo(page, 10)
  const samples: number[] = []
  for (let addition = 0; addition < ADDITIONS; addition += 1) {
    samples.push(await timeAddition(page))
    await resizeTo(page, 10)
  }
  await resizeTo(page, 60)
  const clicks = await timeClicks(page)
  return [
    { name: 'click to the picture of a new instance, median', value: quantile(samples, 0.5), unit: 'ms' },
    {
      name: 'click to the picture of a new instance, p95',
      value: quantile(samples, 0.95),
      unit: 'ms',
      limit: { most: 100 },
    },
    {
      name: 'click to new picture among 60 instances, p95',
      value: quantile(clicks, 0.95),
      unit: 'ms',
      limit: { most: 100 },
    },
  ]
}

/** From the click on its button until the frame after a calculator has its keys, inside the page. */
function timeAddition(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const add = document.querySelector<HTMLElement>('button[aria-label="Add an instance of Calculator"]')
    if (add === null) throw new Error('there is no button to add a calculator')
    const count = (): number => document.querySelectorAll('article[aria-label^="Calculator, "] .pui-button').length
    const before = count()
    const begun = performance.now()
    add.click()
    while (count() === before) await new Promise(requestAnimationFrame)
    return performance.now() - begun
  })
}

/** Script in each frame while a long timeline is scrolled by a screen at a time. */
async function scrolling(): Promise<readonly Figure[]> {
  await using opened = await openPage('timeline')
  const { page } = opened
  await page.evaluate((rows) => globalThis.openTimeline(rows), ROWS)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const samples: number[] = []
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const before = await scriptTime(session)
    await page.evaluate(() => globalThis.scrollTimeline())
    samples.push((await scriptTime(session)) - before)
  }
  const drawn = await page.locator('[role=row]').count()
  return [
    { name: `script in a frame of scrolling ${ROWS} rows, median`, value: quantile(samples, 0.5), unit: 'ms' },
    {
      name: `script in a frame of scrolling ${ROWS} rows, p95`,
      value: quantile(samples, 0.95),
      unit: 'ms',
      limit: { most: 4 },
    },
    { name: 'rows in the document meanwhile', value: drawn, unit: 'count', limit: { most: 120 } },
  ]
}

/** What the page has spent in script so far, in milliseconds. */
async function scriptTime(session: Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000
}
