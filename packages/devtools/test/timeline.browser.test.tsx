import '../src/styles.css'

import { Timeline } from '@plugboard/devtools'
import { expect, test } from 'vitest'

import { violationsOf } from './kit/axeViolations.ts'
import { createDevtoolsKit } from './kit/devtoolsKit.tsx'

test('a denied write is a row, and its details say why in plain words', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter', { writes: false })
  await kit.press(counter, 'increment')
  const screen = await kit.mount(<Timeline />)
  const row = screen.getByRole('row', { name: /set-instance.*Denied/ })
  await row.click()
  const detail = screen.getByRole('complementary', { name: /^Event \d+/ })
  await expect.element(detail.getByText('Needs write access to counter-summary')).toBeVisible()
  await expect.element(detail.getByText('missing-write-grant')).toBeVisible()
  for (const theme of ['light', 'dark'] as const) expect(await violationsOf(screen.container, theme)).toEqual([])
})
