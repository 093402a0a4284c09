import { expect, test } from './test.ts'

for (const width of [320, 390]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } })

    test('one view is shown at a time, none scrolls sideways, and each has no accessibility violations', async ({
      page,
      playground,
    }) => {
      for (const view of ['Plugins', 'Run', 'Timeline', 'More']) {
        await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, view).toBe(0)
        expect(await playground.violations(), view).toEqual([])
      }
    })

    test('a denial is reviewed and granted by touch', async ({ page, playground }) => {
      await page.getByRole('button', { name: 'Review' }).click()
      const event = page.getByRole('dialog', { name: 'Event details' })
      await event.getByRole('button', { name: 'Grant and replay' }).click()
      await event.getByRole('button', { name: 'Close' }).click()
      await expect(event).toHaveCount(0)
      await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Run' }).click()
      await playground.act(playground.cards('Counter').nth(1), 'Inspect')
      await expect(page.getByRole('dialog', { name: 'Inspector' })).toBeVisible()
      expect(await playground.violations(), 'Inspector').toEqual([])
      await expect(playground.grant('Write counter-summary')).toBeChecked()
    })
  })
}
