import { devices, type Page } from '@playwright/test'

import { expect, test } from './journey.ts'

const { viewport, deviceScaleFactor, hasTouch, isMobile } = devices['Pixel 7']

test.use({ viewport, deviceScaleFactor, hasTouch, isMobile })

test('J8: on a phone plugins are added, used, looked at and granted, one view at a time', async ({
  page,
  playground,
}) => {
  const tabs = page.getByRole('navigation', { name: 'Views' })
  await expect(tabs.getByRole('button')).toHaveText(['Plugins', 'Run', /^Timeline/, 'Code', 'More'])
  await tabs.getByRole('button', { name: 'Plugins' }).tap()
  await page.getByRole('button', { name: 'Add an instance of Greeter' }).tap()
  await tabs.getByRole('button', { name: 'Run' }).tap()
  const greeter = playground.cards('Greeter').last()
  const name = greeter.getByRole('textbox', { name: 'Your name' })
  await name.fill('Ada')
  await expect(greeter).toContainText('Hello, Ada')
  // Smaller than that, a phone zooms the page.
  expect(
    await name.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(16)

  await expect(tabs.getByRole('button', { name: /^Timeline/ })).toContainText('1 denied')
  await tabs.getByRole('button', { name: /^Timeline/ }).tap()
  // What was typed, and that the field was left: until both are there a row moves under the finger.
  await expect(page.getByRole('row').filter({ hasText: 'set-name' })).toHaveCount(2)
  await page.getByRole('row').filter({ hasText: 'Denied' }).first().tap()
  const event = page.getByRole('dialog', { name: 'Event details' })
  await expect(event).toContainText('Needs write access to counter-summary')
  await event.getByRole('button', { name: 'Close' }).tap()
  await expect(event).toHaveCount(0)

  await tabs.getByRole('button', { name: 'Run' }).tap()
  await playground.act(playground.cards('Counter').nth(1), 'Inspect')
  const inspector = page.getByRole('dialog', { name: 'Inspector' })
  await playground.grant('Write counter-summary').tap()
  await expect(playground.grant('Write counter-summary')).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(inspector).toHaveCount(0)

  expect(await smallTargets(page)).toEqual([])
})

test('J8: the message about what was saved keeps its buttons in sight at 320 px', async ({ context, page }) => {
  await page.setViewportSize({ width: 320, height: 568 })
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await page.goto('/')
  const notice = page.getByRole('region', { name: 'Saved workspace' })
  await expect(notice.getByRole('button').first()).toBeVisible()
  for (const button of await notice.getByRole('button').all()) {
    await button.scrollIntoViewIfNeeded()
    const box = await button.boundingBox()
    expect(box !== null && box.x >= 0 && box.x + box.width <= 320).toBe(true)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

/** What can be pressed in the page's own frame and is smaller than a finger. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, [role="switch"]')].flatMap((element) => {
      const { height, right, width } = element.getBoundingClientRect()
      const isInline = getComputedStyle(element).display === 'inline'
      // A field is as large as the box around it.
      const isInField = element.closest('.field, .pui-control') !== null
      if (right <= 0 || width < 2 || height === 0 || isInline || isInField || (height >= 44 && width >= 44)) return []
      return [
        `${element.getAttribute('aria-label') ?? element.textContent} ${Math.round(width)} × ${Math.round(height)}`,
      ]
    }),
  )
}
