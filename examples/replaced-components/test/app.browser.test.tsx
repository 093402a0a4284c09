import '../src/page.css'

import { NO_GRANTS } from '@plugboard/contracts'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'

import { App } from '../src/App.tsx'
import { createHost } from '../src/createHost.ts'

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
  const screen = await render(<App host={createHost()} />)
  const row = screen.getByRole('button', { name: 'Apples' })
  await expect.element(row, LOADED).toHaveClass('shop-row')
  await row.click()
  const order = screen.getByRole('button', { name: 'Order Apples' })
  await expect.element(order).toHaveClass('shop-button')
  await order.click()
  await expect.element(screen.getByRole('cell', { name: '13' })).toBeVisible()
  await expect.element(screen.getByText('sold out')).toHaveClass('pui-badge')
})

test('a component of the page’s own is used by name, and no longer once its grant is taken', async () => {
  const host = createPluginHost({ runtime: createQuickJSRuntime() })
  const store = createHostStore(host)
  const screen = await render(<App host={host} />)
  await screen.getByRole('button', { name: 'Apples' }).click()
  const gauge = screen.getByRole('group', { name: 'Apples' })
  await expect.element(gauge.getByText('20 are enough.')).toBeVisible()
  await gauge.getByRole('button', { name: 'Sell one' }).click()
  await expect.element(screen.getByRole('meter', { name: 'Apples in stock' })).toHaveAttribute('value', '2')
  await expect.element(screen.getByRole('cell', { name: '2', exact: true })).toBeVisible()
  for (const { instanceId } of host.selectors.selectInstances(store.getState())) host.setGrants(instanceId, NO_GRANTS)
  await expect.element(screen.getByText('2 of 20 Apples')).toBeVisible()
  expect(gauge.elements()).toEqual([])
})

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test('axe finds nothing, and 320 px are enough', async () => {
    document.documentElement.style.colorScheme = theme
    await page.viewport(320, 800)
    const screen = await render(<App host={createHost()} />)
    await expect.element(screen.getByRole('table', { name: 'Fruit' }), LOADED).toBeVisible()
    expect(await violations()).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
