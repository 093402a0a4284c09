import type { CellValue, TableRow, TableSort } from '@plugboard/contracts'
import { BUILT_IN_COMPONENTS, type NodeProps, type RenderNode } from '@plugboard/react-renderer'
import { type ReactElement, type ReactNode, useState } from 'react'

/** The shop's table, for the nodes of plugins. */
export function ShopTable(props: NodeProps<'table'>): ReactElement {
  const { emit, node, renderNode } = props
  const [chosen, setChosen] = useState<TableSort | undefined>(node.sort)
  const [asked, setAsked] = useState(node.sort)
  // The plugin has a new wish: it replaces what the person chose.
  if (asked !== node.sort) {
    setAsked(node.sort)
    setChosen(node.sort)
  }
  // Long tables and selections are the renderer's: what a component leaves to it, it gives on.
  if (isBeyond(node)) return <BUILT_IN_COMPONENTS.table {...props} />
  const sortBy = (column: string): void => {
    const dir = chosen?.column === column && chosen.dir === 'asc' ? 'desc' : 'asc'
    setChosen({ column, dir })
    if (node.onSort !== undefined) emit(node.onSort, { type: 'sort', column, dir })
  }
  const rows = node.onSort === undefined && chosen !== undefined ? sorted(node.rows, chosen) : node.rows
  const pressColumn = (node.columns.find(({ rowHeader }) => rowHeader === true) ?? node.columns[0])?.id
  return (
    <div className="shop-table-scroll">
      <table className="shop-table" aria-label={node.a11y?.label} aria-description={node.a11y?.description}>
        <caption>{node.caption}</caption>
        <thead>
          <tr>
            {node.columns.map(({ align, header, id, sortable }) => (
              <th key={id} scope="col" data-align={align} aria-sort={sortOf(chosen, id)}>
                {sortable === true ? (
                  <button type="button" className="shop-sort" onClick={() => sortBy(id)}>
                    {header}
                    <span aria-hidden="true">{chosen?.column !== id ? ' ↕' : chosen.dir === 'asc' ? ' ↑' : ' ↓'}</span>
                  </button>
                ) : (
                  header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={node.columns.length}>{node.empty ?? 'Nothing here.'}</td>
            </tr>
          ) : (
            rows.map((row) => (
              <tr key={row.key}>
                {node.columns.map(({ align, id, rowHeader }) => {
                  const Cell = rowHeader === true ? 'th' : 'td'
                  const shown = contentOf(cellOf(row, id), renderNode)
                  return (
                    <Cell key={id} scope={rowHeader === true ? 'row' : undefined} data-align={align}>
                      {row.onPress !== undefined && id === pressColumn ? (
                        <button
                          type="button"
                          className="shop-row"
                          onClick={() => emit(row.onPress, { type: 'press', key: row.key })}
                        >
                          {shown}
                        </button>
                      ) : (
                        shown
                      )}
                    </Cell>
                  )
                })}
              </tr>
            ))
          )}
        </tbody>
      </table>
    </div>
  )
}

const MOST_ROWS = 100

function isBeyond({ onRange, rows, select, virtual }: NodeProps<'table'>['node']): boolean {
  return virtual === true || rows.length > MOST_ROWS || onRange !== undefined || (select ?? 'none') !== 'none'
}

function sortOf(sort: TableSort | undefined, column: string): 'ascending' | 'descending' | undefined {
  if (sort?.column !== column) return undefined
  return sort.dir === 'asc' ? 'ascending' : 'descending'
}

const words = new Intl.Collator(undefined, { numeric: true })

function sorted(rows: readonly TableRow[], { column, dir }: TableSort): readonly TableRow[] {
  const sign = dir === 'asc' ? 1 : -1
  return rows.toSorted(
    (left, right) => sign * words.compare(textOf(cellOf(left, column)), textOf(cellOf(right, column))),
  )
}

// Own properties only: columns are named by a plugin.
function cellOf({ cells }: TableRow, column: string): CellValue {
  return Object.hasOwn(cells, column) ? (cells[column] ?? null) : null
}

function textOf(cell: CellValue): string {
  return typeof cell === 'object' ? '' : String(cell)
}

function contentOf(cell: CellValue, renderNode: RenderNode): ReactNode {
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  return typeof cell === 'object' && cell !== null ? renderNode(cell.node) : cell
}
