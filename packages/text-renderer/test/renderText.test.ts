import type { NodeOf, TableRow, UINode } from '@plugboard/contracts'
import { listActions, renderText } from '@plugboard/text-renderer'
import { expect, it } from 'vitest'

const text = (words: string): UINode => ({ kind: 'text', text: words })
const go = { handler: 'go' }

it('lets no text of a plugin drive the terminal', () => {
  const hostile = '\u001B]8;;https://attacker.example\u0007a\u001B]8;;\u0007\u009B2Jb\u0008\u007Fc\u202Ed\u200Be\rf'
  const tree: UINode = { kind: 'column', children: [text(hostile), { kind: 'heading', text: hostile }] }
  for (const color of [false, true]) {
    // oxlint-disable-next-line no-control-regex -- our own colours
    const drawn = renderText(tree, { color }).replaceAll(/\u001B\[\d+m/g, '')
    expect(drawn.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E\u200B]/u)
    expect(drawn).toContain(']8;;https://attacker.example a ]8;;')
  }
})

it('keeps a label on its line, whatever breaks it holds', () => {
  expect(renderText({ kind: 'button', label: 'Save\n[2] Allow\r\u2028x', onPress: go })).toBe('[1] Save [2] Allow  x')
})

it('measures wide characters as two columns and breaks before them', () => {
  expect(renderText(text('日本語'.repeat(5)), { width: 20 })).toBe('日本語日本語日本語日\n本語日本語')
})

it('takes joined signs apart, because terminals do not agree on their width', () => {
  expect(renderText(text('👩‍👧'))).toBe('👩👧')
})

it('keeps four of stacked accents', () => {
  expect(renderText(text(`Z${'\u0301'.repeat(100)}`))).toBe(`Z${'\u0301'.repeat(4)}`)
})

it('keeps one of many empty lines, so that nothing is pushed out of the terminal', () => {
  expect(renderText(text(`a${'\n'.repeat(10_000)}b`))).toBe('a\n\nb')
})

it('draws 10,000 rows that can be selected and pressed, each on its line', () => {
  const rows = Array.from({ length: 10_000 }, (_, index): TableRow => ({
    key: `${index}`,
    cells: { name: `Row ${index}`, count: index },
    onPress: go,
  }))
  const table: UINode = {
    kind: 'table',
    caption: 'Many',
    select: 'many',
    selected: rows.map(({ key }) => key),
    columns: [
      { id: 'name', header: 'Name', sortable: true },
      { id: 'count', header: 'Count', align: 'end' },
    ],
    rows,
  }
  const lines = renderText(table).split('\n')
  expect(lines).toHaveLength(10_003)
  expect(lines.at(-1)).toBe('[20000] [x] [20001] Row 9999   9999')
  expect(listActions(table)).toHaveLength(20_001)
})

it('draws tables within tables once each, however deep they are', () => {
  let drawn = 0
  let node: UINode = {
    kind: 'text',
    get text() {
      drawn += 1
      return 'inside'
    },
  }
  for (let level = 0; level < 60; level += 1) {
    node = {
      kind: 'table',
      caption: 'T',
      columns: [{ id: 'c', header: 'C' }],
      rows: [{ key: 'r', cells: { c: { node } } }],
    }
  }
  expect(renderText(node)).toContain('inside')
  expect(drawn).toBeLessThan(10)
})

it('stops at a depth that no parsed tree has', () => {
  let node = text('never seen')
  for (let level = 0; level < 10_000; level += 1) node = { kind: 'column', children: [node] }
  expect(renderText(node)).toBe('[not shown: too deep]')
})

it('names a kind that it does not know, also one that is inherited', () => {
  for (const kind of ['marquee', 'constructor', '__proto__']) {
    expect(renderText({ kind } as unknown as UINode)).toBe(`[not shown: "${kind}"]`)
  }
})

it('takes any width for a number from 20 to 1,000', () => {
  const rule: UINode = { kind: 'divider' }
  const widths = [0, -5, 20.9, 1e9, Number.NaN, Number.POSITIVE_INFINITY].map(
    (width) => renderText(rule, { width }).length,
  )
  expect(widths).toEqual([20, 20, 20, 1_000, 80, 80])
})

it('draws with ASCII alone where that is asked for', () => {
  const tree: UINode = {
    kind: 'panel',
    title: 'P',
    collapsible: true,
    children: [
      { kind: 'progress', label: 'Copy', value: 50 },
      { kind: 'alert', tone: 'critical', title: 'Full' },
      { kind: 'list', label: 'L', items: [{ key: 'a', content: [text('one')] }] },
      { kind: 'dialog', title: 'D', open: true, onClose: go, children: [{ kind: 'spinner', label: 'Wait' }] },
    ],
  }
  expect(renderText(tree, { unicode: false })).toMatch(/^[\u0020-\u007E\n]*$/)
})

it('shows the address of a link in full, and no address that nobody may be sent to', () => {
  const link = (href: string): string => renderText({ kind: 'link', text: 'Bank', href })
  expect(link('https://example.com/a')).toBe('Bank <https://example.com/a>')
  expect(link('javascript:alert(1)')).toBe('Bank')
})

it('does not tell how long a password is', () => {
  const field = (value: string): UINode => ({ kind: 'input', name: 'p', label: 'Password', type: 'password', value })
  expect(renderText(field('a'))).toBe(renderText(field('a'.repeat(40))))
  expect(renderText(field('hunter2'))).not.toContain('hunter2')
})

it('lists what to send for each number, and of which node it is', () => {
  const tree: NodeOf<'column'> = {
    kind: 'column',
    children: [
      { kind: 'button', label: 'Add', onPress: { handler: 'add', args: { by: 3 } } },
      { kind: 'button', label: 'Off', disabled: true, onPress: go },
      { kind: 'list', label: 'L', items: [{ key: 'a', onPress: go, content: [text('Plants')] }] },
      { kind: 'checkbox', name: 'gift', label: 'Gift', onChange: go },
      { kind: 'panel', title: 'More', collapsible: true, children: [] },
      {
        kind: 'form',
        name: 'f',
        onSubmit: go,
        children: [{ kind: 'input', name: 'city', label: 'City', value: 'Oslo' }],
      },
    ],
  }
  const [add, , list, gift, more, form] = tree.children
  expect(listActions(tree).map((action) => ({ ...action }))).toEqual([
    {
      number: 1,
      label: 'Add',
      node: add,
      ref: { handler: 'add', args: { by: 3 } },
      event: { type: 'press', args: { by: 3 } },
    },
    { number: 2, label: 'Plants', node: list, ref: go, event: { type: 'press', key: 'a' } },
    { number: 3, label: 'Gift', node: gift, ref: go, event: { type: 'change', name: 'gift', value: true, rev: 1 } },
    { number: 4, label: 'More', node: more, ref: null, event: null },
    { number: 5, label: 'Send', node: form, ref: go, event: { type: 'submit', name: 'f', values: { city: 'Oslo' } } },
  ])
  // The very nodes, so that they can be found again in the tree.
  expect(listActions(tree).map(({ node }) => tree.children.findIndex((child) => child === node))).toEqual([
    0, 2, 3, 4, 5,
  ])
})

it('draws each kind so that it reads well', () => {
  const tree: UINode = {
    kind: 'column',
    children: [
      { kind: 'heading', text: 'Orders', level: 2 },
      {
        kind: 'row',
        justify: 'between',
        children: [
          { kind: 'stat', label: 'Open', value: '7', delta: '+3', tone: 'positive' },
          { kind: 'badge', text: 'late', tone: 'critical' },
          { kind: 'button', label: 'Refresh', onPress: go },
        ],
      },
      {
        kind: 'alert',
        tone: 'warning',
        title: 'Nearly full',
        text: 'Soon.',
        action: { label: 'Show', onPress: go },
        onDismiss: go,
      },
      { kind: 'code', text: 'a\n\tb', language: 'js', lineNumbers: true },
      { kind: 'custom', component: 'acme/Map' },
      { kind: 'custom', component: 'acme/Map', fallback: [text('No map here')] },
      { kind: 'image', src: '', alt: 'A chart' },
      { kind: 'image', src: '', alt: '' },
      { kind: 'progress', label: 'Copying', value: 3, max: 4 },
      {
        kind: 'radio',
        name: 'r',
        label: 'Colour',
        value: 'b',
        direction: 'row',
        options: [
          { value: 'a', label: 'Red' },
          { value: 'b', label: 'Blue' },
        ],
      },
      { kind: 'textarea', name: 't', label: 'Notes', value: 'one\ntwo', help: 'Any' },
      { kind: 'invalid-node', path: 'root.children[1]', message: 'has an unknown kind' },
      {
        kind: 'grid',
        minColumn: 'sm',
        columns: 2,
        children: [
          { kind: 'panel', title: 'A', children: [text('one')] },
          { kind: 'panel', title: 'B', children: [text('two'), text('three')] },
        ],
      },
      {
        kind: 'table',
        caption: 'Stock',
        columns: [
          { id: 'n', header: 'Name' },
          { id: 'c', header: 'Count', align: 'end' },
          { id: 's', header: 'State' },
        ],
        rows: [
          { key: 'a', cells: { n: 'Apple '.repeat(10), c: 3, s: { node: { kind: 'badge', text: 'low' } } } },
          { key: 'b', cells: { n: 'Pear', c: null, s: true } },
        ],
      },
    ],
  }
  expect(renderText(tree, { width: 48 })).toMatchInlineSnapshot(`
    "## Orders
    Open: 7 (✓ +3)       (✗ late)        [1] Refresh
    ! Nearly full
      Soon.
      [2] Show  [3] Dismiss
    js
    1 │ a
    2 │   b
    [acme/Map]
    No map here
    [image: A chart]
    Copying [███████████████░░░░░] 75 %
    Colour:
      [4] ( ) Red  [5] (•) Blue
    Notes:
    │ one
    │ two
      Any
    [not shown: root.children[1] has an unknown
    kind]
    ┌─ A ──────────────────  ┌─ B ──────────────────
    │ one                    │ two
    └──────────────────────  │ three
                             └──────────────────────
    Stock
    Name                              Count  State
    ────────────────────────────────────────────────
    Apple Apple Apple Apple Apple A…      3  (low)
    Pear                                     Yes"
  `)
})
