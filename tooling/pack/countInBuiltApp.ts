import type { Page } from 'playwright'

/** Presses the button of the root README's sample; what went wrong. */
export async function countInBuiltApp(page: Page): Promise<readonly string[]> {
  const press = page.getByRole('button', { name: 'Add one' })
  await press.click()
  await press.click()
  await page.getByText('2', { exact: true }).waitFor()
  const isLeft = await page.evaluate(() => Symbol.for('plugboard.start') in globalThis)
  return [
    ...(isLeft ? ['the worker that the page’s head started was not taken'] : []),
    ...(page.workers().length === 0 ? ['the plugin does not run in a worker'] : []),
  ]
}
