import { readFile } from 'node:fs/promises'

import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'

import { findViolations, watchProblems, watchRequests } from '../pageHealth.ts'
import { PlaygroundPage } from '../playgroundPage.ts'
import { WorkspacesPage } from '../workspacesPage.ts'
import { expect, test } from './journey.ts'

const TEAM_PULSE = `definePlugin(({ ui }) => ({ title: 'Team pulse', initialState: { presses: 0 }, widgets: { main: {
  render: ({ pluginState, globalState }) => ui.column([
    ui.text('sees ' + JSON.stringify(Object.keys(globalState.shared))),
    ui.button('Pressed ' + pluginState.presses, { onPress: 'press' }),
  ]),
  handlers: { press(ctx) { ctx.dispatchPluginAction('state/merge', { presses: ctx.pluginState.presses + 1 }) } } } } }))`

const ASKS = ['Read counter-summary', 'Read greeter-profile', 'Write counter-summary']

const consent = (page: Page): Locator => page.getByRole('dialog', { name: /^Run “/ })
const saved = (page: Page): Locator => page.getByText('Saved', { exact: true }).first()

/** VMs that run: each instance has one, and the status bar counts them, behind a dialog too. */
async function vmCount(page: Page): Promise<number> {
  const words = await page
    .locator('footer')
    .getByText(/\d+ VMs?,/)
    .textContent()
  return Number.parseInt(words ?? '', 10)
}

/** Somebody else's workspace, with one plugin that has three grants, as a link. */
async function makeLink(browser: Browser, { hasStates = false } = {}): Promise<string> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const playground = new PlaygroundPage(page)
  await playground.open()
  const workspaces = new WorkspacesPage(page)
  await workspaces.create('Team pulse')
  await playground.paste('Team pulse', TEAM_PULSE)
  await playground.cards('Team pulse').getByRole('button', { name: 'Pressed 0' }).click()
  for (const name of ASKS) await playground.grant(name).click()
  const link = await workspaces.share({ hasStates })
  await context.close()
  return link
}

interface Visitor {
  readonly page: Page
  readonly playground: PlaygroundPage
  readonly problems: readonly string[]
  readonly requests: readonly string[]
}

/** Somebody with a workspace of their own, called Mine. */
async function visit(context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage()
  const problems = watchProblems(page)
  const requests = watchRequests(page)
  const playground = new PlaygroundPage(page)
  await playground.open()
  await new WorkspacesPage(page).rename('Mine')
  await expect(saved(page)).toBeAttached()
  return { page, playground, problems, requests }
}

for (const [device, viewport, colorScheme] of [
  ['desktop', { width: 1280, height: 800 }, 'light'],
  ['phone', { width: 390, height: 780 }, 'dark'],
] as const) {
  test(`a shared link is data until the person says so, on a ${device} in the ${colorScheme} theme`, async ({
    browser,
  }) => {
    test.slow()
    const url = await makeLink(browser)
    expect(url.length).toBeLessThan(2_000)
    const context = await browser.newContext({ viewport, colorScheme, serviceWorkers: 'block' })
    const { page: other, problems, requests } = await visit(context)
    const workspaces = new WorkspacesPage(other)
    await other.goto('about:blank')
    await other.goto(url)
    const dialog = consent(other)
    await expect(dialog).toBeVisible()
    await expect(dialog.getByRole('switch')).toHaveCount(ASKS.length)
    for (const name of ASKS) await expect(dialog.getByRole('switch', { name, exact: true })).not.toBeChecked()
    expect(await vmCount(other)).toBe(0)
    await expect(other.getByRole('article')).toHaveCount(0)
    expect(await findViolations(other)).toEqual([])
    await dialog.getByRole('button', { name: /^View the \d+ lines of code$/ }).click()
    await expect(dialog.getByRole('region', { name: 'Code of Team pulse' })).toContainText('definePlugin')
    expect(await findViolations(other)).toEqual([])

    await dialog.getByRole('button', { name: 'Run with no access' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(other.getByRole('article')).toHaveCount(1)
    await expect(other.getByRole('article')).toContainText('sees []')
    await expect(other.getByRole('article')).toContainText('Pressed 0')
    await expect(other).toHaveURL(/#run$/)
    await expect(saved(other)).toBeAttached()
    await other.reload()
    await expect(other.getByRole('article')).toContainText('sees []')
    await expect(consent(other)).toHaveCount(0)

    await workspaces.open('Mine')
    await expect(other.getByRole('article')).toHaveCount(4)
    await other.reload()
    await expect(other.getByRole('article')).toHaveCount(4)
    expect(await findViolations(other)).toEqual([])
    expect(problems).toEqual([])
    expect([...new Set(requests)]).toEqual([new URL(other.url()).origin])
    await context.close()
  })
}

test('what is granted in the question is what the plugin has, and its state comes along when it was put in', async ({
  browser,
  page,
  playground,
}) => {
  test.slow()
  const url = await makeLink(browser, { hasStates: true })
  await page.goto(url)
  const dialog = consent(page)
  await dialog.getByRole('switch', { name: 'Read counter-summary' }).click()
  await dialog.getByRole('button', { name: 'Run with 1 grant' }).click()
  await expect(playground.cards('Team pulse')).toContainText('sees ["counter-summary"]')
  await expect(playground.cards('Team pulse')).toContainText('Pressed 1')
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a link that is opened over a running workspace leaves it alone, and Cancel leaves everything', async ({
  browser,
  page,
  playground,
}) => {
  test.slow()
  const url = await makeLink(browser)
  const value = playground.cards('Counter').first().getByText('This instance', { exact: true }).locator('..')
  await playground.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  await expect(value).toContainText('4')
  await page.evaluate((address) => location.assign(address), url)
  await expect(consent(page)).toBeVisible()
  expect(await vmCount(page)).toBe(4)
  await consent(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(consent(page)).toHaveCount(0)
  await expect(page).toHaveURL(/#run$/)
  await expect(value).toContainText('4')
  await page.goBack()
  await expect(consent(page)).toHaveCount(0)
  await page.goto('about:blank')
  await page.goto('/')
  await expect(value).toContainText('4')
  await new WorkspacesPage(page).expectNames(['My workspace'])
})

test('a link with presets only asks too', async ({ browser, page, playground }) => {
  test.slow()
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const sharer = await context.newPage()
  await new PlaygroundPage(sharer).open()
  const url = await new WorkspacesPage(sharer).share()
  await context.close()
  expect(url.length).toBeLessThan(2_000)
  await page.goto(url)
  await expect(consent(page).getByRole('switch', { checked: true })).toHaveCount(0)
  await consent(page).getByRole('button', { name: 'Run with no access' }).click()
  await expect(page.getByRole('article')).toHaveCount(4)
  await playground.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  await expect(playground.cards('Counter').first()).toContainText('1 write denied')
})

for (const [what, packed, words] of [
  ['that was cut', 'q1YqSy0qzszPU7JSUAIA', 'SHARE_UNREADABLE'],
  ['that is no data at all', '!!!', 'SHARE_UNREADABLE'],
] as const) {
  test(`a link ${what} says so with a code, and changes nothing`, async ({ page, playground }) => {
    await page.goto(`/#w=${packed}`)
    const dialog = page.getByRole('dialog', { name: 'This link was not opened' })
    await expect(dialog).toContainText(words)
    expect(await findViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(playground.cards('Counter')).toHaveCount(2)
    await expect(page).toHaveURL(/#run$/)
  })
}

test('a workspace goes into a file and comes back from it as a new one, with the grants that are given', async ({
  page,
  playground,
}) => {
  test.slow()
  await playground.cards('Counter').first().getByRole('button', { name: 'Increase' }).click()
  const workspaces = new WorkspacesPage(page)
  const text = await workspaces.exportFile()
  await workspaces.importFile({ name: 'lab.json', text })
  const dialog = page.getByRole('dialog', { name: 'Run “My workspace” from a file?' })
  await expect(dialog.getByRole('switch', { checked: true })).toHaveCount(0)
  await dialog.getByRole('switch', { name: 'Read counter-summary' }).click()
  await dialog.getByRole('button', { name: 'Run with 1 grant' }).click()
  await expect(page.getByRole('article')).toHaveCount(4)
  const card = playground.cards('Counter').first()
  await expect(card.getByText('This instance', { exact: true }).locator('..')).toContainText('4')
  await card.getByRole('button', { name: 'Increase' }).click()
  await expect(card).toContainText('1 write denied')
  await workspaces.expectNames(['My workspace', 'My workspace'])
})

test('a file that is damaged or newer is refused with a code', async ({ page, playground }) => {
  const workspaces = new WorkspacesPage(page)
  const text = await workspaces.exportFile()
  const dialog = page.getByRole('dialog', { name: 'This file was not opened' })
  for (const [spoilt, code] of [
    [text.slice(0, -30), 'SHARE_UNREADABLE'],
    ['[]', 'SHARE_UNREADABLE'],
    [text.replace('"version":1', '"version":9'), 'SHARE_TOO_NEW'],
    [text.replace('"version":1,"instances"', '"version":2,"instances"'), 'SHARE_TOO_NEW'],
  ] as const) {
    await workspaces.importFile({ name: 'spoilt.json', text: spoilt })
    await expect(dialog).toContainText(code)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await expect(playground.cards('Counter')).toHaveCount(2)
})

test('workspaces are made, copied, deleted and put back', async ({ page, playground }) => {
  test.slow()
  const workspaces = new WorkspacesPage(page)
  await workspaces.create('Second')
  await expect(page.getByRole('article')).toHaveCount(0)
  await playground.add('Greeter')
  await expect(saved(page)).toBeAttached()
  await workspaces.choose('Duplicate')
  await workspaces.expectNames(['Copy of Second', 'My workspace', 'Second'])
  await workspaces.open('Copy of Second')
  await expect(playground.cards('Greeter')).toHaveCount(1)
  await playground.add('Greeter')
  await workspaces.open('Second')
  await expect(playground.cards('Greeter')).toHaveCount(1)

  await workspaces.choose('Delete')
  await expect(page.getByRole('button', { name: 'Workspace: Copy of Second' })).toBeVisible()
  await expect(playground.cards('Greeter')).toHaveCount(2)
  await workspaces.choose('All workspaces')
  const dialog = page.getByRole('dialog', { name: 'All workspaces' })
  expect(await findViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Put back Second' }).click()
  await dialog.getByRole('button', { name: 'Open Second', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Workspace: Second' })).toBeVisible()
  await expect(playground.cards('Greeter')).toHaveCount(1)
})

test('the dialog for sharing has no accessibility violations, and its link is copied', async ({
  context,
  page,
  playground,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Share “/ })
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()
  expect(playground.problems).toEqual([])
})

test('a download is what the file says', async ({ page, playground }) => {
  await expect(playground.cards('Counter')).toHaveCount(2)
  const download = page.waitForEvent('download')
  await new WorkspacesPage(page).choose('Save as a file')
  const file = await download
  expect(file.suggestedFilename()).toBe('my-workspace.plugboard.json')
  const text = await readFile(await file.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ format: 'plugboard-workspace-file', version: 1, name: 'My workspace' })
})
