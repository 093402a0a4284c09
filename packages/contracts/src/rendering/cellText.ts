import type { CellValue, TableColumn, TableRow } from '../ui/kinds/table.ts'
import { wordsOf } from './wordsOf.ts'

/** The cell of a row in a column, by the column's id; null where it has none. */
export function cellOf(row: TableRow, column: string): CellValue {
  // Own properties only: an id is a word that a plugin chose.
  return Object.hasOwn(row.cells, column) ? (row.cells[column] ?? null) : null
}

/** What a cell shows, in words. */
export function cellText(cell: CellValue): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return wordsOf([cell.node])
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  return String(cell)
}

/** The column that names rows: the one of their headers, or the first one. */
export function nameColumnOf(columns: readonly TableColumn[]): TableColumn | undefined {
  return columns.find((column) => column.rowHeader === true) ?? columns[0]
}

/** What a row is called. */
export function rowName(row: TableRow, column: TableColumn | undefined): string {
  return (column === undefined ? '' : cellText(cellOf(row, column.id)).trim()) || row.key
}
