import { expect, test } from '@playwright/test'

import { serveBuilt } from './builtServer.ts'
import { findViolations, watchRequests } from './pageHealth.ts'
import { PlaygroundPage } from './playgroundPage.ts'
import { WorkspacesPage } from './workspacesPage.ts'

test.use({ serviceWorkers: 'allow' })

test('after the first visit the page works without a network: reload, add, share, open a link, and save', async ({
  context,
  page,
}) => {
  test.slow()
  const origins = watchRequests(page)
  const playground = new PlaygroundPage(page)
  await playground.open()
  const ready = page.getByRole('contentinfo').getByText('Works offline')
  await expect(ready).toBeVisible({ timeout: 30_000 })
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('Runtime ready')).toBeAttached()
  await expect(playground.cards('Counter')).toHaveCount(2)
  await expect(ready).toBeVisible()
  const card = await playground.add('Calculator')
  await card.getByRole('button', { name: '7', exact: true }).click()
  await expect(card).toContainText('7')
  const workspaces = new WorkspacesPage(page)
  const link = await workspaces.share()
  await page.goto(link)
  await page.reload()
  await page
    .getByRole('dialog', { name: /^Run “/ })
    .getByRole('button', { name: 'Run with no access' })
    .click()
  await expect(playground.cards('Calculator')).toHaveCount(1)
  await page.goto('/#gallery')
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible()
  expect([...new Set(origins)]).toEqual([new URL(page.url()).origin])
})

test('a page whose worker could not have every file does not say that it works offline', async ({ page }) => {
  const server = await serveBuilt()
  try {
    await server.remove('icon-512.png')
    await page.goto(server.address)
    await expect(page.getByText('Runtime ready')).toBeAttached()
    const end = await page.evaluate(async () => {
      const { installing } = await navigator.serviceWorker.register('/sw.js')
      return await new Promise((resolve) => {
        installing?.addEventListener('statechange', () => resolve(installing.state))
      })
    })
    expect(end).toBe('redundant')
    await expect(page.getByText('Works offline')).toHaveCount(0)
  } finally {
    await server.close()
  }
})

test('a newer version is told quietly, and taken when the person says so', async ({ page }) => {
  test.slow()
  const server = await serveBuilt()
  try {
    await page.goto(server.address)
    await expect(page.getByText('Works offline')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('region', { name: 'New version' })).toHaveCount(0)
    await server.change('sw.js', (text) => `${text}\n// A newer build.\n`)
    await page.reload()
    const notice = page.getByRole('region', { name: 'New version' })
    await expect(notice).toContainText('A new version is ready.', { timeout: 30_000 })
    expect(await findViolations(page)).toEqual([])
    const loaded = page.waitForEvent('load')
    await notice.getByRole('button', { name: 'Reload to update' }).click()
    await loaded
    await expect(page.getByText('Runtime ready')).toBeAttached()
    await expect(page.getByRole('article')).toHaveCount(4)
    await expect(notice).toHaveCount(0)
  } finally {
    await server.close()
  }
})

test('a browser without service workers runs all the same, and claims nothing', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const playground = new PlaygroundPage(page)
  await playground.open()
  await expect(page.getByText('Works offline')).toHaveCount(0)
  expect(playground.problems).toEqual([])
  await context.close()
})
