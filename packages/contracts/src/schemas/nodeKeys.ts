import type { UIEventRef } from '../ui/uiEvent.ts'
import type { UINode } from '../ui/uiNode.ts'

/** A path below a node, written only when there is something to say of it. */
type Path = () => string

/** Props of the nodes themselves that name a handler. */
const HANDLER_PROPS = [
  'onChange',
  'onClose',
  'onCommit',
  'onDismiss',
  'onPress',
  'onRange',
  'onSelect',
  'onSort',
  'onSubmit',
] as const

/** Calls `visit` with each event reference of the node itself, not of its children. */
export function eachEventRef(node: UINode, visit: (handler: string, path: Path) => void): void {
  const give = (ref: UIEventRef | undefined, path: Path): void => {
    if (ref !== undefined) visit(ref.handler, path)
  }
  // The schemas let a prop of such a name through only as an event reference.
  const props = node as { readonly [K in (typeof HANDLER_PROPS)[number]]?: UIEventRef }
  for (const prop of HANDLER_PROPS) give(props[prop], () => `.${prop}`)
  switch (node.kind) {
    case 'alert':
    case 'empty':
      give(node.action?.onPress, () => '.action.onPress')
      break
    case 'custom':
      for (const [event, ref] of Object.entries(node.events ?? {})) give(ref, () => `.events.${event}`)
      break
    case 'list':
      for (const [index, item] of node.items.entries()) give(item.onPress, () => `.items[${index}].onPress`)
      break
    case 'table':
      for (const [index, row] of node.rows.entries()) give(row.onPress, () => `.rows[${index}].onPress`)
      break
    default:
      break
  }
}

/** Calls `visit` with each list of siblings that the node holds, as their keys: those of one list must differ. */
export function eachSiblingList(
  node: UINode,
  visit: (keys: readonly (string | undefined)[], path: (index: number) => string) => void,
): void {
  const give = (siblings: readonly { readonly key?: string }[] | undefined, prop: string): void => {
    if (siblings === undefined || siblings.length < 2) return
    visit(
      siblings.map(({ key }) => key),
      (index) => `.${prop}[${index}].key`,
    )
  }
  const giveIds = (parts: readonly { readonly id: string }[], prop: string): void => {
    visit(
      parts.map(({ id }) => id),
      (index) => `.${prop}[${index}].id`,
    )
  }
  switch (node.kind) {
    case 'column':
    case 'form':
    case 'grid':
    case 'row':
      give(node.children, 'children')
      break
    case 'custom':
      for (const [slot, nodes] of Object.entries(node.slots ?? {})) give(nodes, `slots.${slot}`)
      give(node.fallback, 'fallback')
      break
    case 'dialog':
      give(node.children, 'children')
      give(node.footer, 'footer')
      break
    case 'list':
      give(node.items, 'items')
      break
    case 'panel':
      give(node.actions, 'actions')
      give(node.children, 'children')
      break
    case 'table':
      giveIds(node.columns, 'columns')
      give(node.rows, 'rows')
      break
    case 'tabs':
      giveIds(node.tabs, 'tabs')
      for (const [index, { children }] of node.tabs.entries()) give(children, `tabs[${index}].children`)
      break
    default:
      break
  }
}
