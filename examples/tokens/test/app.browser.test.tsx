import '../src/page.css'

import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'

import { App } from '../src/App.tsx'

afterEach(() => {
  document.documentElement.style.colorScheme = ''
})

const LOADED = { timeout: 30_000 }

async function violations(): Promise<readonly string[]> {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  const results = await axe.run(document.body)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

test('the plugin runs: a book is typed, added, and read', async () => {
  const screen = await render(<App />)
  const list = screen.getByRole('list', { name: 'Books' })
  await expect.element(list, LOADED).toBeVisible()
  await screen.getByLabelText('Title').fill('Solaris')
  await screen.getByRole('button', { name: 'Add' }).click()
  await expect.element(list.getByText('Solaris')).toBeVisible()
  await screen.getByRole('button', { name: /Solaris/ }).click({ position: { x: 4, y: 4 } })
  await expect.element(screen.getByRole('progressbar', { name: 'Read' })).toHaveAttribute('aria-valuetext', '2 of 3')
})

test('a choice of tokens is the whole of its looks, and nothing is drawn anew for it', async () => {
  const screen = await render(<App />)
  await expect.element(screen.getByRole('list', { name: 'Books' }), LOADED).toBeVisible()
  const button = screen.getByRole('button', { name: 'Add' }).element()
  const looks = async (name: string): Promise<readonly string[]> => {
    await screen.getByRole('radio', { name }).click()
    const { backgroundColor, borderRadius, fontFamily } = getComputedStyle(button)
    return [backgroundColor, borderRadius, fontFamily]
  }
  const seen = [await looks('Default'), await looks('Page'), await looks('Paper')]
  expect(new Set(seen.map(([background]) => background)).size).toBe(3)
  expect(seen[2]?.slice(1)).toEqual(['999px', 'Georgia, "Times New Roman", serif'])
  expect(button.isConnected).toBe(true)
})

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test.each(['Default', 'Page', 'Paper'])(
    'with the look "%s" axe finds nothing, and 320 px are enough',
    async (look) => {
      document.documentElement.style.colorScheme = theme
      await page.viewport(320, 800)
      const screen = await render(<App />)
      await expect.element(screen.getByRole('list', { name: 'Books' }), LOADED).toBeVisible()
      await screen.getByRole('radio', { name: look }).click()
      expect(await violations()).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    },
  )
})
