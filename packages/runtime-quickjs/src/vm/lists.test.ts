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
const stateOf = (rows: readonly Item[], marked: readonly (number | string)[] = []): JsonValue =>
  // Items of text and numbers.
  ({ rows, marked }) as unknown as JsonValue

/** Draws the labels of its rows with a star where one is marked, and says in the log which it built. */
const starred = (options: string, key = "'id'"): string =>
  pluginWith({
    before: `const build = (row, at, isMarked) => { console.log(row.id); return ui.text(row.label + (isMarked ? '*' : '')) };`,
    render: `return ui.column(ui.each(view.pluginState.rows, build, { key: ${key}, ${options} }))`,
  })

const BY_ITEM = 'memo: true, marked: view.pluginState.marked'

async function startList(code: string): Promise<{
  readonly draw: (rows: readonly Item[], marked?: readonly (number | string)[]) => readonly string[]
  readonly builtBy: (rows: readonly Item[], marked?: readonly (number | string)[]) => readonly unknown[]
}> {
  const { render, logs } = await startVm(code, { limits: { logLinesPerSecond: 10_000 } })
  const draw = (rows: readonly Item[], marked: readonly (number | string)[] = []): readonly string[] => {
    logs.length = 0
    const { tree } = render(stateOf(rows, marked))
    return tree.kind === 'column' ? tree.children.map((child) => (child.kind === 'text' ? child.text : child.kind)) : []
  }
  return {
    draw,
    builtBy(rows, marked) {
      draw(rows, marked)
      return logs.map(({ args }) => args[0])
    },
  }
}

describe('a list whose rows depend on their items alone', () => {
  test('draws the items that are new or other ones, wherever the rest has gone', async () => {
    const { builtBy } = await startList(starred(BY_ITEM))
    const rows = list(6)
    expect(builtBy(rows)).toEqual([0, 1, 2, 3, 4, 5])
    expect(builtBy(rows)).toEqual([])
    expect(builtBy(rows.with(2, { id: 2, label: 'other' }))).toEqual([2])
    expect(builtBy(rows)).toEqual([2])
    expect(builtBy(rows.toSpliced(3, 1))).toEqual([])
    expect(builtBy(rows.toSpliced(3, 1, { id: 9, label: 'new' }, { id: 8, label: 'new' }))).toEqual([9, 8])
    expect(builtBy(rows.toReversed())).toEqual([3])
    expect(builtBy([])).toEqual([])
    expect(builtBy(rows.slice(0, 2))).toEqual([0, 1])
  })

  test('draws the rows anew that enter the marks or leave them', async () => {
    const { builtBy, draw } = await startList(starred(BY_ITEM))
    const rows = list(30)
    draw(rows, [3])
    expect(builtBy(rows, [3])).toEqual([])
    expect(builtBy(rows, [7])).toEqual([3, 7])
    expect(builtBy(rows, ['7', 1, 1])).toEqual([1])
    expect(builtBy(rows.toSpliced(5, 1), [7, 4])).toEqual([1, 4])
    const all = rows.map(({ id }) => id)
    expect(builtBy(rows, all)).toEqual(all.filter((id) => id !== 7 && id !== 4))
    expect(draw(rows, [29, 99]).filter((text) => text.endsWith('*'))).toEqual(['row 29*'])
  })

  test('says as little of a list that stays as of an empty one, and asks nobody', async () => {
    const plugin = pluginWith({
      before: "const draw = (row, at, isMarked) => ui.text(row.label + (isMarked ? '*' : ''))",
      render: `return ui.column(ui.each(view.pluginState.rows, draw, { key: 'id', ${BY_ITEM} }))`,
    })
    const { render } = await startVm(plugin, {
      limits: { treeNodes: 9_000, fuel: { load: 50, render: 1_000, event: 50 } },
    })
    const rows = list(8_000)
    const first = render(stateOf(rows))
    expect(render(stateOf(rows)).tree).toBe(first.tree)
    const again = render(stateOf(rows))
    expect(again.usage.bytesOut).toBeLessThan(100)
    // A loop over the rows costs fuel.
    expect(first.usage.fuel).toBeGreaterThan(10)
    expect(again.usage.fuel).toBe(0)
    expect(render(stateOf(rows, [5])).usage.bytesOut).toBeLessThan(250)
  })

  test('gives the host the same list when all of it stays, whatever else has changed', async () => {
    const { render } = await startVm(
      pluginWith({
        before: 'const draw = (row) => ui.text(row.label)',
        render: `const { rows, marked } = view.pluginState
    return ui.column([ui.text(marked.length), ui.column(ui.each(rows, draw, { key: 'id', memo: true }))])`,
      }),
    )
    const rows = list(20)
    const childrenOf = (marked: readonly number[]): unknown => {
      const { tree } = render(stateOf(rows, marked))
      const inner = tree.kind === 'column' ? tree.children[1] : undefined
      return inner?.kind === 'column' ? inner.children : undefined
    }
    const first = childrenOf([])
    expect(first).toHaveLength(20)
    expect(childrenOf([1])).toBe(first)
    expect(childrenOf([1, 2])).toBe(first)
  })

  test('looks into a list of the plugin that it may have changed in place', async () => {
    const { render } = await startVm(
      pluginWith({
        before: 'const own = Array.from({ length: 20 }, (_, id) => ({ id })); const draw = (row) => ui.text(row.id)',
        render: `own[3] = { id: view.pluginState }
    return ui.column(ui.each(own, draw, { key: 'id', memo: true }))`,
      }),
    )
    for (const id of [100, 101, 101, 102]) expect(render(id).tree).toMatchObject({ children: { 3: { text: `${id}` } } })
  })

  test('is another list when its rows are known in another way', async () => {
    const { render } = await startVm(
      pluginWith({
        before: `const draw = (row) => ui.text(row.label)
const ways = { id: { key: 'id', memo: true }, label: { key: 'label', memo: true }, values: { key: 'id', memo: (row) => [row] } }`,
        render: 'return ui.column(ui.each(view.pluginState.rows, draw, ways[view.pluginState.marked[0]]))',
      }),
    )
    const rows = list(2)
    const keysIn = (way: string): unknown => {
      const { tree } = render(stateOf(rows, [way]))
      return tree.kind === 'column' ? tree.children.map(({ key }) => key) : tree
    }
    const ways = ['id', 'label', 'values', 'label', 'id', 'values', 'id']
    for (const way of ways) expect(keysIn(way)).toEqual(way === 'label' ? ['row 0', 'row 1'] : ['0', '1'])
  })

  test('that was made in an earlier render cannot be shown in a later one', async () => {
    const { render } = await startVm(
      pluginWith({
        before: 'let first; const draw = (row) => ui.text(row.label)',
        render: `const made = ui.each(view.pluginState.rows, draw, { key: 'id', memo: true })
    if (first === undefined) first = made
    return ui.column([view.pluginState.marked.length > 0 ? first : made])`,
      }),
    )
    render(stateOf(list(3)))
    render(stateOf(list(2)))
    expect(refusalOf(() => render(stateOf(list(1), [1])))).toMatchObject({ code: 'INVALID_TREE' })
    expect(render(stateOf(list(2))).tree).toMatchObject({ children: [{ text: 'row 0' }, { text: 'row 1' }] })
  })

  test.each([
    ["memo: 'yes'", 'memo is neither true nor a function'],
    ['memo: false', 'memo is neither true nor a function'],
    ['memo: true, marked: 7', 'marked is no list of keys'],
    ['marked: []', 'marked goes with memo: true'],
    ['memo: (row) => [row], marked: []', 'marked goes with memo: true'],
    ["memo: true, key: 'nothing'", 'item 0 has no key'],
  ])('says what is wrong with %s', async (options, message) => {
    const { render } = await startVm(starred(options))
    expect(refusalOf(() => render(stateOf(list(1)))).message).toContain(message)
  })

  const items = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(3)), { selector: ([id]) => id, maxLength: 10 })
  const marks = fc.array(fc.nat(9), { maxLength: 12 })

  propertyTest.prop([fc.array(fc.tuple(items, marks), { maxLength: 8 })], { numRuns: 60 })(
    'draws in every render what it draws without a memo',
    async (series) => {
      const [kept, plain] = await Promise.all(kits)
      for (const [rows, marked] of series) {
        const pluginState = { rows, marked } as unknown as JsonValue // pairs of numbers
        expect(kept?.render(pluginState).tree).toEqual(plain?.render(pluginState).tree)
      }
    },
  )

  // A row is left out where an item says so, and may have a list in it.
  const drawn = (options: string, isMarked: string, inner: string): string =>
    pluginWith({
      render: `const { rows, marked } = view.pluginState
    return ui.column([ui.each(rows, (item, _at, given) => { const mark = ${isMarked}; return item[1] === 2 ? null : ui.row(
      item[1] === 3 ? ui.each([...'xyz'], (letter) => ui.text(letter + mark), { key: (letter) => letter${inner} }) : ui.text(item[0] + ' ' + mark)) },
      { key: (item) => item[0]${options} })])`,
    })
  const kits = [
    startVm(drawn(', memo: true, marked', 'given', ', memo: (letter) => [letter, mark]')),
    startVm(drawn('', 'marked.includes(item[0])', '')),
  ]
})
