import { memo, type ReactElement, type ReactNode } from 'react'

import type { Row, TableAction, TableState } from '../../plugins/table/rows.ts'
import { CAPTION, COLUMNS, describeToolbar, EMPTY, MARK, type TableSizes } from '../../plugins/table/view.ts'

interface TableViewProps {
  readonly state: TableState
  readonly sizes: TableSizes
  readonly dispatch: (action: TableAction) => void
}

/** The table as a React application would write it: the elements that the plugin's table is drawn with. */
export function TableView({ state, sizes, dispatch }: TableViewProps): ReactElement {
  return (
    <>
      <Toolbar sizes={sizes} dispatch={dispatch} />
      <TableFrame>
        {state.rows.map((row) => (
          <RowView key={row.id} row={row} isSelected={row.id === state.selected} dispatch={dispatch} />
        ))}
      </TableFrame>
    </>
  )
}

/** The buttons above the table. */
export function Toolbar({ sizes, dispatch }: Omit<TableViewProps, 'state'>): ReactElement {
  return (
    <div>
      {describeToolbar(sizes).map(({ label, ...action }) => (
        <button key={label} type="button" onClick={() => dispatch(action)}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** The table around its rows. */
export function TableFrame({ children }: { readonly children: readonly ReactNode[] }): ReactElement {
  return (
    <table className="pui-table">
      <caption>{CAPTION}</caption>
      <thead>
        <tr>
          {COLUMNS.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {children.length === 0 ? (
          <tr>
            <td colSpan={COLUMNS.length}>{EMPTY}</td>
          </tr>
        ) : (
          children
        )}
      </tbody>
    </table>
  )
}

interface RowViewProps {
  readonly row: Row
  readonly isSelected: boolean
  readonly dispatch: (action: TableAction) => void
}

/** One row; drawn again only when something in it changed. */
const RowView = memo(function RowView({ row: { id, label }, isSelected, dispatch }: RowViewProps) {
  return (
    <RowCells
      mark={isSelected ? MARK : ''}
      id={id}
      label={label}
      onSelect={() => dispatch({ type: 'select', id })}
      onRemove={() => dispatch({ type: 'remove', id })}
    />
  )
})

interface RowCellsProps {
  readonly mark: string
  readonly id: number
  readonly label: string
  readonly onSelect: () => void
  readonly onRemove: () => void
}

/** The cells of a row. */
export function RowCells({ mark, id, label, onSelect, onRemove }: RowCellsProps): ReactElement {
  return (
    <tr data-pressable>
      <td>{mark}</td>
      <td data-align="end">{id}</td>
      <th scope="row">
        <button type="button" className="pui-row-press" data-press="" onClick={onSelect}>
          {label}
        </button>
      </th>
      <td>
        <button type="button" className="pui-button" onClick={onRemove}>
          Remove
        </button>
      </td>
    </tr>
  )
}
