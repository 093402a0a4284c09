import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'

import type { CellValue, TableRow } from '../ui/kinds/table.ts'
import { sortRows } from './sortRows.ts'

const rowsOf = (cells: readonly CellValue[]): readonly TableRow[] =>
  cells.map((cell, index) => ({ key: `k${index}`, cells: { c: cell } }))

/** Cells as they stand after sorting. */
const sorted = (cells: readonly CellValue[], dir: 'asc' | 'desc'): readonly CellValue[] =>
  sortRows(rowsOf(cells), 'c', dir).map((index) => cells[index] ?? null)

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 4 }),
  fc.constantFrom('NaN', 'Infinity', '1e3', '10', '9', 'constructor', ' '),
  fc.string({ maxLength: 3 }).map((text): CellValue => ({ node: { kind: 'badge', text } })),
)

describe('sorting rows', () => {
  test('goes by numbers, by letters and the numbers in them, and has no before yes', () => {
    expect(sorted([10, 9, -1, 100], 'asc')).toEqual([-1, 9, 10, 100])
    expect(sorted(['b10', 'B9', 'a', 'Ä'], 'asc')).toEqual(['a', 'Ä', 'B9', 'b10'])
    expect(sorted([true, false], 'asc')).toEqual([false, true])
    expect(sorted(['NaN', 3, 'Infinity', 1], 'asc')).toEqual([1, 3, 'Infinity', 'NaN'])
  })

  test('puts what is blank last in both directions', () => {
    expect(sorted([null, 2, ' ', 1], 'asc')).toEqual([1, 2, null, ' '])
    expect(sorted([null, 2, ' ', 1], 'desc')).toEqual([2, 1, null, ' '])
  })

  test('goes by the words of nodes', () => {
    const node = (text: string): CellValue => ({ node: { kind: 'row', children: [{ kind: 'text', text }] } })
    expect(sorted([node('b'), 'c', node('a')], 'asc')).toEqual([node('a'), node('b'), 'c'])
  })

  test('reads no cell that a row does not have', () => {
    expect(sortRows(rowsOf([2, 1]), 'constructor', 'asc')).toEqual([0, 1])
  })

  test.prop([fc.array(cell, { maxLength: 40 }), fc.constantFrom('asc', 'desc')])(
    'keeps every row once, and does not touch them',
    (cells, dir) => {
      const rows = Object.freeze(rowsOf(cells).map((row) => Object.freeze(row)))
      const order = sortRows(rows, 'c', dir)
      expect([...order].toSorted((one, other) => one - other)).toEqual(rows.map((_, index) => index))
    },
  )

  test.prop([fc.array(cell, { maxLength: 40 })])('leaves rows that are alike as they came, up and down', (cells) => {
    const up = sortRows(rowsOf(cells), 'c', 'asc')
    const down = sortRows(rowsOf(cells), 'c', 'desc')
    const twice = sortRows(rowsOf([...cells, ...cells]), 'c', 'asc')
    for (const index of cells.keys()) {
      expect(twice.indexOf(index)).toBeLessThan(twice.indexOf(index + cells.length))
    }
    // Sorting what is sorted changes nothing.
    const again = sortRows(rowsOf(up.map((index) => cells[index] ?? null)), 'c', 'asc')
    expect(again).toEqual(again.map((_, index) => index))
    expect(down).toHaveLength(up.length)
  })

  test.prop([fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 40 })])(
    'is down what it is up, the other way round',
    (numbers) => {
      const up = sorted(numbers, 'asc').map(Number)
      expect(sorted(numbers, 'desc').map((value) => Number(value) + 0)).toEqual(
        up.toReversed().map((value) => value + 0),
      )
      for (const [index, value] of up.entries()) if (index > 0) expect(up[index - 1]).toBeLessThanOrEqual(value)
    },
  )
})
