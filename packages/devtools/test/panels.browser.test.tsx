import '../src/styles.css'

import type { TraceRecord } from '@plugboard/contracts'
import { ConsolePanel, DomainInspector, ProblemsPanel } from '@plugboard/devtools'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import { violationsOf } from './kit/axeViolations.ts'
import { createDevtoolsKit } from './kit/devtoolsKit.tsx'

describe('the console', () => {
  test('has what plugins log and what the host says of them in one stream', async () => {
    const kit = createDevtoolsKit()
    const screen = await kit.mount(<ConsolePanel />)
    await expect.element(screen.getByText('No plugin has written to its console.')).toBeVisible()
    const logger = await kit.load('logger')
    await kit.press(logger, 'log')
    const counter = await kit.load('counter', { writes: false })
    await kit.press(counter, 'increment')
    const lines = screen.getByRole('list', { name: 'Console lines' })
    await expect.element(lines.getByText('error line')).toBeVisible()
    await expect
      .element(lines.getByText('Denied. Needs write access to counter-summary.', { exact: false }))
      .toBeVisible()
    await expect.element(lines.getByRole('tree', { name: 'Value' }).getByText('nested:')).toBeVisible()
    const words = [...screen.container.querySelectorAll('.pbd-line')].map((line) => line.className)
    expect(words.map((name) => name.replace('pbd-line pbd-level-', ''))).toEqual([
      'debug',
      'info',
      'info',
      'warn',
      'error',
      'denied',
    ])
  })

  test('filters by level, instance and words, and is cleared', async () => {
    const kit = createDevtoolsKit()
    const screen = await kit.mount(<ConsolePanel />)
    const first = await kit.load('logger')
    const second = await kit.load('logger')
    await kit.press(first, 'log')
    await kit.press(second, 'log')
    const lines = () => screen.container.querySelectorAll('.pbd-line').length
    await expect.poll(lines).toBe(10)
    await screen.getByRole('combobox', { name: 'Filter by level' }).selectOptions('warn')
    await expect.poll(lines).toBe(2)
    await screen.getByRole('combobox', { name: 'Filter by instance' }).selectOptions(second)
    await expect.poll(lines).toBe(1)
    await screen.getByRole('searchbox', { name: 'Filter lines' }).fill('nothing like it')
    await expect.element(screen.getByText('No line matches the filter.')).toBeVisible()
    await screen.getByRole('searchbox', { name: 'Filter lines' }).fill('WARN line')
    await expect.poll(lines).toBe(1)
    await screen.getByRole('button', { name: 'Clear console' }).click()
    await expect.element(screen.getByText('No plugin has written to its console.')).toBeVisible()
  })

  test('keeps a bounded number of lines, the newest ones, in sight of who reads the newest', async () => {
    const kit = createDevtoolsKit({ limits: { logLinesPerSecond: 100_000 } })
    const screen = await kit.mount(
      <div style={{ blockSize: 300 }}>
        <ConsolePanel />
      </div>,
    )
    const logger = await kit.load('logger')
    await kit.press(logger, 'flood', 1_500)
    await expect.poll(() => screen.container.querySelectorAll('.pbd-line').length).toBe(1_000)
    await expect.element(screen.getByText('line 1499', { exact: true })).toBeInViewport()
    await expect.element(screen.getByText('line 499', { exact: true })).not.toBeInTheDocument()
  })

  test('a line of the host leads to its event', async () => {
    const kit = createDevtoolsKit()
    const counter = await kit.load('counter', { writes: false })
    await kit.press(counter, 'increment')
    kit.devtools.filterTimeline({ outcome: 'ignored', query: 'something' })
    const screen = await kit.mount(<ConsolePanel />)
    const denied = kit.state().trace.find((record) => record.kind === 'dispatch' && record.outcome === 'denied')
    await screen.getByRole('button', { name: `Event ${denied?.seq ?? 0}` }).click()
    expect(kit.devtools.getSnapshot()).toMatchObject({
      panel: 'timeline',
      selectedSeq: denied?.seq,
      selectedInstanceId: counter,
      timeline: { outcome: 'all', query: '' },
    })
  })

  test('what a plugin logs is text, bounded and on one line', async () => {
    const kit = createDevtoolsKit()
    const screen = await kit.mount(<ConsolePanel />)
    const stranger = await kit.host.load({
      packageId: 'stranger',
      code: `definePlugin(({ ui }) => ({ title: 'Stranger', widgets: { main: {
        render: () => ui.text('hello'),
        handlers: { log() { console.log('<b>bold</b>\\u202E\\n' + 'x'.repeat(1500), { '<i>': 1 }) } } } } }))`,
    })
    await kit.press(stranger, 'log')
    await expect.element(screen.getByText(/<b>bold<\/b> x+/)).toBeVisible()
    expect(screen.container.querySelector('b, i:not(.pbd-frame-line i)')).toBeNull()
    expect(screen.container.textContent).not.toContain('\u202E')
  })
})

describe('problems', () => {
  test('are those of all plugins that are there now, and go when they are over', async () => {
    const inspected: string[] = []
    const kit = createDevtoolsKit({ onInspect: (instanceId) => inspected.push(instanceId) })
    const screen = await kit.mount(<ProblemsPanel />)
    await expect.element(screen.getByText('No problems.')).toBeVisible()
    const thrower = await kit.load('thrower')
    await kit.press(thrower, 'fail')
    await expect.element(screen.getByText(/threw TypeError: handler failed on purpose/)).toBeVisible()
    await expect.element(screen.getByText('The plugin keeps running.')).toBeVisible()
    await screen.getByRole('button', { name: `Inspect ${thrower}` }).click()
    expect(kit.devtools.getSnapshot().selectedInstanceId).toBe(thrower)
    // An application that shows no inspector now is told to show one: the button would do nothing there.
    expect(inspected).toEqual([thrower])
    await kit.press(thrower, 'fine')
    await expect.element(screen.getByText('No problems.')).toBeVisible()
  })
})

describe('shared domains', () => {
  test('show the value, who may use it and who wrote it last', async () => {
    const kit = createDevtoolsKit()
    const writer = await kit.load('counter')
    const denied = await kit.load('counter', { writes: false })
    await kit.press(writer, 'increment')
    await kit.press(denied, 'increment')
    const screen = await kit.mount(<DomainInspector />)
    const row = screen.getByRole('row', { name: /counter-summary 2 read, 1 write/ })
    await expect.element(row.getByText(writer)).toBeVisible()
    const value = screen.getByRole('tree', { name: 'Value of counter-summary' })
    await expect.element(value.getByText(`${writer}:`)).toBeVisible()
    await expect.element(screen.getByRole('row', { name: new RegExp(`${denied} 1 denied`) })).toBeVisible()
    await screen.getByRole('switch', { name: `Write for ${denied}` }).click()
    expect(kit.state().grantsByInstance[denied]?.writeShared).toEqual(['counter-summary'])
    await expect.element(screen.getByRole('row', { name: /counter-summary 2 read, 2 write/ })).toBeVisible()
  })

  test('a derived one is marked, has its value, and nobody writes it', async () => {
    const kit = createDevtoolsKit()
    const counter = await kit.load('counter')
    const screen = await kit.mount(<DomainInspector />)
    await screen.getByRole('button', { name: 'runtime-registry' }).click()
    const value = screen.getByRole('tree', { name: 'Value of runtime-registry' })
    await expect.element(value.getByText('instances:')).toBeVisible()
    await expect.element(screen.getByText('Computed by the host from what runs. Nobody writes it.')).toBeVisible()
    await expect.element(screen.getByRole('switch', { name: `Read for ${counter}` })).toBeVisible()
    await expect.element(screen.getByRole('switch', { name: `Write for ${counter}` })).not.toBeInTheDocument()
  })
})

describe.each(['light', 'dark'] as const)('in the %s theme axe finds nothing wrong', (theme) => {
  test.each([
    ['the console', ConsolePanel],
    ['the problems', ProblemsPanel],
    ['the domains', DomainInspector],
  ])('with %s, empty and full, at 320 px', async (_name, Panel) => {
    await page.viewport(320, 700)
    const kit = createDevtoolsKit()
    const screen = await kit.mount(<Panel />)
    expect(await violationsOf(screen.container, theme)).toEqual([])
    const counter = await kit.load('counter', { writes: false })
    const logger = await kit.load('logger')
    const thrower = await kit.load('thrower')
    await kit.press(counter, 'increment')
    await kit.press(logger, 'log')
    await kit.press(thrower, 'fail')
    const failed = (record: TraceRecord): boolean => record.kind === 'error'
    await expect.poll(() => kit.state().trace.some(failed)).toBe(true)
    expect(await violationsOf(screen.container, theme)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
