import { expect, test } from '@playwright/test'

import { PlaygroundPage } from '../e2e/playgroundPage.ts'
import { WorkspacesPage } from '../e2e/workspacesPage.ts'
import { fillCounterLab, TEAM_PULSE } from './counterLab.ts'
import { DEVICES, THEMES, type Device } from './device.ts'
import { fixChance } from './fixedChance.ts'

interface Screen {
  readonly name: string
  readonly device: Device
  /** From the filled workspace to what the picture is of. */
  readonly go: (playground: PlaygroundPage) => Promise<void>
}

/** What is asked for in the shared workspace. */
const ASKS = ['Read runtime-metrics', 'Read greeter-profile', 'Write counter-summary']

/** By the names that the mock-up has for them. */
const SCREENS: readonly Screen[] = [
  { name: 'run', device: 'desktop', go: review },
  {
    name: 'travel',
    device: 'desktop',
    async go(playground) {
      await review(playground)
      const { page } = playground
      for (let steps = 0; steps < 3; steps += 1) await page.getByRole('button', { name: 'Step back' }).click()
      await expect(page.getByRole('button', { name: 'Back to live' })).toBeVisible()
      await expect(playground.value(playground.cards('Counter').last(), 'This instance')).toContainText('2')
    },
  },
  {
    name: 'code',
    device: 'desktop',
    async go(playground) {
      const { page } = playground
      await page.goto('/#split/pomodoro-1/plugin.tsx:13:38')
      await expect(page.getByRole('textbox', { name: 'Code of plugin.tsx' })).toBeVisible()
      await expect(page.getByText('1 problem')).toBeVisible()
      await expect(page.getByRole('article', { name: /^Pomodoro, / })).toBeVisible()
    },
  },
  {
    name: 'domains',
    device: 'desktop',
    async go(playground) {
      await review(playground)
      await playground.page.getByRole('tab', { name: 'Shared domains' }).click()
      await expect(playground.page.getByRole('region', { name: 'Who can use it' })).toBeVisible()
    },
  },
  {
    name: 'consent',
    device: 'desktop',
    async go(playground) {
      const { page } = playground
      const workspaces = new WorkspacesPage(page)
      await workspaces.create('Team pulse')
      await playground.paste('Team pulse', TEAM_PULSE)
      for (const name of ASKS) await playground.grant(name).click()
      const link = await workspaces.share()
      await workspaces.open('My workspace')
      // What was denied before is not kept.
      await playground.cards('Counter').last().getByRole('button', { name: 'Increase' }).click()
      await review(playground)
      await page.evaluate((address) => location.assign(address), link)
      const question = page.getByRole('dialog', { name: /^Run “/ })
      await question.getByRole('switch', { name: 'Read runtime-metrics', exact: true }).click()
      await expect(question.getByRole('button', { name: 'Run with 1 grant' })).toBeVisible()
    },
  },
  {
    name: 'palette',
    device: 'desktop',
    async go(playground) {
      await review(playground)
      await playground.page.keyboard.press('ControlOrMeta+k')
      await playground.command.fill('cou')
      await expect(playground.page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'welcome',
    device: 'desktop',
    async go(playground) {
      await new WorkspacesPage(playground.page).create('New workspace')
      await expect(playground.page.getByRole('heading', { name: /^Run untrusted plugins/ })).toBeVisible()
    },
  },
  {
    name: 'm-run',
    device: 'phone',
    async go(playground) {
      await expect(playground.cards('Counter')).toHaveCount(2)
    },
  },
  {
    name: 'm-grants',
    device: 'phone',
    async go(playground) {
      await playground.inspect(playground.cards('Counter').last())
    },
  },
  {
    name: 'm-timeline',
    device: 'phone',
    async go(playground) {
      await playground.show('Timeline')
      await expect(playground.page.getByRole('row', { name: /set-instance/ }).first()).toBeVisible()
    },
  },
]

for (const colorScheme of THEMES) {
  for (const { device, go, name } of SCREENS) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ colorScheme, ...DEVICES[device] })

      test('looks as on record', async ({ page }) => {
        await fixChance(page)
        const playground = new PlaygroundPage(page)
        await playground.open()
        await fillCounterLab(playground)
        await go(playground)
        await page.mouse.move(0, 0)
        await page.evaluate(() => {
          for (const element of document.querySelectorAll('*')) element.scrollTop = 0
        })
        await expect(page).toHaveScreenshot(`${name}-${colorScheme}.png`)
      })
    })
  }
}

/** The second counter's last denied write, with the reason beside it. */
async function review(playground: PlaygroundPage): Promise<void> {
  const denied = playground.cards('Counter').last()
  await denied.getByRole('button', { name: 'Review' }).click()
  await expect(playground.page.getByRole('complementary', { name: /^Event \d+/ })).toContainText('missing-write-grant')
}
