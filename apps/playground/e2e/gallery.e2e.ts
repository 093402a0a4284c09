import { UI_NODE_KINDS } from '@plugboard/contracts'

import { GalleryPage } from './galleryPage.ts'
import { expect, galleryTest as test } from './test.ts'

// Some hundred widgets are looked at one by one; this is for machines that are busy with something else.
test.describe.configure({ timeout: 180_000 })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the gallery has no accessibility violations', async ({ gallery }) => {
      await expect(gallery.kinds()).toHaveCount(UI_NODE_KINDS.length)
      expect(await gallery.violations()).toEqual([])
    })
  })
}

for (const width of [320, 390]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } })

    test('the gallery does not scroll sideways, and has no accessibility violations', async ({ gallery }) => {
      expect(await gallery.overflow()).toEqual([])
      expect(await gallery.violations()).toEqual([])
    })
  })
}

test('each kind is drawn with the roles, names and states on record', async ({ gallery }) => {
  for (const kind of UI_NODE_KINDS) {
    // All of them are told at once, and the page is opened once for all.
    await expect.soft(gallery.kind(kind)).toMatchAriaSnapshot({ name: `${kind}.aria.yml` })
  }
})

test('the help of the Run view leads to the gallery, which links back, and neither is loaded for the other', async ({
  page,
}) => {
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  await page.goto('/')
  await expect(page.getByText('Runtime ready')).toBeAttached()
  expect(scripts.filter((path) => path.includes('Gallery'))).toEqual([])
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await page.getByRole('button', { name: 'Help' }).click()
  await page.getByRole('menuitem', { name: 'Gallery of node kinds' }).click()
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible()
  expect(scripts.some((path) => path.includes('Gallery'))).toBe(true)
  await expect(pages.getByRole('link', { name: 'Gallery' })).toHaveAttribute('aria-current', 'page')
  await pages.getByRole('link', { name: 'Run' }).click()
  await expect(page.getByRole('article', { name: /^Counter, / })).toHaveCount(2)
})

test('an address with a kind in it opens the gallery there', async ({ page }) => {
  const gallery = new GalleryPage(page)
  await gallery.open('table')
  await expect(gallery.kind('table')).toBeInViewport()
})

test('kinds are filtered by name', async ({ page, gallery }) => {
  await page.getByRole('searchbox', { name: 'Filter kinds' }).fill('BUT')
  await expect(gallery.kinds()).toHaveCount(1)
  await expect(gallery.kind('button')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter kinds' }).fill('marquee')
  await expect(page.getByText('No kind is called that.')).toBeVisible()
})

test('what is pressed and typed is told on a line, and starts again on request', async ({ page, gallery }) => {
  const card = gallery.card('list 2')
  await card.getByRole('button').and(page.locator('[data-press]')).click()
  await expect(gallery.lastEvent).toContainText('1. list/2 → open {"type":"press","key":"b","args":"b"}')
  const field = gallery.card('input 1').getByRole('textbox', { name: 'City' })
  await field.fill('Oslo')
  await expect(field).toHaveValue('Oslo')
  await page.getByRole('button', { name: 'Start input 1 again' }).click()
  await expect(gallery.card('input 1').getByRole('textbox', { name: 'City' })).toHaveValue('')
})

test('the JSON of a node is shown, and copied by a button', async ({ page, context, gallery }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const card = gallery.card('divider 1')
  await card.getByText('JSON').click()
  await expect(card.getByRole('region', { name: 'JSON of divider 1' })).toContainText('"kind": "divider"')
  await page.getByRole('button', { name: 'Copy the JSON of divider 1' }).click()
  await expect(card.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({ kind: 'divider' })
  expect(await gallery.violations()).toEqual([])
})
