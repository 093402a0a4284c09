import { watchLongTasks } from '../longTasks.ts'
import { expect, test } from './journey.ts'

const RUNAWAYS = [
  ['Endless loop', 'Start the loop', 'RUNTIME_TIMEOUT'],
  ['Memory hog', 'Take memory', 'RUNTIME_MEMORY'],
  ['Endless recursion', 'Start the recursion', 'RUNTIME_STACK'],
] as const

test('J4: a runaway plugin is stopped and says why, while the others answer and the page never waits', async ({
  page,
  playground,
}) => {
  test.slow()
  const greeter = playground.cards('Greeter')
  for (const [title, button, code] of RUNAWAYS) {
    const card = await playground.add(title)
    await card.getByRole('button', { name: 'Count' }).click()
    await expect(card.getByText('Starts', { exact: true }).locator('..')).toContainText('1')
    const longTasks = await watchLongTasks(page)
    await card.getByRole('button', { name: button }).click()
    await expect(card).toContainText('Stopped')
    await expect(card.getByRole('group', { name: 'Error' })).toContainText(code)
    const name = greeter.getByRole('textbox', { name: 'Your name' })
    await name.fill('')
    await name.pressSequentially('Ada')
    await expect(greeter).toContainText('Hello, Ada')
    expect(await longTasks(), title).toEqual([])
    await card.getByRole('button', { name: 'Restart' }).click()
    await expect(card).toContainText('Running')
    await expect(card.getByText('Starts', { exact: true }).locator('..')).toContainText('1')
  }
})

test('J4: a flood of writes is denied and a giant tree is not drawn, and both plugins go on', async ({
  page,
  playground,
}) => {
  const flood = await playground.add('Flood of writes')
  await flood.getByRole('button', { name: 'Send the flood' }).click()
  await expect(flood).toContainText(/\d+ writes denied/)
  await flood.getByRole('button', { name: 'Count' }).click()
  await expect(flood.getByText('Starts', { exact: true }).locator('..')).toContainText('1')

  const tree = await playground.add('Giant tree')
  await tree.getByRole('button', { name: 'Draw the tree' }).click()
  await expect(tree.getByRole('group', { name: 'Error' })).toContainText('INVALID_TREE')
  await expect(tree.getByRole('button', { name: 'Draw the tree' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Stress shelf' }).getByRole('listitem')).toHaveCount(5)
})
