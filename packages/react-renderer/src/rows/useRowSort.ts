import type { TableNode, TableSort } from '@plugboard/contracts'
import { isSameSort, nextSort, sorterOf, sortRows } from '@plugboard/contracts/rendering'
import { useMemo } from 'react'

import type { EmitNodeEvent } from '../nodeProps.ts'
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
export function useRowSort(node: TableNode, emit: EmitNodeEvent): RowSort {
  const { columns, onSort, rows } = node
  const [chosen, choose] = useChosen<TableSort | null>(node.sort, isSameSort)
  const sorter = sorterOf(node)
  const sort = sorter !== null && chosen != null && columns.some(({ id }) => id === chosen.column) ? chosen : null
  const [column, dir] = sorter === 'host' ? [sort?.column, sort?.dir] : []
  const order = useMemo(
    () => (column === undefined || dir === undefined ? null : sortRows(rows, column, dir)),
    [rows, column, dir],
  )
  return {
    sort,
    order,
    canSort: sorter !== null,
    press(id) {
      if (sorter === null) return
      const next = nextSort(sort, id, sorter)
      choose(next)
      if (next !== null) emit(onSort, { type: 'sort', column: next.column, dir: next.dir })
    },
  }
}
