import type { Locator, Page } from '@playwright/test'

import { expect, test } from './journey.ts'

const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Position in the timeline' })
const banner = (page: Page): Locator => page.getByRole('status').filter({ hasText: /Viewing event|You continue/ })
const counter = (page: Page): Locator => page.getByRole('article', { name: /^Counter, / }).first()

test('one looks back, sees what was there, and is back in the present', async ({ page, playground }) => {
  await counter(page).getByRole('button', { name: 'Increase' }).click()
  await expect(counter(page)).toContainText('This instance4')
  await slider(page).press('Home')
  await expect(banner(page)).toContainText(
    /Viewing event 1 of \d+\. Plugins are paused and nothing you do here is dispatched\./,
  )
  await expect(counter(page).getByRole('button', { name: 'Increase' })).toBeDisabled()
  await expect(counter(page)).toContainText('Event 1')
  await expect(counter(page)).toContainText('This instance0')
  await expect(page.getByRole('region', { name: 'State diff' })).toContainText('totalValue')
  expect(await playground.violations()).toEqual([])
  await page.getByRole('button', { name: 'Back to live' }).click()
  await expect(counter(page)).toContainText('This instance4')
  await expect(counter(page).getByRole('button', { name: 'Increase' })).toBeEnabled()
  await expect(banner(page)).toHaveCount(0)
})

test('the inspector shows the grants of then, and no switch moves', async ({ page, playground }) => {
  await playground.act(playground.cards('Counter').nth(1), 'Inspect')
  await playground.grant('Write counter-summary').click()
  await expect(playground.grant('Write counter-summary')).toBeChecked()
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(playground.grant('Write counter-summary')).toBeChecked()
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(playground.grant('Write counter-summary')).not.toBeChecked()
  await expect(playground.grant('Write counter-summary')).toBeDisabled()
  // What is done is done now.
  await page.getByRole('button', { name: 'Add an instance of Calculator' }).click()
  await expect(banner(page)).toHaveCount(0)
  await expect(playground.cards('Calculator')).toHaveCount(1)
})

test('one goes on from a point, and takes that back with one undo', async ({ page, playground }) => {
  for (let count = 0; count < 2; count += 1) await counter(page).getByRole('button', { name: 'Increase' }).click()
  await expect(counter(page)).toContainText('This instance5')
  const added = await playground.add('Counter')
  await added.getByRole('button', { name: 'Increase' }).click()
  await expect(added).toContainText('This instance1')
  // The last press on the new counter is two dispatches, and its load one: before them is the last press on the first.
  for (let count = 0; count < 5; count += 1) await page.getByRole('button', { name: 'Step back' }).click()
  await expect(added).toHaveCount(0)
  await expect(counter(page)).toContainText('This instance5')
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(counter(page)).toContainText('This instance4')
  await page.getByRole('button', { name: 'Continue from here' }).click()
  await expect(banner(page)).toContainText(/You continue from event \d+\./)
  await expect(counter(page)).toContainText('This instance4')
  await expect(added).toContainText('This instance0')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(counter(page)).toContainText('This instance5')
  await expect(added).toContainText('This instance1')
  await expect(added.getByRole('button', { name: 'Increase' })).toBeEnabled()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 } })

  test('one looks back by touch', async ({ page, playground }) => {
    const views = page.getByRole('navigation', { name: 'Views' })
    await views.getByRole('button', { name: 'Timeline' }).click()
    await page.getByRole('button', { name: 'Step back' }).click()
    await expect(banner(page)).toContainText('Viewing event')
    await slider(page).press('Home')
    await page.getByRole('button', { name: 'What event 1 changed' }).click()
    const sheet = page.getByRole('dialog', { name: 'Event details' })
    await expect(sheet.getByRole('region', { name: 'State diff' })).toContainText('totalValue')
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    await views.getByRole('button', { name: 'Run' }).click()
    await expect(counter(page)).toContainText('Event 1')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(await playground.violations()).toEqual([])
    await page.getByRole('button', { name: 'Back to live' }).click()
    await expect(counter(page)).toContainText('This instance3')
    await views.getByRole('button', { name: 'Timeline' }).click()
    await expect(sheet).toHaveCount(0)
  })
})
