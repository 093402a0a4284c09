import type { UIEventRef } from '../ui/uiEvent.ts'
import type { UINode } from '../ui/uiNode.ts'

/** A path below a node, written only when there is something to say of it. */
type Path = () => string

/** Calls `visit` with each event reference of the node itself, not of its children. */
export function eachEventRef(node: UINode, visit: (handler: string, path: Path) => void): void {
  const give = (ref: UIEventRef | undefined, path: Path): void => {
    if (ref !== undefined) visit(ref.handler, path)
  }
  switch (node.kind) {
    case 'button':
      give(node.onPress, () => '.onPress')
      break
    case 'input':
      give(node.onChange, () => '.onChange')
      give(node.onCommit, () => '.onCommit')
      break
    case 'alert':
      give(node.action?.onPress, () => '.action.onPress')
      give(node.onDismiss, () => '.onDismiss')
      break
    case 'empty':
      give(node.action?.onPress, () => '.action.onPress')
      break
    case 'list':
      for (const [index, item] of node.items.entries()) give(item.onPress, () => `.items[${index}].onPress`)
      break
    case 'table':
      for (const [index, row] of node.rows.entries()) give(row.onPress, () => `.rows[${index}].onPress`)
      break
    case 'badge':
    case 'code':
    case 'column':
    case 'divider':
    case 'grid':
    case 'heading':
    case 'icon':
    case 'invalid-node':
    case 'link':
    case 'panel':
    case 'progress':
    case 'row':
    case 'spinner':
    case 'stat':
    case 'text':
      break
  }
}

/** Calls `visit` with the key of each child, item or row that has one. */
export function eachSiblingKey(node: UINode, visit: (key: string, path: Path) => void): void {
  switch (node.kind) {
    case 'row':
    case 'column':
    case 'grid':
    case 'panel':
      for (const [index, { key }] of node.children.entries()) {
        if (key !== undefined) visit(key, () => `.children[${index}].key`)
      }
      break
    case 'list':
      for (const [index, { key }] of node.items.entries()) visit(key, () => `.items[${index}].key`)
      break
    case 'table':
      for (const [index, { key }] of node.rows.entries()) visit(key, () => `.rows[${index}].key`)
      break
    default:
      break
  }
}
