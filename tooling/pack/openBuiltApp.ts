import { chromium } from 'playwright'
import { preview } from 'vite'

import { chromiumLaunchOptions } from '../testing/chromium.mjs'

/** Serves a built application, presses its button in Chromium and returns what went wrong; empty when nothing did. */
export async function openBuiltApp(root: string): Promise<readonly string[]> {
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
    const press = page.getByRole('button', { name: 'Add one' })
    await press.click()
    await press.click()
    await page.getByText('2', { exact: true }).waitFor()
    const isLeft = await page.evaluate(() => Symbol.for('plugboard.start') in globalThis)
    if (isLeft) faults.push('the worker that the page’s head started was not taken')
    if (page.workers().length === 0) faults.push('the plugin does not run in a worker')
  } catch (error) {
    faults.push(String(error))
  } finally {
    await browser.close()
    await server.close()
  }
  return faults
}
