import type { CellValue, TableRow, TableSort } from '../ui/kinds/table.ts'
import { cellOf, cellText } from './cellText.ts'

/** Letters that count: rows with long texts are told apart by how they begin. */
const MOST_LETTERS = 100

const collator = new Intl.Collator(undefined, { numeric: true })

/** What stands in no order with the others goes by its type. */
const RANKS = { boolean: 0, number: 1, text: 2, blank: 3 } as const

interface SortKey {
  readonly rank: (typeof RANKS)[keyof typeof RANKS]
  readonly number: number
  readonly text: string
}

/**
 * The positions of rows in the order of their cells in one column, by its id: numbers by size, texts by letters and by the numbers in
 * them, no before yes, and what is blank last in both directions. Rows that are alike stay as they are. The rows are not
 * touched.
 */
export function sortRows(rows: readonly TableRow[], column: string, dir: TableSort['dir']): readonly number[] {
  const keys = rows.map((row) => keyOf(cellOf(row, column)))
  const sign = dir === 'asc' ? 1 : -1
  const compare = (one: SortKey, other: SortKey): number => {
    if (one.rank === RANKS.blank || other.rank === RANKS.blank) return one.rank - other.rank
    if (one.rank !== other.rank) return sign * (one.rank - other.rank)
    return sign * (one.rank === RANKS.text ? collator.compare(one.text, other.text) : one.number - other.number)
  }
  return keys
    .map((key, index) => ({ key, index }))
    .toSorted((one, other) => compare(one.key, other.key) || one.index - other.index)
    .map(({ index }) => index)
}

function keyOf(cell: CellValue): SortKey {
  if (typeof cell === 'number') return { rank: RANKS.number, number: cell, text: '' }
  if (typeof cell === 'boolean') return { rank: RANKS.boolean, number: Number(cell), text: '' }
  const text = cellText(cell).trim().slice(0, MOST_LETTERS)
  return { rank: text === '' ? RANKS.blank : RANKS.text, number: 0, text }
}
