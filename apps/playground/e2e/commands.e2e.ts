import { expect, test } from './test.ts'

test('the palette is a combobox: keys open it, typing finds, arrows move, Enter runs, and the focus comes back', async ({
  page,
  playground,
}) => {
  const opener = page.getByRole('textbox', { name: 'Filter packages' })
  await opener.focus()
  await page.keyboard.press('ControlOrMeta+k')
  const field = playground.command
  await expect(field).toBeFocused()
  await page.keyboard.type('counter add')
  await expect(page.getByRole('option')).toHaveText(['Add instance of Counter'])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(playground.cards('Counter')).toHaveCount(3)
  await expect(opener).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('option').first()).toContainText('used lately')
  await page.keyboard.type('marquee')
  await expect(page.getByRole('dialog')).toContainText('No command is called that.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('the palette leads to the grants of an instance, and an at sign finds instances alone', async ({
  page,
  playground,
}) => {
  await page.getByRole('button', { name: 'Search or run a command' }).click()
  await playground.command.fill('@greeter')
  await expect(page.getByRole('option')).toHaveCount(2)
  await page.getByRole('option', { name: /^Edit grants of greeter@/ }).click()
  await expect(page.getByRole('complementary', { name: /^Inspector for greeter@/ })).toBeVisible()
  await expect(page.getByRole('switch').first()).toBeFocused()
  expect(await playground.violations()).toEqual([])
})

test('single keys run commands, but not while something is typed, and can be turned off', async ({
  page,
  playground,
}) => {
  const card = playground.cards('Counter').first()
  await card.click({ position: { x: 100, y: 20 } })
  await page.keyboard.press('p')
  await expect(card).toContainText('Paused by you')
  await page.keyboard.press('p')
  await expect(card).not.toContainText('Paused by you')
  const filter = page.getByRole('textbox', { name: 'Filter packages' })
  await page.keyboard.press('/')
  await expect(filter).toBeFocused()
  await page.keyboard.type('p?')
  await expect(filter).toHaveValue('p?')
  await expect(card).not.toContainText('Paused by you')

  await card.click({ position: { x: 100, y: 20 } })
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toContainText('Search or run a command')
  expect(await playground.violations()).toEqual([])
  await list.getByRole('switch', { name: 'Shortcuts of a single key' }).click()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await page.keyboard.press('p')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(playground.command).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).not.toContainText('Paused by you')
})

test('an empty workspace says how to begin, and each way works', async ({ page, playground }) => {
  await playground.run('remove all')
  await expect(page.getByRole('heading', { name: /^Run untrusted plugins/ })).toBeVisible()
  expect(await playground.violations()).toEqual([])
  await page.getByRole('button', { name: /^Two counters/ }).click()
  await expect(playground.cards('Counter')).toHaveCount(2)
  await playground.run('remove all')
  await page.getByRole('button', { name: /^Deny a plugin/ }).click()
  await expect(playground.cards('Counter')).toContainText('1 write denied')
  await playground.run('remove all')
  await page.getByRole('button', { name: /^Write your first plugin/ }).click()
  await expect(page.getByRole('dialog', { name: 'New plugin' })).toBeVisible()
})

test('the theme is chosen, kept, and follows the system again when it is told to', async ({ page, playground }) => {
  await expect(playground.cards('Counter')).toHaveCount(2)
  const theme = page.locator('html')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'System' }).click()
  await expect(theme).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(theme).toHaveAttribute('data-theme', 'dark')
})

test('cards are shown as a list on request, also after a reload', async ({ page, playground }) => {
  await expect(playground.cards('Counter')).toHaveCount(2)
  await page.getByRole('button', { name: 'As a list' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'As a list' })).toHaveAttribute('aria-pressed', 'true')
  const tops = await page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().left))
  expect(new Set(tops).size).toBe(1)
})

test('an instance is stopped at once from its menu, and goes on from its state', async ({ playground }) => {
  const card = playground.cards('Counter').first()
  await playground.act(card, 'Stop now')
  await expect(card).toContainText('Paused by you')
  await card.getByRole('button', { name: 'Resume' }).click()
  await card.getByRole('button', { name: 'Increase' }).click()
  await expect(card.getByText('This instance', { exact: true }).locator('..')).toContainText('4')
})
