import { type ReactElement, useRef } from 'react'

import { useA11y } from '../a11yProps.ts'
import { moveBetweenPressables } from '../moveBetweenPressables.ts'
import type { NodeProps } from '../nodeProps.ts'
import { distinct } from '../siblingKeys.ts'
import { useHeldOrder } from '../useHeldOrder.ts'
import { useOverflow } from '../useOverflow.ts'
import { TableRowView } from './TableRowView.tsx'

export function Table({ node, emit, renderNode }: NodeProps<'table'>): ReactElement {
  const a11y = useA11y(node.a11y)
  const scroller = useRef<HTMLDivElement>(null)
  const overflows = useOverflow(scroller)
  const keys = distinct(node.rows.map((row) => row.key))
  const { order, listeners } = useHeldOrder(keys)
  return (
    <div
      ref={scroller}
      className="pui-table-scroll"
      // Whoever has no mouse scrolls it with the arrow keys; a table that fits is no stop on the way.
      {...(overflows ? { tabIndex: 0, role: 'group', 'aria-label': node.caption } : {})}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons inside */}
      <table className="pui-table" {...a11y} onKeyDown={moveBetweenPressables}>
        <caption className="pui-caption">{node.caption}</caption>
        <thead>
          <tr>
            {node.columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align} data-width={column.width}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...listeners}>
          {node.rows.length === 0 ? (
            <tr>
              <td className="pui-empty" colSpan={node.columns.length}>
                {node.empty ?? 'Nothing here yet.'}
              </td>
            </tr>
          ) : (
            order.map((index) => {
              const row = node.rows[index]
              return row === undefined ? null : (
                <TableRowView key={keys[index]} row={row} columns={node.columns} emit={emit} renderNode={renderNode} />
              )
            })
          )}
        </tbody>
      </table>
    </div>
  )
}
