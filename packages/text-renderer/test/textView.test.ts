import type { UINode } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { viewOf } from './viewOf.ts'

const column = (...children: readonly UINode[]): UINode => ({ kind: 'column', children })
const button = (label: string, handler: string): UINode => ({ kind: 'button', label, onPress: { handler } })

it('tells its listeners of each new picture, and nobody after it was closed', () => {
  const { view, show, source } = viewOf({ kind: 'text', text: 'first' })
  const texts: string[] = []
  view.subscribe(() => texts.push(view.text()))
  show({ kind: 'text', text: 'second' })
  view.close()
  view.close()
  show({ kind: 'text', text: 'third' })
  expect(texts).toEqual(['second'])
  expect([source.leaseCount, source.listenerCount]).toEqual([0, 0])
})

it('presses what the person read, not what has come in its place', () => {
  const { view, show, sent } = viewOf(column(button('Cancel', 'cancel')))
  expect(view.text()).toBe('[1] Cancel')
  show(column(button('Delete everything', 'remove'), button('Cancel', 'cancel')))
  expect(view.press(1)).toBe('unknown')
  expect(sent()).toEqual([])
  expect(view.text()).toBe('[1] Delete everything\n[2] Cancel')
  expect(view.press(2)).toBe('done')
  expect(sent()).toEqual([{ handler: 'cancel', event: { type: 'press' } }])
})

it('presses what was read when it has moved, and nothing when there are two of it', () => {
  const keyed = (key: string): UINode => ({ kind: 'button', key, label: 'Go', onPress: { handler: key } })
  const { view, show, sent } = viewOf(column(keyed('a')))
  view.text()
  show(column(keyed('b'), keyed('a')))
  expect(view.press(1)).toBe('done')
  expect(sent()).toMatchObject([{ handler: 'a' }])
  show(column(keyed('a')))
  view.text()
  show(column(keyed('a'), keyed('a')))
  expect(view.press(1)).toBe('unknown')
})

it('knows no number that is none', () => {
  const { view } = viewOf(button('Go', 'go'))
  view.text()
  expect([0, -1, 2, 1.5, Number.NaN].map((number) => view.press(number))).toEqual(Array(5).fill('unknown'))
})

it('asks before it sends a press that wants a confirmation', () => {
  const remove: UINode = {
    kind: 'button',
    label: 'Delete',
    onPress: { handler: 'remove', args: 1 },
    confirm: { title: 'Delete all?', text: 'For good.', confirmLabel: 'Delete all' },
  }
  const { view, press, sent, show } = viewOf(column(remove, button('Other', 'other')))
  press('Delete')
  expect(sent()).toEqual([])
  expect(view.text()).toBe('[-] Delete\n[-] Other\n\n? Delete all?\nFor good.\n[1] Delete all\n[2] Cancel')
  expect(view.actions().map(({ node }) => node)).toEqual([null, null])
  press('Cancel')
  expect(view.text()).toBe('[1] Delete\n[2] Other')
  press('Delete')
  // What was agreed to has to be what is sent.
  show(column({ ...remove, onPress: { handler: 'remove', args: 'everything' } }))
  expect(view.text()).toBe('[1] Delete')
  show(column(remove))
  press('Delete all')
  expect(sent()).toEqual([{ handler: 'remove', event: { type: 'press', args: 1 } }])
})

it('lets an open dialog take all presses, the last one in reading order first', () => {
  const dialog = (key: string, children: readonly UINode[] = []): UINode => ({
    kind: 'dialog',
    key,
    title: key,
    open: true,
    onClose: { handler: key },
    children,
  })
  const { view, sent } = viewOf(
    column(dialog('outer', [button('Behind', 'behind'), dialog('inner')]), button('After', 'after')),
  )
  expect(view.actions().map(({ label }) => label)).toEqual(['Close'])
  view.press(1)
  expect(sent()).toEqual([{ handler: 'inner', event: { type: 'close' } }])
})

it('draws no dialog that is closed', () => {
  const { view } = viewOf(
    column(button('Go', 'go'), { kind: 'dialog', title: 'T', open: false, onClose: { handler: 'c' }, children: [] }),
  )
  expect(view.text()).toBe('[1] Go')
})

it('takes no press and no word while the widget is paused or has stopped', () => {
  const tree = column(button('Go', 'go'), { kind: 'input', name: 'city', label: 'City' })
  for (const parts of [{ enabled: false }, { status: 'error' }, { status: 'quarantined' }] as const) {
    const { view, show, sent } = viewOf(tree)
    view.text()
    show(tree, parts)
    expect(view.press(1)).toBe('unknown')
    expect(view.type('city', 'Oslo')).toBe('unknown')
    expect([view.actions(), view.fields(), sent()]).toEqual([[], [], []])
    expect(view.text()).toContain('[-] Go')
  }
})

it('says what is wrong in its own words, and cleans those of the error', () => {
  const { view, show } = viewOf(column())
  show(column(), {
    status: 'error',
    error: { code: 'PLUGIN_THREW', message: 'at\u001B[2J', source: { line: 3, column: 7 } },
  })
  expect(view.text()).toBe('✗ This plugin has stopped\nat [2J (line 3, column 7)')
})

it('folds a panel for the person, until the plugin says something new', () => {
  const panel = (open?: boolean): UINode => ({
    kind: 'panel',
    title: 'More',
    collapsible: true,
    ...(open === undefined ? {} : { open }),
    children: [{ kind: 'text', text: 'inside' }],
  })
  const { view, press, show, sent } = viewOf(panel())
  expect(view.text()).toContain('inside')
  press('More')
  expect(view.text()).not.toContain('inside')
  show(panel())
  expect(view.text()).not.toContain('inside')
  show(panel(true))
  expect(view.text()).toContain('inside')
  expect(sent()).toEqual([])
})

it('shows the tab that was chosen, and tells the plugin with a revision', () => {
  const tabs: UINode = {
    kind: 'tabs',
    name: 'view',
    label: 'View',
    onChange: { handler: 'change' },
    tabs: [
      { id: 'a', label: 'First', children: [{ kind: 'text', text: 'one' }] },
      { id: 'b', label: 'Second', children: [{ kind: 'text', text: 'two' }] },
    ],
  }
  const { view, press, sent } = viewOf(tabs)
  expect(view.text()).toContain('one')
  press('Second')
  expect(view.text()).toContain('[• Second]')
  expect(view.text()).not.toContain('one')
  expect(sent()).toEqual([
    { handler: 'change', event: { type: 'change', name: 'view', value: 'b', rev: expect.any(Number) } },
  ])
})

it('sorts the rows that it has where the plugin does not, and asks where it does', () => {
  const table = (onSort?: { handler: string }): UINode => ({
    kind: 'table',
    caption: 'Stock',
    columns: [{ id: 'n', header: 'N', sortable: true }],
    ...(onSort === undefined ? {} : { onSort }),
    rows: [10, null, 9].map((n, index) => ({ key: `${index}`, cells: { n } })),
  })
  const host = viewOf(table())
  host.press('Sort by N')
  expect(host.view.text()).toMatch(/9 *\n10/)
  host.press('Sort by N')
  expect(host.view.text()).toMatch(/10 *\n9/)
  const plugin = viewOf(table({ handler: 'sort' }))
  plugin.press('Sort by N')
  expect(plugin.view.text()).toMatch(/10 *\n *\n?9/)
  expect(plugin.sent()).toEqual([{ handler: 'sort', event: { type: 'sort', column: 'n', dir: 'asc' } }])
})

it('selects rows, one or many', () => {
  const table = (select: 'one' | 'many'): UINode => ({
    kind: 'table',
    caption: 'Stock',
    select,
    onSelect: { handler: 'select' },
    columns: [{ id: 'n', header: 'N' }],
    rows: ['a', 'b'].map((key) => ({ key, cells: { n: key } })),
  })
  for (const [select, keys] of [
    // As of radio buttons: one that is chosen is left by choosing another.
    ['one', [['a'], ['b'], ['b']]],
    ['many', [['a'], ['a', 'b'], ['a']]],
  ] as const) {
    const { press, sent } = viewOf(table(select))
    for (const label of ['Select a', 'Select b', select === 'one' ? 'Select b' : 'Unselect b']) press(label)
    expect(sent().map(({ event }) => event)).toEqual(keys.map((all) => ({ type: 'select', keys: all })))
  }
})

it('asks for the rows before and after those that it has', () => {
  const { press, sent } = viewOf({
    kind: 'table',
    caption: 'Stock',
    columns: [{ id: 'n', header: 'N' }],
    rows: [
      { key: 'a', cells: {} },
      { key: 'b', cells: {} },
    ],
    total: 5,
    offset: 2,
    onRange: { handler: 'range' },
  })
  press('Earlier rows')
  press('Later rows')
  expect(sent().map(({ event }) => event)).toEqual([
    { type: 'range', start: 0, end: 2 },
    { type: 'range', start: 4, end: 5 },
  ])
})
