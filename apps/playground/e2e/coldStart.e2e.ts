import { expect, test } from '@playwright/test'

import { PlaygroundPage } from './playgroundPage.ts'
import { holdStorage } from './slowStorage.ts'

test('what is added before the saved workspace is open waits for it, and is saved like the rest', async ({ page }) => {
  const playground = new PlaygroundPage(page)
  await playground.open()
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
  const storage = await holdStorage(page)
  await page.reload()
  await page.getByRole('button', { name: 'Add an instance of Counter' }).click()
  await expect(page.getByRole('button', { name: 'Add an instance of Counter' })).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByRole('article')).toHaveCount(0)
  await storage.release()
  await expect(playground.cards('Counter')).toHaveCount(3)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Saved workspace' })).toHaveCount(0)
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
  expect(playground.problems).toEqual([])
})

test('the gallery starts no VM, and the Run view after it does', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto('/#gallery')
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(page.workers()).toEqual([])
  expect(requests.filter((path) => /\.wasm$|[wW]orker/.test(path))).toEqual([])
  await page.goto('/#run')
  await expect(page.getByText('Runtime ready')).toBeAttached()
  expect(page.workers().length).toBeGreaterThan(0)
})
