import { parseUITree } from '@plugboard/contracts/schemas'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { KeptRows } from './KeptRows.ts'

const text = (words: string, key: string): object => ({ kind: 'text', text: words, key })
const column = (...children: unknown[]): Record<string, unknown> => ({ kind: 'column', children })
/** A list of rows as a guest says it: its site, and runs of the rows that are there or new ones. */
const rows = (site: number, ...parts: unknown[]): object => ({ $: [site, parts] })

/** Sends one answer; the tree that was made of it, or null when it was refused. */
function send(kept: KeptRows, answer: unknown, length = 10_000): unknown {
  const tree: unknown = structuredClone(answer)
  const expanded = kept.expand({ tree, blocks: undefined, length })
  if (expanded === null) return null
  const parsed = parseUITree(expanded.tree, { known: kept.known, kept: expanded.kept })
  kept.accept(kept.turn + 1, expanded)
  return parsed.tree
}

function parseIssues(kept: KeptRows, answer: object): readonly unknown[] {
  const expanded = kept.expand({ tree: structuredClone(answer), blocks: undefined, length: 10_000 })
  if (expanded === null) return []
  const { issues } = parseUITree(expanded.tree, { known: kept.known, kept: expanded.kept })
  kept.accept(kept.turn + 1, expanded)
  return issues
}

describe('rows that a guest names', () => {
  it('are the objects that were parsed when they were sent', () => {
    const kept = new KeptRows([])
    const first = send(kept, column(rows(1, text('a', 'a'), text('b', 'b')))) as { children: object[] }
    const second = send(kept, column(rows(1, [1, 1], text('c', 'c'), [0, 1]))) as { children: object[] }
    expect(second).toEqual(column(text('b', 'b'), text('c', 'c'), text('a', 'a')))
    expect(second.children[0]).toBe(first.children[1])
    expect(second.children[2]).toBe(first.children[0])
  })

  it('are the objects that came to stand in the tree instead, so that they are not compared again each time', () => {
    const kept = new KeptRows([])
    const expanded = kept.expand({
      tree: column(rows(1, text('a', 'a'), text('b', 'b'))),
      blocks: undefined,
      length: 999,
    })
    const parsed = parseUITree(expanded?.tree, {
      known: kept.known,
      ...(expanded === null ? {} : { kept: expanded.kept }),
    })
    const [first] = (parsed.tree as { children: readonly object[] }).children
    const other = { ...first }
    kept.accept(1, expanded, new Map(first === undefined ? [] : [[first, other]]))
    const next = send(kept, column(rows(1, [0, 1], text('c', 'c')))) as { children: object[] }
    expect(next.children[0]).toBe(other)
  })

  it('stand in lists and tables as what they were sent as', () => {
    const kept = new KeptRows([])
    const list = (items: unknown): object => ({ kind: 'list', label: 'L', items })
    const table = (given: unknown): object => ({
      kind: 'table',
      caption: 'T',
      columns: [{ id: 'a', header: 'A' }],
      rows: given,
    })
    const item = { key: 'k', content: [{ kind: 'divider' }] }
    const row = { key: 'k', cells: { a: { node: { kind: 'divider' } } } }
    expect(send(kept, column(list(rows(1, item)), table(rows(2, row))))).toEqual(column(list([item]), table([row])))
    const named = column(table(rows(2, [0, 1], { key: 'n', cells: {} })), list(rows(1, [0, 1])))
    expect(send(kept, named)).toEqual(column(table([row, { key: 'n', cells: {} }]), list([item])))
    // A row of a table is no node, and no item of a list.
    for (const wrong of [column(rows(2, [0, 1])), column(list(rows(2, [0, 1]))), column(table(rows(1, [0, 1])))]) {
      const again = new KeptRows([])
      send(again, column(list(rows(1, item)), table(rows(2, row))))
      expect(JSON.stringify(send(again, wrong))).toContain('invalid-node')
    }
  })

  it('are there only while they are in the last accepted tree', () => {
    const kept = new KeptRows([])
    send(kept, column(rows(1, text('a', 'a'), text('b', 'b'))))
    send(kept, column(rows(1, [0, 1])))
    expect(send(kept, column(rows(1, [1, 1])))).toBeNull()
    expect(send(kept, column(rows(1, [0, 1])))).not.toBeNull()
    kept.accept(0, null)
    expect(kept.turn).toBe(0)
    expect(send(kept, column(rows(1, [0, 1])))).toBeNull()
  })

  it('bring the lists in them along, however deep, and lose them with themselves', () => {
    const kept = new KeptRows([])
    const inner = rows(3, text('x', 'x'))
    const middle = { ...column(inner), key: 'm' }
    send(kept, column(rows(1, { ...column(rows(2, middle)), key: 'o' }, text('b', 'b'))))
    send(kept, column(rows(1, [0, 2])))
    send(kept, column(rows(1, [0, 1])))
    const rebuilt = { ...column(rows(2, { ...column(rows(3, [0, 1])), key: 'm' })), key: 'o' }
    expect(send(kept, column(rows(1, rebuilt)))).toEqual(
      column({ ...column({ ...column(text('x', 'x')), key: 'm' }), key: 'o' }),
    )
    send(kept, column(rows(1, text('b', 'b'))))
    expect(send(kept, column(rows(3, [0, 1])))).toBeNull()
  })

  it('are the same list when all of it is named, and nothing is looked into again', () => {
    const kept = new KeptRows([])
    const answer = (...parts: unknown[]): object => column({ kind: 'row', children: rows(1, ...parts) }, text('t', 't'))
    const listOf = (tree: unknown): unknown => (tree as { children: { children: unknown }[] }).children[0]?.children
    const first = listOf(send(kept, answer(text('a', 'a'), text('b', 'b'))))
    expect(listOf(send(kept, answer([0, 2])))).toBe(first)
    expect(listOf(send(kept, answer([0, 2])))).toBe(first)
    expect(listOf(send(kept, answer([0, 1], [1, 1])))).toEqual(first)
    expect(listOf(send(kept, answer([1, 1])))).toEqual([text('b', 'b')])
    expect(listOf(send(kept, answer([0, 1])))).toEqual([text('b', 'b')])
  })

  it('count as a whole as they do one by one: nodes, depth and fields', () => {
    const kept = new KeptRows([])
    const answer = (...parts: unknown[]): object => column({ kind: 'row', children: rows(1, ...parts) })
    const field = { kind: 'input', name: 'n', label: 'N', key: 'f' }
    send(kept, answer({ ...column(field), key: 'c' }))
    const parse = (tree: object, limits: { treeNodes?: number; treeDepth?: number }): unknown => {
      const expanded = kept.expand({ tree, blocks: undefined, length: 1_000 })
      return parseUITree(tree, { limits, known: kept.known, kept: expanded?.kept ?? new Map() })
    }
    expect(parse(answer([0, 1]), { treeNodes: 4, treeDepth: 4 })).toMatchObject({ issues: [] })
    expect(() => parse(answer([0, 1]), { treeNodes: 3 })).toThrow('more than the 3')
    expect(() => parse(answer([0, 1]), { treeDepth: 3 })).toThrow('deeper than 3')
    const twice = column({ kind: 'row', children: rows(1, [0, 1]) }, { ...field, key: 'other' })
    expect(parse(twice, {})).toMatchObject({ issues: [{ code: 'duplicate-name' }] })
    expect(kept.expand({ tree: answer([0, 1]), blocks: undefined, length: 10 })).toBeNull()
  })

  it('are parsed one by one again when something is wrong in their list, and in every other kind of list', () => {
    const kept = new KeptRows([])
    const twice = column({ kind: 'row', children: rows(1, text('a', 'a'), text('b', 'a')) })
    expect(parseIssues(kept, twice)).toMatchObject([{ code: 'duplicate-key' }])
    expect(parseIssues(kept, column({ kind: 'row', children: rows(1, [0, 2]) }))).toMatchObject([
      { code: 'duplicate-key', path: 'root.children[0].children[1].key' },
    ])
    expect(send(kept, column({ kind: 'row', children: rows(1, [0, 1]) }))).not.toBeNull()
    const table = { kind: 'table', caption: 'T', columns: [{ id: 'a', header: 'A' }], rows: rows(1, [0, 1]) }
    expect(JSON.stringify(send(kept, column(table)))).toContain('invalid-node')
  })

  it('are judged anew in every tree when something was wrong with them', () => {
    const kept = new KeptRows([])
    const bad = { kind: 'marquee', key: 'bad' }
    expect(JSON.stringify(send(kept, column(rows(1, bad, text('a', 'a')))))).toContain('root.children[0]')
    expect(JSON.stringify(send(kept, column(rows(1, [1, 1], [0, 1]))))).toContain('root.children[1]')
  })

  it('count: nodes, depth and fields', () => {
    const kept = new KeptRows([])
    const field = { kind: 'input', name: 'n', label: 'N', key: 'f' }
    send(kept, column(rows(1, { ...column(field), key: 'c' })))
    const parse = (answer: object, limits: { treeNodes?: number; treeDepth?: number }): unknown => {
      const expanded = kept.expand({ tree: answer, blocks: undefined, length: 1_000 })
      return parseUITree(answer, { limits, known: kept.known, kept: expanded?.kept ?? new Map() })
    }
    const named = (): object => column({ kind: 'row', children: [rows(1, [0, 1])] })
    expect(parse(named(), { treeNodes: 4, treeDepth: 4 })).toMatchObject({ issues: [] })
    expect(() => parse(named(), { treeNodes: 3 })).toThrow('more than the 3')
    expect(() => parse(named(), { treeDepth: 3 })).toThrow('deeper than 3')
    expect(parse(column(rows(1, [0, 1]), rows(1, [0, 1])), {})).toMatchObject({
      issues: [{ code: 'duplicate-name' }, { code: 'duplicate-key' }],
    })
  })
})

describe('what names no rows is refused', () => {
  const site = rows(1, text('a', 'a'), null)
  it.each<[string, unknown]>([
    ['a site that is not there', rows(9, [0, 1])],
    ['a row that is not there', rows(1, [2, 1])],
    ['a run past the end', rows(1, [0, 3])],
    ['a run from before the first', rows(1, [-1, 2])],
    ['a run without an end', rows(1, [0, 1e300])],
    ['half a row', rows(1, [0.5, 1])],
    ['a run of three', rows(1, [0, 1, 1])],
    ['an empty run', rows(1, [])],
    ['a name that reaches the prototype', rows(1, ['__proto__', 1])],
    ['a site that is text', { $: ['1', []] }],
    ['a site without parts', { $: [1] }],
    ['parts that are no list', { $: [1, {}] }],
    ['something else', { $: true }],
    ['nothing', { $: null }],
  ])('%s', (_what, wrong) => {
    for (const place of [column(wrong), column({ kind: 'list', label: 'L', items: wrong })]) {
      const kept = new KeptRows([])
      send(kept, column(site))
      expect(send(kept, place)).toBeNull()
      expect(send(kept, column(rows(1, [0, 2])))).toEqual(column(text('a', 'a')))
    }
  })

  it('rows that are more text than allowed, however little it takes to name them', () => {
    const kept = new KeptRows([])
    send(kept, column(rows(1, text('x'.repeat(100), 'a'), null)))
    const many = (part: readonly number[]): object => column(rows(1, ...Array.from({ length: 100 }, () => part)))
    expect(send(kept, many([0, 1]), 10_000)).toBeNull()
    expect(send(kept, many([0, 1]), 20_000)).not.toBeNull()
    expect(send(kept, many([1, 1]), 50)).toBeNull()
  })

  it('data of a plugin that looks like rows is left alone', () => {
    const button = { kind: 'button', label: 'x', onPress: { handler: 'go', args: { $: [1, [[0, 1]]] } } }
    expect(send(new KeptRows([]), column(button))).toEqual(column(button))
  })

  test.prop([fc.json({ maxDepth: 6 }), fc.json({ maxDepth: 6 })])('whatever a guest says instead', (first, second) => {
    const kept = new KeptRows([])
    send(kept, column(site))
    for (const said of [first, second]) {
      const value: unknown = JSON.parse(said)
      for (const answer of [value, column(value), column({ $: value }), column({ $: [1, 2, value] })]) {
        try {
          send(kept, answer)
        } catch (error) {
          expect(error).toMatchObject({ code: 'INVALID_TREE' })
        }
      }
    }
  })
})
