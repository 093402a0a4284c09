import { expect, test } from './test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('a first visit opens a running workspace: two counters, a dashboard and one denied write', async ({
      page,
      playground,
    }) => {
      await expect(playground.cards('Counter')).toHaveCount(2)
      await expect(playground.cards('Status dashboard')).toHaveCount(1)
      await expect(page.getByRole('article').filter({ hasText: '1 write denied' })).toHaveCount(1)
      await expect(page.getByRole('row').filter({ hasText: 'set-instance' }).filter({ hasText: 'Denied' })).toHaveCount(
        1,
      )
    })

    test('the Run view has no accessibility violations, with a denied event and each inspector tab open', async ({
      page,
      playground,
    }) => {
      // Axe looks at the page six times.
      test.slow()
      await page.getByRole('button', { name: 'Review' }).click()
      await expect(page.getByRole('complementary', { name: /^Event \d+/ })).toContainText('missing-write-grant')
      const inspector = page.getByRole('complementary', { name: /^Inspector for/ })
      for (const tab of ['Grants', 'State', 'UI tree', 'Resources', 'Manifest']) {
        await inspector.getByRole('tab', { name: tab, exact: true }).click()
        expect(await playground.violations(), tab).toEqual([])
      }
    })

    test('the other panels and the dialog for a pasted plugin have no accessibility violations', async ({
      page,
      playground,
    }) => {
      for (const panel of ['Console', 'Shared domains', 'Problems']) {
        await page.getByRole('tab', { name: panel }).click()
        expect(await playground.violations(), panel).toEqual([])
      }
      await page.getByRole('button', { name: 'Paste a plugin' }).click()
      await expect(page.getByRole('dialog', { name: 'New plugin' })).toBeVisible()
      expect(await playground.violations()).toEqual([])
    })
  })
}
