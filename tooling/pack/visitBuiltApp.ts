import { chromium, type Page } from 'playwright'
import { preview } from 'vite'

import { chromiumLaunchOptions } from '../testing/chromium.mjs'

/** Serves a built application, opens it in Chromium, lets somebody use it, and returns what went wrong; empty when nothing did. */
export async function visitBuiltApp(
  root: string,
  act: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const server = await preview({ root, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' })
  const browser = await chromium.launch(chromiumLaunchOptions())
  const faults: string[] = []
  try {
    const page = await browser.newPage()
    page.on('pageerror', (error) => faults.push(`the page threw: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`the console says: ${message.text()}`)
    })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    faults.push(...(await act(page)))
  } catch (error) {
    faults.push(String(error))
  } finally {
    await browser.close()
    await server.close()
  }
  return faults
}
