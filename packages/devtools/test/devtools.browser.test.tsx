import '../src/styles.css'

import {
  ConsolePanel,
  createDevtools,
  DEVTOOLS_PANELS,
  Devtools,
  DevtoolsDock,
  DevtoolsProvider,
  type DevtoolsSession,
  DomainInspector,
  englishMessages,
  InstanceInspector,
  ProblemsPanel,
  Timeline,
} from '@plugboard/devtools'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createFakeRuntime } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'

import { violationsOf } from './kit/axeViolations.ts'
import { createDevtoolsKit } from './kit/devtoolsKit.tsx'
import { packages } from './kit/packages.ts'

/** A host that counts who listens to it, and a store that counts who reads it. */
function createWatched() {
  const real = createPluginHost({ runtime: createFakeRuntime(), packages })
  const store = createHostStore(real)
  let listeners = 0
  let reads = 0
  const count = (stop: () => void): (() => void) => {
    listeners += 1
    return () => {
      listeners -= 1
      stop()
    }
  }
  const host: typeof real = { ...real, on: (event, listener) => count(real.on(event, listener)) }
  const watched = {
    getState: () => {
      reads += 1
      return store.getState()
    },
    subscribe: (listener: () => void) => count(store.subscribe(listener)),
  }
  return { host, store: watched, listeners: () => listeners, reads: () => reads }
}

describe('while they are closed or not mounted', () => {
  test('nothing listens to the host or the store, and nothing is read', async () => {
    const { host, listeners, reads, store } = createWatched()
    const devtools = createDevtools({ host, store })
    const counter = await host.load({ packageId: 'counter' })
    host.setEnabled(counter, false)
    expect([listeners(), reads()]).toEqual([0, 0])

    const screen = await render(<Devtools devtools={devtools} />)
    await expect.element(screen.getByRole('row', { name: /paused/ })).toBeVisible()
    expect(listeners()).toBeGreaterThan(0)
    devtools.close()
    await expect.element(screen.getByRole('button', { name: 'Open developer tools' })).toBeVisible()
    expect(listeners()).toBe(0)
    const before = reads()
    for (let turn = 0; turn < 100; turn += 1) host.setEnabled(counter, turn % 2 === 0)
    expect(reads()).toBe(before)

    await screen.getByRole('button', { name: 'Open developer tools' }).click()
    await expect.element(screen.getByRole('grid')).toBeVisible()
    await screen.unmount()
    expect(listeners()).toBe(0)
  })

  test('no part that stands alone is drawn, or listens', async () => {
    const { host, listeners, store } = createWatched()
    const devtools = createDevtools({ host, store, initialState: { isOpen: false } })
    const screen = await render(
      <DevtoolsProvider devtools={devtools}>
        <Timeline />
        <ConsolePanel />
        <DomainInspector />
        <ProblemsPanel />
        <InstanceInspector />
        <DevtoolsDock />
      </DevtoolsProvider>,
    )
    expect(screen.container.textContent).toBe('')
    expect(listeners()).toBe(0)
    devtools.open()
    await expect.element(screen.getByRole('heading', { name: 'Nothing selected' })).toBeVisible()
    expect(listeners()).toBeGreaterThan(0)
  })

  test('logs of that time are not kept', async () => {
    const kit = createDevtoolsKit()
    const logger = await kit.load('logger')
    const screen = await render(<Devtools devtools={kit.devtools} />)
    kit.devtools.close()
    await kit.press(logger, 'log')
    kit.devtools.open()
    kit.devtools.showPanel('console')
    await expect.element(screen.getByText('No plugin has written to its console.')).toBeVisible()
    await kit.press(logger, 'log')
    await expect.element(screen.getByText('error line')).toBeVisible()
  })
})

test('logs are kept while another panel is shown', async () => {
  const kit = createDevtoolsKit()
  const screen = await render(<Devtools devtools={kit.devtools} />)
  const logger = await kit.load('logger')
  await kit.press(logger, 'log')
  await screen.getByRole('tab', { name: 'Console 5' }).click()
  await expect.element(screen.getByText('error line')).toBeVisible()
  await screen.getByRole('tab', { name: 'Timeline' }).click()
  await screen.getByRole('tab', { name: 'Console 5' }).click()
  await expect.element(screen.getByText('error line')).toBeVisible()
})

test('one selection drives every part', async () => {
  const kit = createDevtoolsKit()
  const first = await kit.load('counter')
  const second = await kit.load('counter', { writes: false })
  await kit.press(second, 'increment')
  const screen = await render(<Devtools devtools={kit.devtools} />)
  kit.devtools.selectInstance(first)
  await expect.element(screen.getByRole('complementary', { name: `Inspector for ${first}` })).toBeVisible()
  await screen.getByRole('row', { name: /set-instance.*Denied/ }).click()
  await expect.element(screen.getByRole('complementary', { name: `Inspector for ${second}` })).toBeVisible()
})

test('the words are those of the application where it gives some', async () => {
  const { host, store } = createWatched()
  const devtools = createDevtools({ host, store, messages: { timeline: { empty: 'Noch ist nichts geschehen.' } } })
  const screen = await render(
    <DevtoolsProvider devtools={devtools}>
      <Timeline />
    </DevtoolsProvider>,
  )
  await expect.element(screen.getByText('Noch ist nichts geschehen.')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: englishMessages.timeline.clear })).toBeVisible()
})

test('a provider refuses what createDevtools did not make', async () => {
  const session: DevtoolsSession = { ...createDevtoolsKit().devtools }
  await expect(render(<Devtools devtools={session} />)).rejects.toThrow('createDevtools()')
})

describe.each(['light', 'dark'] as const)('in the %s theme axe finds nothing wrong', (theme) => {
  test.each([1_200, 320])('with all of it at %d px, open and closed', async (width) => {
    await page.viewport(width, 800)
    const kit = createDevtoolsKit()
    const counter = await kit.load('counter', { writes: false })
    await kit.press(counter, 'increment')
    const screen = await render(<Devtools devtools={kit.devtools} />)
    await screen.getByRole('row', { name: /set-instance.*Denied/ }).click()
    expect(await violationsOf(screen.container, theme)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    for (const panel of DEVTOOLS_PANELS) {
      kit.devtools.showPanel(panel)
      await expect
        .element(screen.getByRole('tab', { name: new RegExp(`^${englishMessages.dock[panel]}`) }))
        .toHaveAttribute('aria-selected', 'true')
      expect(document.documentElement.scrollHeight, panel).toBeLessThanOrEqual(800)
    }
    await screen.getByRole('button', { name: 'Close developer tools' }).click()
    expect(await violationsOf(screen.container, theme)).toEqual([])
  })
})
