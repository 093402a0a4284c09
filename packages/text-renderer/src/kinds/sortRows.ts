import type { CellValue, TableRow, TableSort } from '@plugboard/contracts'

/** The rows in the order of a column: numbers by size, words as people sort them, nothing last, nodes where they are. */
export function sortRows(rows: readonly TableRow[], sort: TableSort | undefined): readonly TableRow[] {
  if (sort === undefined) return rows
  const sign = sort.dir === 'asc' ? 1 : -1
  const valueOf = ({ cells }: TableRow): CellValue =>
    (Object.hasOwn(cells, sort.column) ? cells[sort.column] : null) ?? null
  return rows.toSorted((left, right) => compareCells(valueOf(left), valueOf(right), sign))
}

function compareCells(left: CellValue, right: CellValue, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  if (typeof left === 'object' || typeof right === 'object') return 0
  if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
  return sign * WORDS.compare(String(left), String(right))
}

const WORDS = new Intl.Collator('en', { numeric: true })
