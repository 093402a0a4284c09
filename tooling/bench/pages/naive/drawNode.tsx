import type { CellValue, TableNode, UIEvent, UIEventRef, UINode } from '@plugboard/contracts'
import type { ReactElement } from 'react'

/** Sends what was pressed. */
export type EmitPress = (handler: string, event: UIEvent) => void

interface DrawNodeProps {
  readonly node: UINode
  readonly emit: EmitPress
}

/** Draws a tree as a first draft would: the elements of the real renderer, and every node again for every tree. */
export function DrawNode({ node, emit }: DrawNodeProps): ReactElement | null {
  switch (node.kind) {
    case 'column':
    case 'row':
    case 'panel':
      return (
        <div className={`pui-${node.kind}`}>
          {'title' in node && node.title !== undefined ? <p className="pui-panel-title">{node.title}</p> : null}
          {node.children.map((child, index) => (
            <DrawNode key={child.key ?? index} node={child} emit={emit} />
          ))}
        </div>
      )
    case 'text':
      return <p className="pui-text">{node.text}</p>
    case 'badge':
      return <span className="pui-badge">{node.text}</span>
    case 'stat':
      return (
        <div className="pui-stat">
          <dl>
            <dt>{node.label}</dt>
            <dd>
              <span className="pui-stat-value">{node.value}</span>
            </dd>
          </dl>
        </div>
      )
    case 'button':
      return (
        <button type="button" className="pui-button" onClick={() => press(emit, node.onPress)}>
          {node.label}
        </button>
      )
    case 'table':
      return <DrawTable node={node} emit={emit} />
    default:
      throw new Error(`the naive renderer has no ${node.kind}`)
  }
}

function DrawTable({ node, emit }: { readonly node: TableNode; readonly emit: EmitPress }): ReactElement {
  return (
    <table className="pui-table">
      <caption>{node.caption}</caption>
      <thead>
        <tr>
          {node.columns.map(({ id, header }) => (
            <th key={id} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {node.rows.length === 0 ? (
          <tr>
            <td colSpan={node.columns.length}>{node.empty}</td>
          </tr>
        ) : null}
        {node.rows.map(({ key, cells, onPress }) => (
          <tr key={key} data-pressable>
            {node.columns.map(({ id, align, rowHeader }) =>
              rowHeader === true ? (
                <th key={id} scope="row">
                  <button type="button" className="pui-row-press" data-press="" onClick={() => press(emit, onPress)}>
                    {drawCell(cells[id], emit)}
                  </button>
                </th>
              ) : (
                <td key={id} data-align={align}>
                  {drawCell(cells[id], emit)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function drawCell(cell: CellValue | undefined, emit: EmitPress): ReactElement | string | null {
  if (cell === undefined || cell === null) return null
  return typeof cell === 'object' ? <DrawNode node={cell.node} emit={emit} /> : String(cell)
}

function press(emit: EmitPress, ref: UIEventRef | undefined): void {
  if (ref === undefined) return
  emit(ref.handler, { type: 'press', ...(ref.args === undefined ? {} : { args: ref.args }) })
}
