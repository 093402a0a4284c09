import { expect, test } from 'vitest'

import type { TableNode } from '../ui/kinds/table.ts'
import { rowPlacesOf } from './rowPlaces.ts'
import { keptKeys } from './rowSelection.ts'
import { nextSort, sorterOf } from './tableSort.ts'

const table = (parts: Partial<TableNode> = {}): TableNode => ({
  kind: 'table',
  caption: 'T',
  columns: [{ id: 'a', header: 'A' }],
  rows: ['1', '2'].map((key) => ({ key, cells: {} })),
  ...parts,
})
const part = { total: 9, offset: 3, onRange: { handler: 'look' } }

test('a table holds a part of its rows only where the plugin can be asked for the others', () => {
  expect(rowPlacesOf(table(part))).toEqual({ count: 9, first: 3, isPart: true })
  expect(rowPlacesOf(table({ total: 9 }))).toEqual({ count: 2, first: 0, isPart: false })
  expect(rowPlacesOf(table({ ...part, total: 2, offset: 0 })).isPart).toBe(false)
})

test('the plugin sorts where it listens, else the host, and nobody a part of the rows', () => {
  expect(sorterOf(table())).toBe('host')
  expect(sorterOf(table(part))).toBeNull()
  expect(sorterOf(table({ ...part, onSort: { handler: 'sort' } }))).toBe('plugin')
})

test('a header sorts up, down, and back to the given order where the host has it', () => {
  const up = { column: 'a', dir: 'asc' } as const
  const down = { column: 'a', dir: 'desc' } as const
  expect(nextSort(null, 'a', 'host')).toEqual(up)
  expect(nextSort({ column: 'b', dir: 'asc' }, 'a', 'host')).toEqual(up)
  expect(nextSort(up, 'a', 'host')).toEqual(down)
  expect(nextSort(down, 'a', 'host')).toBeNull()
  expect(nextSort(down, 'a', 'plugin')).toEqual(up)
})

test('a key leaves the selection with its row, unless there are rows that are not here', () => {
  expect(keptKeys(table({ select: 'many' }), ['2', 'gone', '2'])).toEqual(['2'])
  expect(keptKeys(table({ select: 'many', ...part }), ['2', 'elsewhere'])).toEqual(['2', 'elsewhere'])
  expect(keptKeys(table({ select: 'one' }), ['1', '2'])).toEqual(['1'])
})

test('a selection that stays is the same list', () => {
  const keys = ['1', '2']
  expect(keptKeys(table({ select: 'many' }), keys)).toBe(keys)
})
