import '../src/styles.css'

import { Timeline } from '@plugboard/devtools'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { violationsOf } from './kit/axeViolations.ts'
import { createDevtoolsKit } from './kit/devtoolsKit.tsx'

const MANY = 10_000

test('a denied write is a row, and its details say why in plain words', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter', { writes: false })
  await kit.press(counter, 'increment')
  const screen = await kit.mount(<Timeline />)
  await screen.getByRole('row', { name: /set-instance.*Denied/ }).click()
  const detail = screen.getByRole('complementary', { name: /^Event \d+/ })
  await expect.element(detail.getByText('Needs write access to counter-summary')).toBeVisible()
  await expect.element(detail.getByText('missing-write-grant')).toBeVisible()
  expect(kit.devtools.getSnapshot().selectedInstanceId).toBe(counter)
})

test('grant and replay applies the same intent, and the timeline shows both', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter', { writes: false })
  await kit.press(counter, 'increment')
  const screen = await kit.mount(<Timeline />)
  await screen.getByRole('row', { name: /set-instance.*Denied/ }).click()
  await screen.getByRole('button', { name: 'Grant and replay' }).click()
  await expect.element(screen.getByRole('row', { name: /set-instance.*Applied/ })).toBeVisible()
  await expect.element(screen.getByRole('row', { name: /set-instance.*Denied/ })).toBeVisible()
  expect(kit.state().grantsByInstance[counter]?.writeShared).toEqual(['counter-summary'])
  expect(kit.state().shared['counter-summary']).toEqual({ values: { [counter]: 1 } })
})

test('a replay that would write over something newer says whose it is', async () => {
  const kit = createDevtoolsKit()
  const denied = await kit.load('counter', { writes: false })
  await kit.press(denied, 'increment')
  const writer = await kit.load('counter')
  await kit.press(writer, 'increment')
  const screen = await kit.mount(<Timeline />)
  await screen.getByRole('row', { name: /set-instance.*Denied/ }).click()
  await expect
    .element(screen.getByText(`counter-summary has been written since, last by ${writer}`, { exact: false }))
    .toBeVisible()
})

test('the diff, the state after it and the causes of an event are each a tab', async () => {
  const kit = createDevtoolsKit()
  const counter = await kit.load('counter')
  await kit.press(counter, 'increment')
  await kit.press(counter, 'increment')
  const screen = await kit.mount(<Timeline />)
  const rows = screen.getByRole('row', { name: /increment.*Applied/ })
  await rows.last().click()
  await screen.getByRole('tab', { name: 'Diff' }).click()
  const diff = screen.getByRole('region', { name: 'State diff' })
  await expect.element(diff.getByText(`${counter}.value`)).toBeVisible()
  await expect.element(diff.getByRole('deletion')).toHaveTextContent('Before: 0')
  await expect.element(diff.getByRole('insertion')).toHaveTextContent('After: 1')
  await screen.getByRole('tab', { name: 'State' }).click()
  const state = screen.getByRole('tree', { name: `${counter} after this event` })
  await expect.element(state.getByRole('treeitem', { name: 'value: 1' })).toBeVisible()
  await screen.getByRole('tab', { name: 'Causes' }).click()
  const causes = screen.getByRole('region', { name: 'What led to it' })
  await expect.element(causes.getByText('event increment')).toBeVisible()
})

test('each state of emptiness is told, with the way out of it', async () => {
  const kit = createDevtoolsKit()
  const screen = await kit.mount(<Timeline />)
  await expect.element(screen.getByText('Nothing has happened yet', { exact: false })).toBeVisible()
  const counter = await kit.load('counter')
  await kit.press(counter, 'increment')
  await screen.getByRole('searchbox', { name: 'Filter events' }).fill('nothing like it')
  await expect.element(screen.getByText('No event matches the filter.')).toBeVisible()
  await screen.getByRole('button', { name: 'Show all events' }).click()
  await expect.element(screen.getByRole('row', { name: /increment/ }).first()).toBeVisible()
  await screen.getByRole('button', { name: 'Clear timeline' }).click()
  await expect.element(screen.getByText('The timeline is cleared', { exact: false })).toBeVisible()
  await screen.getByRole('button', { name: 'Show what was cleared' }).click()
  await expect.element(screen.getByRole('row', { name: /increment/ }).first()).toBeVisible()
})

test('filters by outcome and instance leave what they name', async () => {
  const kit = createDevtoolsKit()
  const denied = await kit.load('counter', { writes: false })
  const writer = await kit.load('counter')
  await kit.press(denied, 'increment')
  await kit.press(writer, 'increment')
  const screen = await kit.mount(<Timeline />)
  await screen.getByRole('button', { name: 'Denied 1' }).click()
  await expect.element(screen.getByRole('row', { name: /Applied/ })).not.toBeInTheDocument()
  await screen.getByRole('button', { name: 'All' }).click()
  await screen.getByRole('combobox', { name: 'Filter by instance' }).selectOptions(writer)
  await expect.element(screen.getByRole('row', { name: new RegExp(denied) })).not.toBeInTheDocument()
  await expect.element(screen.getByRole('row', { name: new RegExp(`${writer}.*increment`) })).toBeVisible()
})

describe('the grid', () => {
  async function mountMany() {
    const kit = createDevtoolsKit({ traceLimit: MANY + 10 })
    const counter = await kit.load('counter')
    // Recorded as fast as they come: nothing is drawn of it yet.
    const record = kit.state().trace.length
    for (let count = 0; count < MANY; count += 1) kit.host.setEnabled(counter, count % 2 === 1)
    const screen = await kit.mount(
      <div style={{ blockSize: 600, inlineSize: 1000 }}>
        <Timeline />
      </div>,
    )
    return { ...kit, screen, newest: record + MANY, grid: screen.getByRole('grid') }
  }
  const rowsOf = (container: Element) => [...container.querySelectorAll<HTMLElement>('[role=row][data-index]')]

  test('of ten thousand records has the rows in sight in the document, newest first', async () => {
    const { grid, newest, screen } = await mountMany()
    await expect.element(grid).toHaveAttribute('aria-rowcount', String(MANY + 1 + 1))
    const rows = rowsOf(screen.container)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.length).toBeLessThan(60)
    expect(rows.map((row) => Number(row.querySelector('.pbd-seq')?.textContent)).slice(0, 5)).toEqual(
      [0, 1, 2, 3, 4].map((older) => newest - older),
    )
  })

  test('is one tab stop, and the keys lead through all of it', async () => {
    const { devtools, newest, screen } = await mountMany()
    const first = rowsOf(screen.container)[0]
    first?.focus()
    const selected = () => devtools.getSnapshot().selectedSeq
    await userEvent.keyboard('{ArrowDown}')
    expect(selected()).toBe(newest - 1)
    await userEvent.keyboard('{PageDown}')
    expect(selected()).toBe(newest - 11)
    await userEvent.keyboard('{PageUp}{ArrowUp}')
    expect(selected()).toBe(newest)
    await userEvent.keyboard('{End}')
    await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe(String(MANY + 2))
    expect(selected()).toBe(1)
    await userEvent.keyboard('{Home}')
    await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe('2')
    expect(rowsOf(screen.container).filter((row) => row.tabIndex === 0)).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('complementary', { name: `Event ${newest}` })).toBeVisible()
  })

  test('keeps the focus on a row that is clicked', async () => {
    const { screen } = await mountMany()
    const third = rowsOf(screen.container)[2]
    // As a pointer does.
    third?.focus()
    third?.click()
    await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe('4')
  })

  test('keeps the focus on its row when a newer one comes in above', async () => {
    const { host, screen, state } = await mountMany()
    rowsOf(screen.container)[0]?.focus()
    const [counter = ''] = Object.keys(state().instances)
    host.setEnabled(counter, false)
    await expect.poll(() => document.activeElement?.getAttribute('aria-rowindex')).toBe('3')
  })

  test('has a tab stop also where the chosen record is older than all that are shown', async () => {
    const { devtools, screen } = await mountMany()
    devtools.selectEvent({ seq: 0 })
    await expect.poll(() => devtools.getSnapshot().selectedSeq).toBe(0)
    await expect.poll(() => rowsOf(screen.container).filter((row) => row.tabIndex === 0).length).toBe(1)
  })

  test('stays where a person reads while new rows come in above', async () => {
    const { host, screen, state } = await mountMany()
    const scroller = screen.container.querySelector<HTMLElement>('.pbd-trace-rows')
    if (scroller === null) throw new Error('there is nothing to scroll')
    scroller.scrollTop = 28 * 100
    const seqAt = (): string | null | undefined =>
      rowsOf(screen.container)
        .find((row) => row.getBoundingClientRect().top >= scroller.getBoundingClientRect().top)
        ?.querySelector('.pbd-seq')?.textContent
    await expect.poll(() => rowsOf(screen.container).some((row) => row.dataset['index'] === '100')).toBe(true)
    const before = seqAt()
    const [counter = ''] = Object.keys(state().instances)
    host.setEnabled(counter, false)
    await expect.poll(() => scroller.scrollTop).toBe(28 * 101)
    await expect.poll(seqAt).toBe(before)
  })
})

test('hostile records stay within their row and their box', async () => {
  const kit = createDevtoolsKit()
  const echo = await kit.load('sender')
  const long = 'x'.repeat(100)
  await kit.press(echo, 'send', [[`\u202E${long}`, { deep: nested(40), wide: 'y'.repeat(100_000) }]])
  const screen = await kit.mount(
    <div style={{ blockSize: 500, inlineSize: 900 }}>
      <Timeline />
    </div>,
  )
  await screen.getByRole('row', { name: new RegExp(long) }).click()
  const tree = screen.getByRole('tree', { name: 'Payload' })
  await expect.element(tree).toBeVisible()
  expect(screen.container.textContent).not.toContain('\u202E')
  expect(screen.container.textContent.length).toBeLessThan(5_000)
  expect(screen.container.firstElementChild?.scrollWidth).toBeLessThanOrEqual(900)
})

function nested(depth: number): unknown {
  return depth === 0 ? 'end' : { inside: nested(depth - 1) }
}

describe.each(['light', 'dark'] as const)('in the %s theme axe finds nothing wrong', (theme) => {
  test.each([1_000, 320])('at %d px, with an event of each tab open', async (width) => {
    await page.viewport(width, 700)
    const kit = createDevtoolsKit()
    const counter = await kit.load('counter', { writes: false })
    await kit.press(counter, 'increment')
    const screen = await kit.mount(<Timeline />)
    expect(await violationsOf(screen.container, theme)).toEqual([])
    await screen.getByRole('row', { name: /set-instance.*Denied/ }).click()
    for (const tab of ['Action', 'Diff', 'State', 'Causes']) {
      await screen.getByRole('tab', { name: tab }).click()
      expect(await violationsOf(screen.container, theme), tab).toEqual([])
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })
})
