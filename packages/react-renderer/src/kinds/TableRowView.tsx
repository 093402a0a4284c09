import type { CellValue, TableColumn, TableRow } from '@plugboard/contracts'
import { memo, type NamedExoticComponent, type ReactNode } from 'react'

import type { NodeProps } from '../nodeProps.ts'
import { wordsOf } from '../wordsOf.ts'

export type TableRowViewProps = Pick<NodeProps<'table'>, 'emit' | 'renderNode'> & {
  readonly row: TableRow
  readonly columns: readonly TableColumn[]
}

/** Draws again only when the row, or the columns, are other objects. */
export const TableRowView: NamedExoticComponent<TableRowViewProps> = memo(function TableRowView({
  row,
  columns,
  emit,
  renderNode,
}: TableRowViewProps) {
  const { onPress } = row
  // A row cannot be reached with the keyboard, so its header (or its first cell) has the button, stretched over the row.
  const pressColumn = columns.find((column) => column.rowHeader === true) ?? columns[0]
  return (
    <tr data-pressable={onPress !== undefined}>
      {columns.map((column) => {
        const cell = Object.hasOwn(row.cells, column.id) ? (row.cells[column.id] ?? null) : null
        const Cell = column.rowHeader === true ? 'th' : 'td'
        return (
          <Cell key={column.id} scope={Cell === 'th' ? 'row' : undefined} data-align={column.align}>
            {onPress === undefined || column !== pressColumn
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

function cellText(cell: CellValue): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return wordsOf([cell.node])
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  return String(cell)
}
