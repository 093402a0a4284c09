import { expect, test } from './test.ts'

test('a denied write is reviewed, granted and replayed with the keyboard alone', async ({ page, playground }) => {
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to workspace' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Review' }).focus()
  await page.keyboard.press('Enter')
  const replay = page.getByRole('button', { name: 'Grant and replay' })
  await replay.focus()
  await page.keyboard.press('Enter')
  await expect(playground.grant('Write counter-summary')).toBeChecked()
})

test('the dialog for a pasted plugin keeps the focus, closes with Escape and gives the focus back', async ({
  page,
  playground,
}) => {
  const opener = page.getByRole('button', { name: 'Paste a plugin' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New plugin' })
  await expect(dialog).toBeVisible()
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab')
    expect(
      await dialog.evaluate(
        (element) =>
          element.contains(document.activeElement) ||
          document.activeElement?.hasAttribute('data-base-ui-focus-guard') === true,
      ),
    ).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
  await expect(playground.cards('Counter')).toHaveCount(2)
})
