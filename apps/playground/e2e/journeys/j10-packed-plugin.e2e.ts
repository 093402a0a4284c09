import type { Page } from '@playwright/test'

import { clockCode, packClock } from '../../test/kit/packedPlugin.ts'
import { findViolations } from '../pageHealth.ts'
import { PackagesPage } from '../packagesPage.ts'
import { expect, test } from './journey.ts'

const saved = (page: Page) => page.getByText('Saved', { exact: true }).first()
const vms = (page: Page, count: number) => page.locator('footer').getByText(new RegExp(`^${count} VMs?,`))

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    expect(await findViolations(page), colorScheme).toEqual([])
  }
}

test('a packed plugin is read, agreed to, run, there again after a reload, and updated by what is new alone', async ({
  page,
  playground,
}) => {
  test.slow()
  const packages = new PackagesPage(page)
  const { dialog } = packages
  const card = playground.cards('Clock').first()
  await packages.drop({ bytes: await packClock() })
  await expect(dialog).toHaveAccessibleName('Import “Clock”?')
  await expect(dialog).toContainText('Nothing of it has run yet')
  await expect(dialog.getByRole('region', { name: 'Package' })).toContainText(/sha256:[0-9a-f]{64}/)
  await expect(dialog.getByRole('switch')).toHaveCount(2)
  await expect(dialog.getByRole('switch', { checked: true })).toHaveCount(0)
  await expect(vms(page, 4)).toBeAttached()
  // However long the question is, its answers are in view.
  for (const size of [
    { width: 390, height: 600 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size)
    await expect(dialog.getByRole('button', { name: 'Run with no access' })).toBeInViewport({ ratio: 1 })
  }
  await expectNoViolations(page)
  await dialog.getByRole('switch', { name: 'Read counter-summary' }).click()
  await expect(dialog).toContainText('You grant 1 of 2.')
  await packages.answer('Run with 1 grant')
  await expect(card).toContainText('Clock sees ["counter-summary"]')
  await expect(vms(page, 5)).toBeAttached()
  await playground.inspect(card)
  const inspector = page.getByRole('complementary', { name: /^Inspector for clock/ })
  await inspector.getByRole('switch', { name: 'Write greeter-profile' }).click()
  await inspector.getByRole('button', { name: 'Reset to what was agreed to' }).click()
  await expect(inspector.getByRole('switch', { name: 'Write greeter-profile' })).not.toBeChecked()
  await expect(inspector.getByRole('switch', { name: 'Read counter-summary' })).toBeChecked()
  await card.getByRole('button', { name: 'Pressed 0' }).click()
  await expect(packages.shelf).toContainText(/ClockImported|Clock×1Imported/)
  await expect(packages.shelf).toContainText(/1\.0\.0, [0-9a-f]{12}/)
  await expect(card).toContainText('Pressed 1')
  await expect(saved(page)).toBeAttached()

  await page.reload()
  await expect(card).toContainText('Clock sees ["counter-summary"]')
  await expect(card).toContainText('Pressed 1')
  const second = await playground.add('Clock')
  await expect(second).toContainText('Clock sees ["counter-summary"]')

  const requests = { readShared: ['counter-summary', 'runtime-registry'], writeShared: ['greeter-profile'] }
  const surfaces = {
    widgets: [{ id: 'main', title: 'Clock' }],
    tools: [{ name: 'add', description: 'Adds two numbers', inputSchema: { type: 'object' } }],
  }
  const code = clockCode({ label: 'New clock' })
  await packages.pick({ bytes: await packClock({ manifest: { version: '1.1.0', requests, surfaces }, code }) })
  await expect(dialog).toHaveAccessibleName('Update “Clock”?')
  await expect(dialog.getByRole('switch')).toHaveCount(1)
  await expect(dialog).toContainText('1.0.0 → 1.1.0')
  await dialog.getByRole('switch', { name: 'Read runtime-registry' }).click()
  await packages.answer('Update with 1 new grant')
  await expect(card).toContainText('New clock sees ["counter-summary","runtime-registry"]')
  await expect(card).toContainText('Pressed 1')
  await expect(packages.shelf).toContainText('1.1.0, ')

  await packages.act('Clock', 'Details')
  await expect(dialog.getByRole('switch', { checked: true })).toHaveCount(2)
  await dialog.getByRole('textbox', { name: 'Input of add, as JSON' }).fill('{"a":1,"b":2}')
  await dialog.getByRole('button', { name: 'Call add' }).click()
  await expect(dialog.getByRole('region', { name: 'Answer of add' })).toContainText('3')
  await expectNoViolations(page)
  await packages.answer('Close')
  await packages.act('Clock', 'Disable')
  await expect(playground.cards('Clock')).toHaveCount(0)
  await expect(packages.shelf).toContainText('Disabled')
  await packages.act('Clock', 'Enable')
  await expect(card).toContainText('Pressed 1')
})

test('a packed plugin that is not taken says why, on a narrow screen too, and changes nothing', async ({
  page,
  playground,
}) => {
  test.slow()
  const packages = new PackagesPage(page)
  const { dialog } = packages
  const bytes = await packClock({ manifest: { version: '1.1.0' } })
  await packages.drop({ bytes: bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)) })
  await expect(dialog).toHaveAccessibleName(/^“(Clock|clock\.plug)” was not imported$/)
  await expect(dialog.getByRole('region', { name: 'What was found' })).toContainText('Error')
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoViolations(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await packages.drop({ bytes: await packClock({ manifest: { id: 'counter' } }) })
  await expect(dialog).toContainText('Another plugin here has the id counter')
  await packages.answer('Close')
  await expect(vms(page, 4)).toBeAttached()
  await expect(packages.shelf).toHaveCount(0)

  await packages.drop({ bytes })
  await packages.answer('Run with no access')
  await expect(playground.cards('Clock')).toContainText('Clock sees []')
  await packages.drop({ bytes: await packClock() })
  await expect(dialog).toContainText('This is Clock 1.0.0, and 1.1.0 is here, which is newer.')
  await packages.answer('Close')
  await packages.drop({
    bytes: await packClock({ manifest: { version: '1.1.0' }, code: clockCode({ label: 'Other' }) }),
  })
  await expect(dialog).toContainText('one of the two was changed')
  await packages.answer('Close')
  const code = clockCode({ render: "throw new Error('not today')" })
  await packages.drop({ bytes: await packClock({ manifest: { version: '2.0.0' }, code }) })
  await dialog.getByRole('button', { name: 'Update', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('The update was taken back, and the old version runs on.')
  await packages.answer('Cancel')
  await expect(playground.cards('Clock')).toContainText('Clock sees []')
  await expect(packages.shelf).toContainText('1.1.0')

  // What is saved of it is changed behind the page's back.
  await expect(saved(page)).toBeAttached()
  await packages.spoilSaved('plugin.js')
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('What is saved of Clock is not what you agreed to.')
  await expect(packages.shelf).toContainText('Rejected')
  await expect(playground.cards('Clock')).toContainText('Paused')
  await page.getByRole('button', { name: 'Add an instance of Clock' }).click()
  await expect(playground.cards('Clock')).toHaveCount(1)
  await packages.drop({ bytes })
  await expect(dialog).toHaveAccessibleName('Put “Clock” back?')
  await packages.answer('Put back with no access')
  await expect(packages.shelf).toContainText('Imported')
  await expect(saved(page)).toBeAttached()
  await page.reload()
  await expect(packages.shelf).toContainText('Imported')
  await expect(packages.shelf).not.toContainText('Rejected')
})
