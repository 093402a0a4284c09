import { nameColumnOf, rowName, rowPlacesOf } from '@plugboard/contracts/rendering'
import { type CSSProperties, type ReactElement, useMemo, useRef } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { MANY } from '../rows/many.ts'
import { slotKey } from '../rows/slotKey.ts'
import { useRange } from '../rows/useRange.ts'
import { useRowSelection } from '../rows/useRowSelection.ts'
import { useRows } from '../rows/useRows.ts'
import { useRowSort } from '../rows/useRowSort.ts'
import { distinct } from '../siblingKeys.ts'
import { useOverflow } from '../useOverflow.ts'
import { TableHead } from './TableHead.tsx'
import { TableRowView } from './TableRowView.tsx'
import { TableSpace } from './TableSpace.tsx'

export function Table({ node, emit, renderNode }: NodeProps<'table'>): ReactElement {
  const { columns, rows } = node
  const a11y = useA11y(node.a11y)
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const overflows = useOverflow(scroller)
  const { count, first, isPart } = rowPlacesOf(node)
  const sorting = useRowSort(node, emit)
  const keys = useMemo(() => distinct(rows.map((row) => row.key)), [rows])
  const sorted = sorting.order
  const shown = useMemo(() => (sorted === null ? rows : sorted.flatMap((index) => rows[index] ?? [])), [rows, sorted])
  const shownKeys = useMemo(
    () => (sorted === null ? keys : sorted.flatMap((index) => keys[index] ?? [])),
    [keys, sorted],
  )
  const selection = useRowSelection({ node, emit, shown, isPart })
  const { listeners, order, virtual } = useRows({
    keys: shownKeys,
    count,
    first,
    isVirtual: isPart || (node.virtual ?? rows.length > MANY),
    scroller,
    body,
    isPressable: (index) => shown[index]?.onPress !== undefined,
    wordsOf: (index) => (shown[index] === undefined ? '' : rowName(shown[index], nameColumnOf(columns))),
  })
  const isMissing = useRange({
    emit,
    onRange: isPart ? node.onRange : undefined,
    window: virtual?.window ?? NO_WINDOW,
    held: { start: first, end: first + rows.length },
    count,
  })
  const width = columns.length + (selection === null ? 0 : 1)

  const drawRow = (position: number): ReactElement | null => {
    const index = order === null ? position : (order[position] ?? -1)
    const row = shown[index]
    if (row === undefined) return null
    return (
      <TableRowView
        key={shownKeys[index]}
        row={row}
        columns={columns}
        emit={emit}
        renderNode={renderNode}
        place={virtual === null ? undefined : first + position}
        selection={selection?.row}
        isSelected={selection?.keys.has(row.key)}
      />
    )
  }
  const isPressable = rows.some((row) => row.onPress !== undefined)
  return (
    <div
      ref={scroller}
      className="pui-table-scroll"
      data-virtual={virtual !== null}
      onScroll={virtual?.onScroll}
      // Whoever has no mouse scrolls it with the arrow keys, where no row takes them; a table that fits is no stop on the
      // way.
      {...(overflows ? { tabIndex: isPressable ? -1 : 0, role: 'group', 'aria-label': node.caption } : {})}
    >
      <table
        className="pui-table"
        // A virtual table is at least so wide that each column has some room.
        style={virtual === null ? undefined : toColumns(width)}
        aria-rowcount={virtual === null ? undefined : count + 1}
        aria-busy={isMissing || undefined}
        {...a11y}
      >
        <caption className="pui-caption">{node.caption}</caption>
        <TableHead
          columns={columns}
          sorting={sorting}
          selection={selection}
          isPart={isPart}
          isVirtual={virtual !== null}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons inside */}
        <tbody ref={body} data-rows="" {...listeners}>
          {count === 0 ? (
            <tr>
              <td className="pui-empty" colSpan={width}>
                {node.empty ?? 'Nothing here yet.'}
              </td>
            </tr>
          ) : virtual === null ? (
            shown.map((_, position) => drawRow(position))
          ) : (
            virtual.slots.map((slot) => {
              if (slot.kind === 'space') return <TableSpace key={slotKey(slot.id)} {...slot} width={width} />
              const height = virtual.estimate
              const skeleton = <TableSpace key={slotKey(slot.place)} place={slot.place} height={height} width={width} />
              return drawRow(slot.place - first) ?? skeleton
            })
          )}
        </tbody>
      </table>
    </div>
  )
}

/** A custom property, of which React's types know nothing. */
function toColumns(count: number): CSSProperties {
  return { '--_columns': count } as CSSProperties
}

const NO_WINDOW = { start: 0, end: 0 }
