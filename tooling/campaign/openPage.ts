import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { chromiumLaunchOptions } from '@plugboard/testing/chromium'
import react from '@vitejs/plugin-react'
import { chromium, type Page } from 'playwright-core'
import { build, defaultClientConditions, preview } from 'vite'

const PAGES = fileURLToPath(new URL('pages', import.meta.url))

/** A page of this folder's own, built for production, in a browser. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page
}

/** Builds `pages/<name>/index.html` from the packages' sources and opens it. */
export async function openPage(name: string): Promise<OpenPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'plugboard-campaign-'))
  await build({
    root: PAGES,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    resolve: { conditions: ['@plugboard/source', ...defaultClientConditions] },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'esnext', rolldownOptions: { input: join(PAGES, name, 'index.html') } },
  })
  const server = await preview({
    root: PAGES,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const browser = await chromium.launch(chromiumLaunchOptions())
  const [address] = server.resolvedUrls?.local ?? []
  const page = await browser.newPage()
  page.on('pageerror', (error) => process.stderr.write(`${name}: ${error.message}\n`))
  await page.goto(`${address ?? ''}${name}/index.html`)
  return {
    page,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
