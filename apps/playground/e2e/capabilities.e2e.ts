import { expect, test } from './test.ts'

test('Capability enforcement: a shared write without a grant changes no shared state, does not crash the app and is surfaced in the runtime metrics panel', async ({
  page,
  playground,
}) => {
  const counter = await playground.add('Counter')
  await playground.grant('Write counter-summary').click()
  const total = counter.getByText('Shared total', { exact: true }).locator('..')
  const before = await total.textContent()
  await counter.getByRole('button', { name: 'Increase' }).click()
  await expect(counter).toContainText('1 write denied')
  await expect(counter.getByText('This instance', { exact: true }).locator('..')).toContainText('1')
  expect(await total.textContent()).toBe(before)
  await expect(playground.cards('Status dashboard')).toContainText('missing-write-grant')
  await page.getByRole('tab', { name: 'Shared domains' }).click()
  await page.getByRole('button', { name: 'runtime-metrics' }).click()
  await expect(page.getByRole('region', { name: 'Value of runtime-metrics' })).toContainText('missing-write-grant')
})

test('a denied write is understood, granted and replayed from its event', async ({ page, playground }) => {
  await page.getByRole('button', { name: 'Review' }).click()
  const event = page.getByRole('complementary', { name: /^Event \d+/ })
  await expect(event).toContainText('Needs write access to counter-summary')
  await expect(event).toContainText('The state did not change. The plugin kept running.')
  await event.getByRole('button', { name: 'Grant and replay' }).click()
  await expect(playground.grant('Write counter-summary')).toBeChecked()
  await expect(
    page.getByRole('row').filter({ hasText: 'set-instance' }).filter({ hasText: 'Applied' }).first(),
  ).toBeVisible()
  await expect(
    playground.cards('Counter').first().getByText('Shared total', { exact: true }).locator('..'),
  ).toContainText('4')
})

test('Shared read filtering: a plugin without read grants sees an empty globalState.shared, and a grant shows the domain at once', async ({
  page,
  playground,
}) => {
  await playground.paste(
    'Peeker',
    `definePlugin(({ ui }) => ({ title: 'Peeker', initialState: {}, widgets: { main: {
      render({ globalState }) { return ui.text('shared: ' + JSON.stringify(Object.keys(globalState.shared))) } } } }))`,
  )
  const card = playground.cards('Peeker')
  await expect(card).toContainText('shared: []')
  await expect(page.getByRole('region', { name: 'What this plugin sees' })).toContainText('4 domains hidden')
  await playground.grant('Read counter-summary').click()
  await expect(card).toContainText('shared: ["counter-summary"]')
  await playground.grant('Read counter-summary').click()
  await expect(card).toContainText('shared: []')
})
