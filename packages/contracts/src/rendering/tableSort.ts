import type { TableNode, TableSort } from '../ui/kinds/table.ts'
import { rowPlacesOf } from './rowPlaces.ts'

/**
 * Who sorts the rows of a table: the plugin where it listens, else the host, which has all of them. Null where they are
 * only some of all rows: then nobody can.
 */
export function sorterOf(table: TableNode): 'host' | 'plugin' | null {
  if (table.onSort !== undefined) return 'plugin'
  return rowPlacesOf(table).isPart ? null : 'host'
}

/** The sort after the header of a column was pressed: up, down, and back to the given order where that is known. */
export function nextSort(sort: TableSort | null, column: string, sorter: 'host' | 'plugin'): TableSort | null {
  if (sort?.column !== column) return { column, dir: 'asc' }
  if (sort.dir === 'asc') return { column, dir: 'desc' }
  return sorter === 'host' ? null : { column, dir: 'asc' }
}

/** Whether two ways to sort are one. */
export function isSameSort(one: TableSort | null, other: TableSort | null): boolean {
  return one?.column === other?.column && one?.dir === other?.dir
}
