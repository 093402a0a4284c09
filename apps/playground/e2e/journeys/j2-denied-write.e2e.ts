import { expect, test } from './journey.ts'

test('J2: a denied write is understood, led back to the line that sent it, granted and replayed', async ({
  page,
  playground,
}) => {
  const card = await playground.add('Counter')
  await page.getByRole('switch', { name: 'Write counter-summary' }).setChecked(false)
  await card.getByRole('button', { name: 'Increase' }).click()
  const denied = page.getByRole('row', { name: /set-instance.*Denied/ }).first()
  await expect(denied).toBeVisible()
  await denied.click()
  const event = page.getByRole('complementary', { name: /^Event \d+/ })
  await expect(event).toContainText('Needs write access to counter-summary')
  await expect(event).toContainText('missing-write-grant')

  const link = event.getByRole('link', { name: /^counter\.tsx:\d+:\d+$/ })
  const [, line = ''] = (await link.textContent())?.split(':') ?? []
  await link.click()
  await expect(page).toHaveURL(new RegExp(`#split/counter/plugin\\.tsx:${line}:`))
  // What the line says, not only its number.
  const sender = page.locator('.cm-line').filter({ hasText: "dispatchSharedAction('counter-summary', 'set-instance'" })
  await expect(sender).toBeInViewport()
  await page.goBack()

  await event.getByRole('button', { name: 'Grant and replay' }).click()
  await expect(page.getByRole('switch', { name: 'Write counter-summary' })).toBeChecked()
  await expect(page.getByRole('row', { name: /set-instance.*Applied/ }).first()).toBeVisible()
  await expect(card.getByText('Shared total', { exact: true }).locator('..')).toContainText('4')
  // A refusal is no error: nothing reached the page.
  expect(playground.problems).toEqual([])
})
