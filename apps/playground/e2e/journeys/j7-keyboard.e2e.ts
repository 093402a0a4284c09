import { expect, test } from './journey.ts'

test('J7: a denied write is found, understood, granted and replayed without a pointer', async ({
  page,
  playground,
}) => {
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to workspace' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  // A counter of one's own, by name.
  await page.keyboard.press('ControlOrMeta+k')
  const field = playground.command
  await expect(field).toBeFocused()
  await page.keyboard.type('add counter')
  await page.keyboard.press('Enter')
  const cards = playground.cards('Counter')
  await expect(cards).toHaveCount(3)
  const name = (await cards.last().getAttribute('data-instance')) ?? ''

  // Its right to write, taken away with the keyboard.
  await page.keyboard.press('ControlOrMeta+k')
  await expect(field).toBeFocused()
  await page.keyboard.type(`grants ${name}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: `Inspector for ${name}` })).toBeVisible()
  const write = playground.grant('Write counter-summary')
  await expect(page.getByRole('switch').first()).toBeFocused()
  for (let presses = 0; presses < 10; presses += 1) {
    if (await write.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(write).toBeFocused()
  await page.keyboard.press('Space')
  await expect(write).not.toBeChecked()

  // The card, and a write that is denied: told once, and politely.
  await page.keyboard.press('ControlOrMeta+k')
  await expect(field).toBeFocused()
  await page.keyboard.type(`go to ${name}`)
  await page.keyboard.press('Enter')
  const card = page.locator(`[data-instance="${name}"]`)
  await expect(card).toBeFocused()
  const increase = card.getByRole('button', { name: 'Increase' })
  for (let presses = 0; presses < 10; presses += 1) {
    if (await increase.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(card).toContainText('1 write denied')
  await expect(page.getByRole('status').filter({ hasText: 'Needs write access to counter-summary' })).toHaveCount(1)

  // Its line in the timeline, by arrows, and the way out of it.
  await page.keyboard.press('d')
  const grid = page.getByRole('grid', { name: 'Events, newest first' })
  const row = grid.getByRole('row').filter({ hasText: 'Denied' }).first()
  await row.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await expect(row).toBeFocused()
  const replay = page.getByRole('button', { name: 'Grant and replay' })
  for (let presses = 0; presses < 10; presses += 1) {
    if (await replay.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(replay).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(field).toBeFocused()
  await page.keyboard.type(`grants ${name}`)
  await page.keyboard.press('Enter')
  await expect(write).toBeChecked()
})

test('J7: every dialog gives the focus back to what opened it', async ({ page, playground }) => {
  await expect(playground.cards('Counter')).toHaveCount(2)
  for (const opener of ['Search or run a command', 'Paste a plugin', 'Help']) {
    const button = page.getByRole('button', { name: opener })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0)
    await expect(page.getByRole('button', { name: opener })).toBeFocused()
  }
})

test('J7: at 400 % zoom nothing scrolls sideways, and forced colors still tell what is chosen', async ({
  page,
  playground,
}) => {
  // 1,280 px at 400 %.
  await page.setViewportSize({ width: 320, height: 256 })
  await expect(playground.cards('Counter').first()).toBeAttached()
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const view of ['Plugins', 'Run', 'Timeline', 'More']) {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
    expect(await overflow(), view).toBe(0)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ forcedColors: 'active' })
  const current = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Run' })
  expect(await current.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
})
