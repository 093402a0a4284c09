import type { TableNode } from '../ui/kinds/table.ts'

/** Which of all rows of a table are here. */
export interface RowPlaces {
  /** Of all rows. */
  readonly count: number
  /** The place of the first row that is here, from 0. */
  readonly first: number
  /** Whether there are rows that are not here. Only where the plugin can be asked for them. */
  readonly isPart: boolean
}

/** Which of all rows of a table are here. */
export function rowPlacesOf({ offset = 0, onRange, rows, total }: TableNode): RowPlaces {
  if (total === undefined || onRange === undefined) return { count: rows.length, first: 0, isPart: false }
  const count = Math.max(total, offset + rows.length)
  return { count, first: offset, isPart: count > rows.length }
}
