import type { CellValue, TableColumn, TableRow } from '@plugboard/contracts'
import { memo, type ComponentType, type ReactElement, type ReactNode } from 'react'

import type { NodeProps } from '../nodeProps.ts'
import { pressEvent } from '../pressEvent.ts'
import { uniqueKeys } from '../uniqueKeys.ts'

export function TableView({ node, emit, renderNode }: NodeProps<'table'>): ReactElement {
  const keys = uniqueKeys(node.rows)
  return (
    <div className="pui-table-scroll" role="region" aria-label={node.a11y?.label ?? node.caption} tabIndex={0}>
      <table className="pui-table" aria-description={node.a11y?.description}>
        <caption className="pui-visually-hidden">{node.caption}</caption>
        <thead>
          <tr>
            {node.columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align} data-width={column.width}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.rows.map((row, index) => (
            <Row key={keys[index]} row={row} columns={node.columns} emit={emit} renderNode={renderNode} />
          ))}
          {node.rows.length === 0 ? (
            <tr>
              <td className="pui-empty" colSpan={node.columns.length}>
                {node.empty ?? 'No rows.'}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Pick<NodeProps<'table'>, 'emit' | 'renderNode'> & {
  readonly row: TableRow
  readonly columns: readonly TableColumn[]
}

/** Drawn again only when the row is another object. */
const Row: ComponentType<RowProps> = memo(function Row({
  row,
  columns,
  emit,
  renderNode,
}: RowProps): ReactElement {
  const { onPress } = row
  return (
    <tr>
      {columns.map((column, index) => {
        const content = cellContent(Object.hasOwn(row.cells, column.id) ? row.cells[column.id] : null, renderNode)
        // The first cell carries the press: a row itself cannot be reached with the keyboard.
        const pressable =
          onPress !== undefined && index === 0 ? (
            <button
              type="button"
              className="pui-button pui-row-press"
              data-variant="quiet"
              onClick={() => {
                emit(onPress.handler, pressEvent(onPress, row.key))
              }}
            >
              {content}
            </button>
          ) : (
            content
          )
        return column.rowHeader === true ? (
          <th key={column.id} scope="row" data-align={column.align}>
            {pressable}
          </th>
        ) : (
          <td key={column.id} data-align={column.align}>
            {pressable}
          </td>
        )
      })}
    </tr>
  )
})

function cellContent(cell: CellValue | undefined, renderNode: NodeProps<'table'>['renderNode']): ReactNode {
  switch (typeof cell) {
    case 'string':
      return cell
    case 'number':
      return String(cell)
    case 'boolean':
      return cell ? 'Yes' : 'No'
    default:
      return cell === null || cell === undefined ? '' : renderNode(cell.node, 0)
  }
}
