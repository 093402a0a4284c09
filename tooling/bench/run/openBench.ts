import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { startEarly } from '@plugboard/runtime-quickjs/vite'
import { chromiumLaunchOptions } from '@plugboard/testing/chromium'
import react from '@vitejs/plugin-react'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build, defaultClientConditions, preview } from 'vite'

import { guestModules } from './bundleGuest.ts'

const PAGES = fileURLToPath(new URL('../pages', import.meta.url))

// Clocks in steps of 5 µs instead of 100 are for pages that nobody else can look into.
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

const ARGUMENTS = [
  '--js-flags=--expose-gc',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
]

// Small, because the machine paints without a graphics card.
const VIEWPORT = { width: 800, height: 600 }

/** Built pages, a server for them, and a browser. */
export interface Bench extends AsyncDisposable {
  readonly browser: Browser
  /** Address of a page by its folder or file below `pages`. */
  readonly urlOf: (page: string) => string
  /** Opens that page in the browser; a page error or a refused request makes every later step fail. */
  readonly open: (page: string) => Promise<Page>
}

/** Builds pages for production into a temporary folder, and opens a browser that can reach them. */
export async function openBench(pages: readonly string[]): Promise<Bench> {
  const outDir = await mkdtemp(join(tmpdir(), 'plugboard-bench-'))
  await build({
    root: PAGES,
    configFile: false,
    logLevel: 'error',
    plugins: [guestModules(), react(), startEarly()],
    resolve: { conditions: ['@plugboard/source', ...defaultClientConditions] },
    worker: { format: 'es', plugins: () => [guestModules(), react()] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: pages.map((page) => join(PAGES, page)) },
    },
  })
  const server = await preview({
    root: PAGES,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', headers: ISOLATION },
  })
  const { args, ...options } = chromiumLaunchOptions()
  const browser = await chromium.launch({ ...options, args: [...args, ...ARGUMENTS] })
  const origin = server.resolvedUrls?.local[0]
  if (origin === undefined) throw new Error('the server of the pages has no address')
  const urlOf = (page: string): string => new URL(page, origin).href
  return {
    browser,
    urlOf,
    async open(page) {
      const tab = await browser.newPage({ viewport: VIEWPORT })
      tab.on('console', (message) => {
        if (message.type() === 'error') process.stderr.write(`${page}: ${message.text()}\n`)
      })
      tab.on('pageerror', (error) => process.stderr.write(`${page}: ${error.message}\n`))
      await tab.goto(urlOf(page))
      return tab
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
