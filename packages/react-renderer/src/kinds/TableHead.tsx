import type { TableColumn } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import type { TableSelection } from '../rows/useRowSelection.ts'
import type { RowSort } from '../rows/useRowSort.ts'

export interface TableHeadProps {
  readonly columns: readonly TableColumn[]
  readonly sorting: RowSort
  readonly selection: TableSelection | null
  /** Whether there are rows that are not here. */
  readonly isPart: boolean
  readonly isVirtual: boolean
}

export function TableHead({ columns, isPart, isVirtual, selection, sorting }: TableHeadProps): ReactElement {
  const { canSort, press, sort } = sorting
  return (
    <thead>
      <tr aria-rowindex={isVirtual ? 1 : undefined}>
        {selection === null ? null : (
          <th scope="col" className="pui-select">
            {selection.row.mode === 'many' ? (
              <AllRows selection={selection} isPart={isPart} />
            ) : (
              <span className="pui-hidden">Select</span>
            )}
          </th>
        )}
        {columns.map(({ align, header, id, sortable, width }) => {
          const dir = sort?.column === id ? sort.dir : undefined
          return (
            <th
              key={id}
              scope="col"
              data-align={align}
              data-width={width}
              aria-sort={dir === undefined ? undefined : dir === 'asc' ? 'ascending' : 'descending'}
            >
              {sortable === true && canSort ? (
                <button type="button" className="pui-sort" onClick={() => press(id)}>
                  {header}
                  <SortMark dir={dir} />
                </button>
              ) : (
                header
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** Selects all rows, or none of them. */
function AllRows({
  isPart,
  selection,
}: Pick<TableHeadProps, 'isPart'> & { readonly selection: TableSelection }): ReactElement {
  const { here, selectedHere, toggleAll } = selection
  const isMixed = selectedHere > 0 && selectedHere < here
  return (
    <label className="pui-select-target">
      <input
        ref={(box) => {
          if (box !== null) box.indeterminate = isMixed
        }}
        type="checkbox"
        // No part of a form that the host may have around the widget.
        form=""
        aria-label={isPart ? `Select the ${here} rows loaded so far` : 'Select all rows'}
        checked={here > 0 && selectedHere === here}
        disabled={here === 0}
        onChange={toggleAll}
      />
    </label>
  )
}

/** Which way a column is sorted, or that it can be. */
function SortMark({ dir }: { readonly dir: 'asc' | 'desc' | undefined }): ReactElement {
  return (
    <svg className="pui-mark" data-dir={dir} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {dir === 'desc' ? null : <path d="M3 5l3-3 3 3" {...STROKE} />}
      {dir === 'asc' ? null : <path d="M3 7l3 3 3-3" {...STROKE} />}
    </svg>
  )
}

const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round' } as const
