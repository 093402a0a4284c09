import type { CellValue, TableColumn, TableRow } from '@plugboard/contracts'
import { cellOf, cellText, nameColumnOf, rowName } from '@plugboard/contracts/rendering'
import { memo, type NamedExoticComponent, type ReactNode } from 'react'

import type { NodeProps } from '../nodeProps.ts'
import type { RowSelection } from '../rows/useRowSelection.ts'
import { RowSelector } from './RowSelector.tsx'

export type TableRowViewProps = Pick<NodeProps<'table'>, 'emit' | 'renderNode'> & {
  readonly row: TableRow
  readonly columns: readonly TableColumn[]
  /** Where it stands, only where not all rows are drawn. */
  readonly place: number | undefined
  readonly selection: RowSelection | undefined
  readonly isSelected: boolean | undefined
}

/** Draws again only when the row or the columns are other objects, it is selected, or a virtual one is in another place. */
export const TableRowView: NamedExoticComponent<TableRowViewProps> = memo(function TableRowView({
  row,
  columns,
  emit,
  renderNode,
  place,
  selection,
  isSelected,
}: TableRowViewProps) {
  const { onPress } = row
  // A row cannot be reached with the keyboard, so its header (or its first cell) has the button, stretched over the row.
  const nameColumn = nameColumnOf(columns)
  return (
    <tr
      data-pressable={onPress !== undefined}
      // Most tables have neither, and each attribute of a row counts.
      {...(isSelected === undefined ? undefined : { 'data-selected': isSelected })}
      {...(place === undefined ? undefined : { 'data-place': place, 'aria-rowindex': place + 2 })}
    >
      {selection === undefined ? null : (
        <RowSelector
          selection={selection}
          isSelected={isSelected === true}
          rowKey={row.key}
          name={rowName(row, nameColumn)}
        />
      )}
      {columns.map((column) => {
        const cell = cellOf(row, column.id)
        const Cell = column.rowHeader === true ? 'th' : 'td'
        return (
          <Cell key={column.id} scope={Cell === 'th' ? 'row' : undefined} data-align={column.align}>
            {onPress === undefined || column !== nameColumn
              ? cellContent(cell, renderNode)
              : pressable({
                  cell,
                  rowKey: row.key,
                  onPress: () => emit(onPress, { type: 'press', key: row.key }),
                  shown: isNodeCell(cell) ? renderNode(cell.node) : null,
                })}
          </Cell>
        )
      })}
    </tr>
  )
})

interface PressableCell {
  readonly cell: CellValue
  readonly rowKey: string
  readonly onPress: () => void
  /** What a cell shows that is no mere text; it may hold buttons of its own, so it stands beside the button. */
  readonly shown: ReactNode
}

// No component of its own: a long table is drawn row by row, and each component of a row counts.
function pressable({ cell, rowKey, onPress, shown }: PressableCell): ReactNode {
  const text = cellText(cell)
  const isText = !isNodeCell(cell) && text !== ''
  const button = (
    <button
      type="button"
      className="pui-row-press"
      data-press=""
      tabIndex={-1}
      aria-label={isText ? undefined : text || rowKey}
      onClick={onPress}
    >
      {isText ? text : null}
    </button>
  )
  if (shown === null) return button
  return (
    <>
      {button}
      {shown}
    </>
  )
}

function isNodeCell(cell: CellValue): cell is Extract<CellValue, object> {
  return typeof cell === 'object' && cell !== null
}

function cellContent(cell: CellValue, renderNode: NodeProps<'table'>['renderNode']): ReactNode {
  return isNodeCell(cell) ? renderNode(cell.node) : cellText(cell)
}
