import { describe, expect, test } from 'vitest'

import { CHILDREN_AT_ONCE, describeClosed, describeLeaf, type JsonView, listJsonRows } from './jsonRows.ts'

const CLOSED: JsonView = { expanded: new Map(), shown: new Map() }
const names = (value: unknown, view = CLOSED): readonly (string | null)[] =>
  listJsonRows(value, view).map(({ name }) => name)

describe('the lines of a JSON value', () => {
  test('are those of its first levels, with place and number of siblings', () => {
    const rows = listJsonRows({ a: 1, b: { c: [true, null] } }, CLOSED)
    expect(
      rows.map(({ isExpanded, level, name, position, siblings }) => [name, level, position, siblings, isExpanded]),
    ).toEqual([
      [null, 1, 1, 1, true],
      ['a', 2, 1, 2, false],
      ['b', 2, 2, 2, true],
      ['c', 3, 1, 1, true],
      ['0', 4, 1, 2, false],
      ['1', 4, 2, 2, false],
    ])
  })

  test('open and close by their ids', () => {
    expect(names({ a: { b: 1 } }, { ...CLOSED, expanded: new Map([['$', false]]) })).toEqual([null])
    const deep = { a: { b: { c: { d: 1 } } } }
    expect(names(deep)).toEqual([null, 'a', 'b', 'c'])
    expect(names(deep, { ...CLOSED, expanded: new Map([['$/0/0/0', true]]) })).toEqual([null, 'a', 'b', 'c', 'd'])
  })

  test('of something large are its first part, and one that stands for the rest', () => {
    const rows = listJsonRows(
      Array.from({ length: 100_000 }, (_, index) => ({ index })),
      CLOSED,
    )
    expect(rows.length).toBeLessThan(3 * CHILDREN_AT_ONCE)
    expect(rows.at(-1)).toMatchObject({ hidden: 100_000 - CHILDREN_AT_ONCE, parentId: '$' })
    const more = listJsonRows(
      Array.from({ length: 1_000 }, () => 0),
      { ...CLOSED, shown: new Map([['$', 250]]) },
    )
    expect(more).toHaveLength(1 + 250 + 1)
  })

  test('of something deep stop at what is closed', () => {
    let value: unknown = 0
    for (let depth = 0; depth < 100_000; depth += 1) value = { value }
    expect(listJsonRows(value, CLOSED).length).toBeLessThan(10)
  })

  test('are of any value, and keys of Object.prototype are names like others', () => {
    expect(listJsonRows(undefined, CLOSED)).toHaveLength(1)
    expect(names(JSON.parse('{"__proto__":1,"constructor":{"a":1}}'))).toEqual([null, '__proto__', 'constructor', 'a'])
  })
})

test('what is in a line is cut and on one line', () => {
  expect(describeLeaf(`a\n\u202E${'x'.repeat(10_000)}`).length).toBeLessThan(220)
  expect(describeLeaf(`a\n\u202Eb`)).toBe('"a b"')
  expect([describeLeaf(null), describeLeaf(undefined), describeLeaf(1.5), describeLeaf(false)]).toEqual([
    'null',
    'null',
    '1.5',
    'false',
  ])
  expect([
    describeClosed([]),
    describeClosed([1]),
    describeClosed({}),
    describeClosed({ a: 1, b: 2, c: 3, d: 4 }),
  ]).toEqual(['[]', '[…]', '{}', '{ a, b, c, … }'])
})
