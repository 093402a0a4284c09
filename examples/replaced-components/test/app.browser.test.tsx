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

test('the plugin is used through the components of the page', async () => {
  const screen = await render(<App />)
  const row = screen.getByRole('button', { name: 'Apples' })
  await expect.element(row, LOADED).toHaveClass('shop-row')
  await row.click()
  const order = screen.getByRole('button', { name: 'Order Apples' })
  await expect.element(order).toHaveClass('shop-button')
  await order.click()
  await expect.element(screen.getByRole('cell', { name: '13' })).toBeVisible()
  await expect.element(screen.getByText('sold out')).toHaveClass('pui-badge')
})

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test('axe finds nothing, and 320 px are enough', async () => {
    document.documentElement.style.colorScheme = theme
    await page.viewport(320, 800)
    const screen = await render(<App />)
    await expect.element(screen.getByRole('table', { name: 'Fruit' }), LOADED).toBeVisible()
    expect(await violations()).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
