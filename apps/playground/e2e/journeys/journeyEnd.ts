import { expect, type Page } from '@playwright/test'

import { findViolations } from '../pageHealth.ts'

/** Notes the origin of every request from now on: of the page, its workers, and whatever else its browser context runs. */
export function watchOrigins(page: Page): ReadonlySet<string> {
  const origins = new Set<string>()
  page.context().on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:') origins.add(origin)
  })
  return origins
}

/** What holds at the end of every journey: nothing left the origin, and axe has nothing to say in either theme. */
export async function expectGoodEnd(page: Page, origins: ReadonlySet<string>): Promise<void> {
  expect([...origins]).toEqual([new URL(page.url()).origin])
  for (const colorScheme of ['light', 'dark'] as const) {
    // At once: axe would see colours that are on their way from one theme to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    expect(await findViolations(page), colorScheme).toEqual([])
  }
}
