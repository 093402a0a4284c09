import type { TableNode, TableSort } from '@plugboard/contracts'
import { useMemo } from 'react'

import type { EmitNodeEvent } from '../nodeProps.ts'
import { sortRows } from './sortRows.ts'
import { useChosen } from './useChosen.ts'

export interface RowSort {
  /** How the table is sorted; null: as the rows come. */
  readonly sort: TableSort | null
  /** Positions of the rows as they are shown; null: as they come. */
  readonly order: readonly number[] | null
  /** Whether the headers of sortable columns are buttons. */
  readonly canSort: boolean
  /** The header of a column was pressed. */
  readonly press: (column: string) => void
}

/**
 * How a table is sorted: by the person, until the plugin says otherwise. The plugin sorts where it listens, else the host
 * sorts the rows that it has; where they are only some of all rows, nobody does.
 */
export function useRowSort(node: TableNode, isPart: boolean, emit: EmitNodeEvent): RowSort {
  const { columns, onSort, rows } = node
  const [chosen, choose] = useChosen<TableSort | null>(node.sort, isSameSort)
  const isOurs = onSort === undefined && !isPart
  const canSort = isOurs || onSort !== undefined
  const sort = canSort && chosen != null && columns.some(({ id }) => id === chosen.column) ? chosen : null
  const [column, dir] = isOurs ? [sort?.column, sort?.dir] : []
  const order = useMemo(
    () => (column === undefined || dir === undefined ? null : sortRows(rows, column, dir)),
    [rows, column, dir],
  )
  return {
    sort,
    order,
    canSort,
    press(id) {
      const next = nextSort(sort, id, isOurs)
      choose(next)
      if (next !== null) emit(onSort, { type: 'sort', column: next.column, dir: next.dir })
    },
  }
}

/** Up, down, and back to the given order where that is known. */
function nextSort(sort: TableSort | null, column: string, hasGivenOrder: boolean): TableSort | null {
  if (sort?.column !== column) return { column, dir: 'asc' }
  if (sort.dir === 'asc') return { column, dir: 'desc' }
  return hasGivenOrder ? null : { column, dir: 'asc' }
}

function isSameSort(one: TableSort | null, other: TableSort | null): boolean {
  return one?.column === other?.column && one?.dir === other?.dir
}
