import '../src/page.css'

import axe from 'axe-core'
import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'

import { App } from '../src/App.tsx'

const LOADED = { timeout: 30_000 }

afterEach(() => {
  document.documentElement.style.colorScheme = ''
  delete document.documentElement.dataset['theme']
})

async function violations(): Promise<readonly string[]> {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  const results = await axe.run(document.body)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}

test('a vote that the host denied is understood, led back to its line, granted and replayed, in an application with a store of its own', async () => {
  await page.viewport(1_200, 800)
  const screen = await render(<App />)
  const denied = screen.getByRole('region', { name: 'May not vote' })
  await expect.element(denied.getByRole('button', { name: 'Vote' }), LOADED).toBeVisible()
  await denied.getByRole('button', { name: 'Vote' }).click()
  await screen.getByRole('row', { name: /vote.*Denied/ }).click()
  const event = screen.getByRole('complementary', { name: /^Event \d+/ })
  await expect.element(event.getByText('Needs write access to votes')).toBeVisible()

  await event.getByRole('link', { name: /votes\.plugin\.tsx:\d+:\d+/ }).click()
  // The line that sends it, as `src/votes.plugin.tsx` has it.
  await expect.element(screen.getByText('Asked to show votes.plugin.tsx:26:15')).toBeVisible()

  await event.getByRole('button', { name: 'Grant and replay' }).click()
  await expect.element(screen.getByRole('row', { name: /votes \/ vote.*Applied/ })).toBeVisible()
  await expect.element(screen.getByRole('switch', { name: 'Write votes' })).toBeChecked()
  await screen.getByRole('tab', { name: 'Shared domains' }).click()
  await expect.element(screen.getByRole('tree', { name: 'Value of votes' }).getByText('total:')).toBeVisible()
  await screen.getByRole('tab', { name: /^Console/ }).click()
  await expect.element(screen.getByText('vote number', { exact: false })).toBeVisible()
})

test.each(['light', 'dark'])('in the %s theme axe finds nothing, and 320 px are enough', async (theme) => {
  document.documentElement.style.colorScheme = theme
  document.documentElement.dataset['theme'] = theme
  await page.viewport(320, 800)
  const screen = await render(<App />)
  await expect
    .element(
      screen.getByRole('region', { name: 'May vote', exact: true }).getByRole('button', { name: 'Vote' }),
      LOADED,
    )
    .toBeVisible()
  expect(await violations()).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})
