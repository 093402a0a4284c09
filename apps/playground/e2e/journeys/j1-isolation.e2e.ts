import { PlaygroundPage } from '../playgroundPage.ts'
import { expect, test } from './journey.ts'

test('J1: instances are apart from each other, and one that is removed comes back with its state and grants', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page)
  await page.goto('/')
  const cards = page.getByRole('article', { name: /^Counter, counter@/ })
  await expect(cards).toHaveCount(2)
  await page.getByRole('button', { name: 'Add an instance of Counter' }).click()
  await expect(cards).toHaveCount(3)
  await expect(page.getByRole('listitem').filter({ hasText: 'Counter' }).first()).toContainText('×3')
  await cards.nth(2).getByRole('button', { name: 'Increase' }).click()
  await expect(cards.nth(2)).toContainText('1')
  await expect(cards.nth(0)).not.toContainText('This instance1')

  // The one that may not write: its grants are not those of a new one.
  await cards
    .nth(1)
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(cards).toHaveCount(2)
  const message = page.getByRole('status').filter({ hasText: 'was removed' })
  await expect(message).toBeVisible()
  await expect(playground.cards('Status dashboard')).toBeFocused()
  await message.getByRole('button', { name: 'Undo' }).click()
  await expect(cards).toHaveCount(3)
  const back = cards.nth(2)
  await expect(back.getByText('This instance', { exact: true }).locator('..')).toContainText('1')
  await playground.act(back, 'Inspect')
  await expect(playground.grant('Write counter-summary')).not.toBeChecked()
  await expect(playground.grant('Read counter-summary')).toBeChecked()

  // All of them, and back with the keyboard.
  await playground.run('remove all')
  await expect(page.getByRole('article')).toHaveCount(0)
  await playground.run('undo')
  await expect(page.getByRole('article')).toHaveCount(5)
  expect(playground.problems).toEqual([])
})

test('J1: a cleared timeline comes back', async ({ page, playground }) => {
  const rows = page.getByRole('row').filter({ hasText: 'set-instance' })
  await expect(playground.cards('Counter')).toHaveCount(2)
  await expect(rows.first()).toBeVisible()
  await playground.run('clear the timeline')
  await expect(rows).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows.first()).toBeVisible()
})
