import { expect, test } from './journey.ts'

test('J2: a denied write is understood, found in the source, granted and replayed @phone', async ({
  page,
  playground,
}) => {
  const card = playground.cards('Counter').first()
  const total = playground.value(card, 'Shared total')
  await playground.inspect(card)
  await playground.grant('Write counter-summary').click()
  await expect(playground.grant('Write counter-summary')).not.toBeChecked()
  await playground.closeInspector()
  const before = (await total.textContent()) ?? ''
  await card.getByRole('button', { name: 'Increase' }).click()
  await expect(card).toContainText('1 write denied')
  await expect(total).toHaveText(before)

  // The reason, in plain words and by its code.
  await card.getByRole('button', { name: 'Review' }).click()
  const event = page.getByRole('complementary', { name: /^Event \d+/ })
  await expect(event).toContainText('Needs write access to counter-summary')
  await expect(event).toContainText('missing-write-grant')
  await expect(event).toContainText('The state did not change. The plugin kept running.')

  // The line that sent it, to read and not to change.
  const link = event.getByRole('link', { name: /^counter\.tsx:\d+:\d+$/ })
  const [, line] = /:(\d+):/.exec((await link.textContent()) ?? '') ?? []
  await link.click()
  await expect(page).toHaveURL(new RegExp(`#split/counter/plugin\\.tsx:${line ?? ''}:`))
  const code = page.getByRole('textbox', { name: /^Code of Counter/ })
  await expect(code).toHaveAttribute('aria-readonly', 'true')
  await expect(code.locator('.cm-activeLine')).toContainText("ctx.dispatchSharedAction('counter-summary'")
  await expect(page.locator('.cm-activeLineGutter')).toHaveText(line ?? '')
  await page.goBack()

  await event.getByRole('button', { name: 'Grant and replay' }).click()
  await playground.closeEvent()
  const rows = page.getByRole('row', { name: /set-instance/ })
  await expect(rows.filter({ hasText: 'Denied' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: 'Applied' }).first()).toBeVisible()
  await playground.show('Run')
  await expect(total).toContainText('4')
  await playground.inspect(card)
  await expect(playground.grant('Write counter-summary')).toBeChecked()
  await playground.closeInspector()
  await card.getByRole('button', { name: 'Increase' }).click()
  await expect(total).toContainText('5')
})
