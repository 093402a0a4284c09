import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { PlaygroundPage } from './playgroundPage.ts'
import { damage, DAMAGES } from './savedParts.ts'
import { expect, test } from './test.ts'

const OWN = `definePlugin(({ ui }) => ({ title: 'Tally', initialState: { presses: 0 }, widgets: { main: {
  render: ({ pluginState }) => ui.button('Pressed ' + pluginState.presses, { onPress: 'press' }),
  handlers: { press(ctx) { ctx.dispatchPluginAction('state/merge', { presses: ctx.pluginState.presses + 1 }) } } } } }))`

const saved = (page: Page): Locator => page.getByRole('banner').getByText('Saved', { exact: true })

/** What each plugin shows, by instance, but for the dashboards: they count what happened in this run. */
async function picture(page: Page): Promise<readonly string[]> {
  const cards = page.getByRole('region', { name: 'Instance cards' }).getByRole('article')
  const texts = await cards.evaluateAll((articles) =>
    articles.map((article) => {
      const widgets = [...article.querySelectorAll('.pui-widget')].map((widget) => widget.textContent)
      return `${article.getAttribute('aria-label') ?? ''}: ${widgets.join()}`
    }),
  )
  return texts.filter((text) => !text.startsWith('Status dashboard'))
}

test('twenty instances come back after a reload with their states, grants, pauses and own code', async ({
  page,
  playground,
}) => {
  test.slow()
  for (const title of ['Counter', 'Calculator', 'Greeter', 'Status dashboard', 'Runtime monitor']) {
    for (let count = await playground.cards(title).count(); count < 3; count += 1) await playground.add(title)
  }
  await playground.add('Counter')
  await playground.add('Counter')
  await playground.add('Calculator')
  await playground.paste('Tally', OWN)
  await playground.paste('Tally', OWN)
  const cards = page.getByRole('region', { name: 'Instance cards' }).getByRole('article')
  await expect(cards).toHaveCount(20)
  for (let index = 0; index < 5; index += 1) {
    const increase = playground.cards('Counter').nth(index).getByRole('button', { name: 'Increase' })
    for (let presses = 0; presses <= index; presses += 1) await increase.click()
  }
  await playground.cards('Tally').first().getByRole('button', { name: 'Pressed 0' }).click()
  await expect(playground.cards('Tally').first()).toContainText('Pressed 1')
  await playground.act(playground.cards('Counter').nth(4), 'Pause')
  await playground.act(playground.cards('Counter').nth(3), 'Inspect')
  await playground.grant('Write counter-summary').click()
  await expect(playground.grant('Write counter-summary')).not.toBeChecked()
  await page.getByRole('tab', { name: 'Shared domains' }).click()
  const before = await picture(page)
  await expect(saved(page)).toBeVisible()

  await page.reload()
  await expect(page.getByText('Runtime ready')).toBeAttached()
  await expect(cards).toHaveCount(20)
  await expect(async () => expect(await picture(page)).toEqual(before)).toPass()
  await expect(page.getByRole('tab', { name: 'Shared domains' })).toHaveAttribute('aria-selected', 'true')
  await expect(playground.grant('Write counter-summary')).not.toBeChecked()
  await expect(playground.grant('Read counter-summary')).toBeChecked()
  await expect(playground.cards('Counter').nth(4)).toContainText('Paused by you')
  await expect(page.getByRole('alert')).toHaveCount(0)
  // It all goes on: a press is counted from where it was, and a third Tally is of a package of its own.
  await playground.cards('Tally').first().getByRole('button', { name: 'Pressed 1' }).click()
  await expect(playground.cards('Tally').first()).toContainText('Pressed 2')
  await playground.paste('Tally', OWN)
  await expect(cards).toHaveCount(21)
})

for (const [how, end] of [
  ['closed without a goodbye', (page: Page) => page.close({ runBeforeUnload: false })],
  [
    'crashed',
    async (page: Page) => {
      const session = await page.context().newCDPSession(page)
      const crashed = page.waitForEvent('crash')
      // It never answers: who would?
      void session.send('Page.crash').catch(() => undefined)
      await crashed
    },
  ],
] as const) {
  test(`what was saved before a tab is ${how} is there in the next one`, async ({ context, page, playground }) => {
    const card = playground.cards('Counter').first()
    const value = card.getByText('This instance', { exact: true }).locator('..')
    for (let presses = 0; presses < 7; presses += 1) await card.getByRole('button', { name: 'Increase' }).click()
    await expect(value).toContainText('10')
    await expect(saved(page)).toBeVisible()
    await end(page)

    const next = await context.newPage()
    const again = new PlaygroundPage(next)
    await again.open()
    await expect(
      again.cards('Counter').first().getByText('This instance', { exact: true }).locator('..'),
    ).toContainText('10')
    expect(again.problems).toEqual([])
  })
}

for (const what of DAMAGES) {
  test(`a browser that kept ${what} opens with a message and an export, never a blank page`, async ({
    page,
    playground,
  }) => {
    test.slow()
    await expect(saved(page)).toBeVisible()
    await damage(page, what)
    await page.goto('/')
    await expect(page.getByText('Runtime ready')).toBeAttached()
    await expect(playground.workspace).toBeVisible()
    const notice = page.getByRole('region', { name: 'Saved workspace' })
    await expect(notice.getByRole('alert')).toContainText(/read-only|Not everything/)
    const download = page.waitForEvent('download')
    await notice.getByRole('button', { name: 'Download what was saved' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 'plugboard-workspace-export', version: 1 })
    if (what.includes('gone')) expect(text).toContain('the state of what is gone')
  })
}

// One of each way: parts that were left out, a workspace that cannot be read, and a database that cannot be opened.
for (const what of ['missing parts', 'text that was cut', 'a database of a newer release'] as const) {
  test(`a browser that kept ${what} keeps it until a person says that it may go, and then one starts over`, async ({
    page,
    playground,
  }) => {
    await expect(saved(page)).toBeVisible()
    await damage(page, what)
    await page.goto('/')
    const notice = page.getByRole('region', { name: 'Saved workspace' })
    await notice.getByRole('button', { name: 'Start over' }).click()
    const question = page.getByRole('alertdialog', { name: 'Start over?' })
    await question.getByRole('button', { name: 'Keep it' }).click()
    await expect(notice).toBeVisible()
    await notice.getByRole('button', { name: 'Start over' }).click()
    await question.getByRole('button', { name: 'Delete and start over' }).click()
    await expect(notice).toHaveCount(0)
    await expect(playground.cards('Counter')).toHaveCount(2)
    await expect(saved(page)).toBeVisible()
    await page.reload()
    await expect(page.getByText('Runtime ready')).toBeAttached()
    await expect(playground.cards('Counter')).toHaveCount(2)
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('two tabs do not overwrite each other: the one that is behind says that it saves no more', async ({
  context,
  page,
  playground,
}) => {
  await expect(saved(page)).toBeVisible()
  const other = await context.newPage()
  const second = new PlaygroundPage(other)
  await second.open()
  await playground.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  await expect(saved(page)).toBeVisible()
  await second.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  await expect(other.getByRole('alert')).toContainText('another tab')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(other.getByRole('button', { name: 'Start over' })).toHaveCount(0)
  await other.getByRole('button', { name: 'Load again' }).click()
  await expect(other.getByText('Runtime ready')).toBeAttached()
  await expect(other.getByRole('alert')).toHaveCount(0)
})

test('a browser that may keep nothing still runs plugins, and says that nothing is saved', async ({
  context,
  page,
}) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  const playground = new PlaygroundPage(page)
  await playground.open()
  await expect(page.getByRole('region', { name: 'Saved workspace' }).getByRole('alert')).toContainText('may store data')
  await playground.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  await expect(page.getByRole('banner').getByText('Not saved')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the message about a damaged workspace, and its question, have no accessibility violations', async ({
      page,
      playground,
    }) => {
      test.slow()
      await expect(saved(page)).toBeVisible()
      await damage(page, 'parts of other types')
      await page.goto('/')
      await expect(page.getByText('Runtime ready')).toBeAttached()
      expect(await playground.violations()).toEqual([])
      await page.getByRole('button', { name: 'Start over' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      expect(await playground.violations()).toEqual([])
      await page.setViewportSize({ width: 320, height: 700 })
      await expect(page.getByRole('alertdialog')).toBeVisible()
      expect(await playground.violations()).toEqual([])
    })
  })
}
