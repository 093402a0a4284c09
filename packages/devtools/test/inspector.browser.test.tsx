import '../src/styles.css'

import { createFakeRuntime } from '@plugboard/contract-tests'
import { InstanceInspector } from '@plugboard/devtools'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { violationsOf } from './kit/axeViolations.ts'
import { createDevtoolsKit, type DevtoolsKit, settled } from './kit/devtoolsKit.tsx'

async function mountInspector(kit: DevtoolsKit, instanceId: string) {
  kit.devtools.selectInstance(instanceId)
  return kit.mount(
    <div style={{ blockSize: 700, display: 'grid' }}>
      <InstanceInspector />
    </div>,
  )
}

test('nothing selected says what to do, and so does an instance that is gone', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter')
  const screen = await kit.mount(<InstanceInspector />)
  await expect.element(screen.getByRole('heading', { name: 'Nothing selected' })).toBeVisible()
  kit.devtools.selectInstance(counter)
  await expect.element(screen.getByRole('complementary', { name: `Inspector for ${counter}` })).toBeVisible()
  await kit.host.unload(counter)
  await expect.element(screen.getByRole('heading', { name: 'Nothing selected' })).toBeVisible()
})

test('a switch is a grant at once, and what was asked for stands beside it', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter', { writes: false })
  await kit.press(counter, 'increment')
  const screen = await mountInspector(kit, counter)
  await expect.element(screen.getByText('2 requests are not granted.')).toBeVisible()
  await expect.element(screen.getByText('1 write denied.', { exact: false })).toBeVisible()
  const write = screen.getByRole('switch', { name: 'Write counter-summary' })
  await expect.element(write).not.toBeChecked()
  await write.click()
  await expect.element(write).toBeChecked()
  expect(kit.state().grantsByInstance[counter]?.writeShared).toEqual(['counter-summary'])
  await screen.getByRole('switch', { name: 'Run restart-plugin' }).click()
  await expect.element(screen.getByText('1 request is not granted. 1 grant is beyond what it asked for.')).toBeVisible()
  await screen.getByRole('button', { name: 'Reset to manifest' }).click()
  await expect.element(screen.getByText('It has what it asked for, and no more.')).toBeVisible()
  expect(kit.state().grantsByInstance[counter]).toEqual({
    readShared: ['counter-summary'],
    writeShared: ['counter-summary'],
    systemCommands: ['collect-diagnostics'],
  })
})

test('where a person agreed to less than the manifest asks for, that is what a reset gives', async () => {
  const agreed = { readShared: ['counter-summary'], writeShared: [], systemCommands: ['restart-plugin'] }
  const kit = createDevtoolsKit({ agreedGrants: () => agreed })
  const counter = await kit.load('counter', { writes: false })
  const screen = await mountInspector(kit, counter)
  await screen.getByRole('switch', { name: 'Write counter-summary' }).click()
  await screen.getByRole('button', { name: 'Reset to what was agreed to' }).click()
  await expect.element(screen.getByRole('switch', { name: 'Write counter-summary' })).not.toBeChecked()
  expect(kit.state().grantsByInstance[counter]).toEqual({
    readShared: ['counter-summary'],
    writeShared: [],
    systemCommands: [],
  })
})

test('what the plugin sees follows its grants, and a derived domain has no switch for writing', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter')
  const screen = await mountInspector(kit, counter)
  const sees = screen.getByRole('tree', { name: 'What this plugin sees' })
  await expect.element(sees.getByText('counter-summary:')).toBeVisible()
  await expect.element(screen.getByText('2 domains hidden')).toBeVisible()
  await screen.getByRole('switch', { name: 'Read counter-summary' }).click()
  await expect.element(sees.getByText('counter-summary:')).not.toBeInTheDocument()
  await expect.element(screen.getByText('3 domains hidden')).toBeVisible()
  await expect.element(screen.getByRole('switch', { name: 'Write runtime-metrics' })).not.toBeInTheDocument()
})

test('code without a trusted manifest asked for nothing, and components that were granted have a switch', async () => {
  const kit = createDevtoolsKit()
  const instanceId = await kit.host.load({
    packageId: 'stranger',
    code: `definePlugin(({ ui }) => ({ title: 'Stranger', widgets: { main: { render: () => ui.text('hello') } } }))`,
    initialGrants: { readShared: [], writeShared: [], systemCommands: [], components: ['map'] },
  })
  const screen = await mountInspector(kit, instanceId)
  await screen.getByRole('switch', { name: 'Use map' }).click()
  await expect.element(screen.getByText('It asked for nothing', { exact: false })).toBeVisible()
  await screen.getByRole('tab', { name: 'Manifest' }).click()
  await expect.element(screen.getByText('It calls itself “Stranger”', { exact: false })).toBeVisible()
})

test('a manifest that is its author’s word is shown as that', async () => {
  const kit = createDevtoolsKit()
  const instanceId = await kit.host.load({
    packageId: 'stranger',
    code: `definePlugin(({ ui }) => ({ title: 'Stranger', widgets: { main: { render: () => ui.text('hello') } } }))`,
    manifest: { apiVersion: 1, packageId: 'stranger', title: 'Stranger', capabilities: {} },
    trusted: false,
  })
  const screen = await mountInspector(kit, instanceId)
  await screen.getByRole('tab', { name: 'Manifest' }).click()
  await expect.element(screen.getByRole('tree', { name: 'Manifest, as its author says' })).toBeVisible()
})

test('own state is a tree that the keys open, close and move in', async () => {
  const kit = createDevtoolsKit()
  const sender = await kit.host.load({
    packageId: 'nested',
    code: `definePlugin(({ ui }) => ({ title: 'Nested', initialState: { a: { b: { c: { d: 1 } } }, last: 'end' },
      widgets: { main: { render: () => ui.text('hello') } } }))`,
  })
  const screen = await mountInspector(kit, sender)
  await screen.getByRole('tab', { name: 'State' }).click()
  const tree = screen.getByRole('tree', { name: 'Own state' })
  const item = (name: RegExp) => tree.getByRole('treeitem', { name })
  await expect.element(item(/^c:/)).toHaveAttribute('aria-expanded', 'false')
  // One tab stop: the first line.
  tree.element().querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  await expect.element(item(/^c:/)).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(item(/^d: 1/)).toBeVisible()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(item(/^d: 1/)).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(item(/^c:/)).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(item(/^d: 1/)).not.toBeInTheDocument()
  await userEvent.keyboard('{End}')
  await expect.element(item(/^last: "end"/)).toHaveFocus()
  await userEvent.keyboard('{Home}{Enter}')
  await expect.element(item(/^a:/)).not.toBeInTheDocument()
})

test('the UI tree is what was drawn last, and the widget is held only while it is looked at', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter')
  const screen = await mountInspector(kit, counter)
  await screen.getByRole('tab', { name: 'UI tree' }).click()
  const tree = screen.getByRole('tree', { name: 'UI tree of main' })
  await expect.element(tree.getByRole('treeitem', { name: /text: "Count: 0"/ })).toBeVisible()
  await kit.press(counter, 'increment')
  await expect.element(tree.getByRole('treeitem', { name: /text: "Count: 1"/ })).toBeVisible()
  await screen.getByRole('tab', { name: 'State' }).click()
  const renders = () => kit.state().trace.filter(({ kind }) => kind === 'render').length
  const before = renders()
  const dispatched = kit.state().trace.find(({ kind }) => kind === 'dispatch')
  kit.host.replayIntent(dispatched?.seq ?? 0)
  await settled()
  expect(kit.state().pluginStateByInstance[counter]).toEqual({ value: 2 })
  expect(renders()).toBe(before)
})

test('resources stand beside their limits, and the last minute is told in words', async () => {
  const kit = createDevtoolsKit({ limits: { wallMs: { load: 3_000, render: 250, event: 500 } } })
  const counter = await kit.load('counter')
  const screen = await mountInspector(kit, counter)
  await screen.getByRole('tab', { name: 'Resources' }).click()
  await expect
    .element(screen.getByRole('meter', { name: 'Render', exact: true }))
    .toHaveAttribute('aria-valuetext', 'not measured yet')
  await kit.press(counter, 'increment')
  await expect
    .element(screen.getByRole('meter', { name: 'Render', exact: true }))
    .toHaveAttribute('aria-valuetext', '0.0 ms of 250 ms')
  await expect
    .element(screen.getByRole('meter', { name: 'Handler', exact: true }))
    .toHaveAttribute('aria-valuemax', '500')
  await expect.element(screen.getByRole('img', { name: /in the 60 seconds up to the last one/ })).toBeVisible()
})

test('pause, restart and remove do so', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter')
  const screen = await mountInspector(kit, counter)
  await screen.getByRole('button', { name: 'Pause' }).click()
  expect(kit.state().instances[counter]?.enabled).toBe(false)
  await screen.getByRole('button', { name: 'Resume' }).click()
  await screen.getByRole('button', { name: 'Restart' }).click()
  await expect.poll(() => kit.state().instances[counter]?.diagnostics.restarts).toBe(1)
  await screen.getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => kit.state().instances[counter]).toBeUndefined()
})

test('a restart that fails is told where it was asked for', async () => {
  const runtime = createFakeRuntime()
  const kit = createDevtoolsKit({ runtime })
  const counter = await kit.load('counter')
  const screen = await mountInspector(kit, counter)
  await runtime[Symbol.asyncDispose]()
  await screen.getByRole('button', { name: 'Restart' }).click()
  await expect.element(screen.getByRole('alert')).toBeVisible()
  expect(screen.getByRole('alert').element().textContent).toContain('That did not work')
})

describe.each(['light', 'dark'] as const)('in the %s theme axe finds nothing wrong', (theme) => {
  test('with any tab, at 320 px', async () => {
    await page.viewport(320, 700)
    const kit = createDevtoolsKit()
    const counter = await kit.load('counter', { writes: false })
    await kit.press(counter, 'increment')
    const screen = await mountInspector(kit, counter)
    for (const tab of ['Grants', 'State', 'UI tree', 'Resources', 'Manifest']) {
      await screen.getByRole('tab', { name: tab }).click()
      expect(await violationsOf(screen.container, theme), tab).toEqual([])
      expect(document.documentElement.scrollWidth, tab).toBeLessThanOrEqual(320)
    }
    kit.devtools.selectInstance(null)
    await expect.element(screen.getByRole('heading', { name: 'Nothing selected' })).toBeVisible()
    expect(await violationsOf(screen.container, theme)).toEqual([])
  })
})
