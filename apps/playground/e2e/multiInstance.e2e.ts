import { expect, test } from './test.ts'

test('Multi-instance counter: incrementing the first instance leaves the second unchanged', async ({ playground }) => {
  const first = await playground.add('Counter')
  const second = await playground.add('Counter')
  await first.getByRole('button', { name: 'Increase' }).click()
  await expect(first.getByText('This instance', { exact: true }).locator('..')).toContainText('1')
  await expect(second.getByText('This instance', { exact: true }).locator('..')).toContainText('0')
})

test('two counters side by side are added by the summary, and removing one lowers the sum', async ({ playground }) => {
  for (let left = 1; left >= 0; left -= 1) {
    await playground.act(playground.cards('Counter').first(), 'Remove')
    await expect(playground.cards('Counter')).toHaveCount(left)
  }
  const first = await playground.add('Counter')
  const second = await playground.add('Counter')
  const cards = playground.cards('Counter')
  for (let presses = 0; presses < 2; presses += 1) {
    await cards.nth(0).getByRole('button', { name: 'Increase' }).click()
  }
  for (let presses = 0; presses < 3; presses += 1) {
    await cards.nth(1).getByRole('button', { name: 'Increase' }).click()
  }
  await expect(first.getByText('Shared total', { exact: true }).locator('..')).toContainText('5')
  await expect(second.getByText('Shared total', { exact: true }).locator('..')).toContainText('5')
  await playground.act(cards.nth(1), 'Remove')
  await expect(cards).toHaveCount(1)
  await expect(cards.nth(0).getByText('Shared total', { exact: true }).locator('..')).toContainText('2')
  await expect(cards.nth(0).getByText('This instance', { exact: true }).locator('..')).toContainText('2')
})

test('the gallery counts instances per package and refuses an eleventh with a plain reason', async ({
  page,
  playground,
}) => {
  for (let count = 3; count <= 10; count += 1) await playground.add('Counter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Local value, shared total' })).toContainText('×10')
  await page.getByRole('button', { name: 'Add an instance of Counter' }).click()
  await expect(page.getByRole('alert')).toContainText('10')
  await expect(playground.cards('Counter')).toHaveCount(10)
})

test('a paused instance keeps its picture, refuses events and catches up when it is resumed', async ({
  page,
  playground,
}) => {
  const card = await playground.add('Counter')
  await playground.act(card, 'Pause')
  await expect(card).toContainText('Paused by you')
  await card.getByRole('button', { name: 'Resume' }).click()
  await card.getByRole('button', { name: 'Increase' }).click()
  await expect(card.getByText('This instance', { exact: true }).locator('..')).toContainText('1')
  await page.getByRole('button', { name: 'Pause all' }).click()
  await expect(page.getByRole('button', { name: 'Resume all' })).toBeVisible()
})
