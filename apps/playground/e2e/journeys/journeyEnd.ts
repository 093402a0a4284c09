import { expect, type Page } from '@playwright/test'

import { findViolations } from '../pageHealth.ts'

/** What holds at the end of every journey: nothing left the origin, and axe has nothing to say in either theme. */
export async function expectGoodEnd(page: Page, origins: readonly string[]): Promise<void> {
  expect([...new Set(origins)]).toEqual([new URL(page.url()).origin])
  for (const colorScheme of ['light', 'dark'] as const) {
    // At once: axe would see colours that are on their way from one theme to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    expect(await findViolations(page), colorScheme).toEqual([])
  }
}
