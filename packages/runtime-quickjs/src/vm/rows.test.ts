import type { JsonValue } from '@plugboard/contracts'
import { pluginWith } from '@plugboard/contract-tests'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { refusalOf, startVm } from '../../test/vmKit.ts'

interface Item {
  readonly id: number
  readonly label: string
}

const list = (length: number): readonly Item[] => Array.from({ length }, (_, id) => ({ id, label: `row ${id}` }))
const state = (rows: readonly Item[], more: object = {}): JsonValue =>
  // Items of text and numbers.
  ({ rows, ...more }) as unknown as JsonValue

/** Draws the labels of its rows, and says in the log which it built. */
const built = (each: string, before = ''): string =>
  pluginWith({
    before: `${before}
const build = (row) => { console.log(row.id); return ui.text(row.label) };`,
    render: `const { rows } = view.pluginState
    return ui.column(${each})`,
  })

describe('a list with a memo', () => {
  test('builds the rows whose values changed, and no others', async () => {
    const { render, logs } = await startVm(built("ui.each(rows, build, { key: 'id', memo: (row) => [row.label] })"), {
      limits: { logLinesPerSecond: 1_000 },
    })
    const builtBy = (rows: readonly Item[]): readonly unknown[] => {
      logs.length = 0
      render(state(rows))
      return logs.map(({ args }) => args[0])
    }
    const rows = list(5)
    expect(builtBy(rows)).toEqual([0, 1, 2, 3, 4])
    expect(builtBy(rows)).toEqual([])
    expect(builtBy(rows.map((row) => ({ ...row })))).toEqual([])
    expect(builtBy(rows.with(2, { id: 2, label: 'other' }))).toEqual([2])
    expect(builtBy(rows.toReversed())).toEqual([2])
    expect(builtBy(rows.slice(1))).toEqual([])
    expect(builtBy(rows)).toEqual([0])
  })

  test('says little of what it keeps, and nothing new of what it keeps whole', async () => {
    const { render } = await startVm(built("ui.each(rows, build, { key: 'id', memo: (row) => [row] })"))
    const rows = list(50)
    const first = render(state(rows))
    const again = render(state(rows))
    expect(again.usage.bytesOut).toBeLessThan(100)
    expect(again.tree).toBe(first.tree)
    const changed = render(state(rows.with(7, { id: 7, label: 'other' })))
    expect(changed.usage.bytesOut).toBeLessThan(200)
    expect(changed.tree).toMatchObject({
      children: { 6: { text: 'row 6' }, 7: { text: 'other' }, 8: { text: 'row 8' } },
    })
  })

  test('without a memo draws every row every time', async () => {
    const { render, logs } = await startVm(built("ui.each(rows, build, { key: (row) => 'k' + row.id })"))
    for (let time = 0; time < 3; time += 1) {
      logs.length = 0
      expect(render(state(list(2))).tree).toMatchObject({ children: [{ key: 'k0' }, { key: 'k1' }] })
      expect(logs).toHaveLength(2)
    }
  })

  test('is another list when its row function is another one, wherever it is called', async () => {
    const { render } = await startVm(
      pluginWith({
        before: `const section = (rows, draw) => ui.each(rows, draw, { key: 'id', memo: (row) => [row] })
const loud = (row) => ui.text(row.label + '!')
const quiet = ((mark, row) => ui.text(row.label + mark)).bind(null, '.')
const calm = ((mark, row) => ui.text(row.label + mark)).bind(null, ',')`,
        render: `const { rows, show } = view.pluginState
    return ui.column(show.map((name) => section(rows, name === 'loud' ? loud : name === 'quiet' ? quiet : name === 'calm' ? calm : (row) => ui.text(row.label + '?'))))`,
      }),
    )
    const texts = (...show: readonly string[]): unknown => {
      const { tree } = render(state(list(2), { show }))
      return tree.kind === 'column' ? tree.children.map((child) => (child.kind === 'text' ? child.text : child)) : tree
    }
    expect(texts('loud', 'quiet')).toEqual(['row 0!', 'row 1!', 'row 0.', 'row 1.'])
    expect(texts('quiet')).toEqual(['row 0.', 'row 1.'])
    expect(texts('calm')).toEqual(['row 0,', 'row 1,'])
    expect(texts('ask', 'loud')).toEqual(['row 0?', 'row 1?', 'row 0!', 'row 1!'])
    expect(texts('loud', 'ask', 'calm')).toEqual(['row 0!', 'row 1!', 'row 0?', 'row 1?', 'row 0,', 'row 1,'])
  })

  test('in a row keeps its own rows, also while the row around it is kept', async () => {
    const { render } = await startVm(
      pluginWith({
        render: `return ui.column(ui.each(view.pluginState.rows, (row) => ui.panel(
      ui.each([...row.label], (letter, at) => ui.text(letter), { key: (letter, at) => at, memo: (letter) => [letter] }), { title: row.label }),
      { key: 'id', memo: (row) => [row] }))`,
      }),
    )
    const [a, b] = [
      { id: 1, label: 'abc' },
      { id: 2, label: 'abc' },
    ]
    const draw = (rows: readonly Item[]): unknown => render(state(rows)).tree
    draw([a, b])
    draw([a, b])
    draw([b, a])
    expect(draw([{ id: 2, label: 'abd' }, a])).toMatchObject({
      children: [
        { key: '2', title: 'abd', children: [{ text: 'a' }, { text: 'b' }, { text: 'd' }] },
        { key: '1', title: 'abc', children: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] },
      ],
    })
  })

  test('that is not drawn, or drawn only in part, is built anew', async () => {
    const { render, logs } = await startVm(
      built(
        "((all) => view.pluginState.show === 'part' ? all.slice(0, 1) : view.pluginState.show === 'none' ? [] : all)(ui.each(rows, build, { key: 'id', memo: (row) => [row] }))",
      ),
    )
    for (const [show, expected] of [
      ['all', 2],
      ['part', 2],
      ['all', 2],
      ['none', 0],
      ['all', 2],
      ['all', 0],
    ] as const) {
      logs.length = 0
      const { tree } = render(state(list(2), { show }))
      expect(tree.kind === 'column' && tree.children.length).toBe({ all: 2, part: 1, none: 0 }[show])
      expect(logs, show).toHaveLength(expected)
    }
  })

  test('outside a render is a list of nodes', async () => {
    const { press } = await startVm(
      pluginWith({
        handlers:
          "go(ctx) { ctx.dispatchPluginAction('made', ui.each([{ id: 1 }], (row) => ui.divider(), { key: 'id', memo: () => [] })) }",
      }),
    )
    expect(press('go').intents).toMatchObject([{ payload: [{ kind: 'divider', key: '1' }] }])
  })

  propertyTest.prop(
    [
      fc.array(fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(2)), { selector: ([id]) => id, maxLength: 6 }), {
        maxLength: 8,
      }),
    ],
    { numRuns: 40 },
  )('draws in every render what it draws without its memo', async (series) => {
    const kept = await kits[0]
    const plain = await kits[1]
    for (const items of series) {
      const pluginState = items as unknown as JsonValue // pairs of numbers
      expect(kept?.render(pluginState).tree).toEqual(plain?.render(pluginState).tree)
    }
  })

  const pairs = (memo: (values: string) => string): string =>
    pluginWith({
      render: `return ui.column([ui.each(view.pluginState, (item) => item[1] === 2 ? null : ui.row(
      ui.each([...'xyz'].slice(item[1]), (letter) => ui.text(letter + item[0]), { key: (letter) => letter${memo('(letter) => [letter, item[0]]')} })),
      { key: (item) => item[0]${memo('(item) => [item[0], item[1]]')} })])`,
    })
  const kits = [startVm(pairs((values) => `, memo: ${values}`)), startVm(pairs(() => ''))]
})

describe('a plugin that lies about its rows', () => {
  const forge = (value: string): string =>
    pluginWith({
      render: `const rows = ui.each([1, 2], (n) => ui.text(n), { key: (n) => n, memo: (n) => [n] })
    return ui.column([rows, ${value}])`,
    })

  test.each([
    '{ $: [1, [[7, 1]]] }',
    '{ $: [99, [[0, 1]]] }',
    "{ $: ['__proto__', [[0, 1]]] }",
    '{ $: [1, [[0, 1e9]]] }',
    '{ $: [1, Array.from({ length: 60000 }, () => [0, 2])] }',
    '{ get $() { return [1, [[-1, 1]]] } }',
  ])('is refused: %s', async (value) => {
    const { vm, render } = await startVm(forge(value))
    for (let time = 0; time < 3; time += 1) expect(refusalOf(() => render()).code).toBe('INVALID_TREE')
    expect(vm.fatal).toBeNull()
  })

  test('gets at most its own rows, as they were', async () => {
    const { render } = await startVm(
      pluginWith({
        render: `const rows = ui.each([1, 2], (n) => ui.text(n), { key: (n) => n, memo: (n) => [n] })
    return ui.column([view.pluginState ? { $: [1, [[0, 1], [1, 1]]] } : rows, rows])`,
      }),
    )
    render(false)
    expect(render(true).tree).toMatchObject({ children: [{ text: '1' }, { text: '2' }, { text: '1' }, { text: '2' }] })
  })

  test('loses nothing but its own rows by what it does to its built-ins', async () => {
    const { render } = await startVm(
      pluginWith({
        before: `const { defineProperty } = Object
for (const name of ['toJSON', 'isSent', 'turn', 'rows', 'sites', 'count', 'number', 'keys', 'memos', 'marks', 'names', 'whole', 'wire', 'list', 'head', 'tail', 'parts', 'run', 'scope'])
  defineProperty(Object.prototype, name, { set() {}, get() { return name === 'toJSON' ? undefined : 'FORGED' }, configurable: true })
WeakSet.prototype.has = WeakSet.prototype.add = () => { throw new Error('FORGED') }
Function.prototype.toString = () => 'FORGED'
Object.is = () => true
Array.prototype[Symbol.iterator] = function* () { yield 'FORGED' }`,
        render: `return ui.column(ui.each(view.pluginState.rows, (row) => ({ kind: 'text', text: row.label }), { key: 'id', memo: (row) => [row] }))`,
      }),
    )
    const rows = list(3)
    for (const shown of [rows, rows, rows.with(1, { id: 1, label: 'other' }), rows.toReversed()]) {
      expect(render(state(shown)).tree).toEqual({
        kind: 'column',
        children: shown.map(({ id, label }) => ({ kind: 'text', text: label, key: String(id) })),
      })
    }
  })
})
