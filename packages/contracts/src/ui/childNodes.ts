import type { UINode } from './uiNode.ts'

/** The nodes that a node holds, in reading order: its children, the content of its items, the nodes in its cells. */
export function childNodesOf(node: UINode): readonly UINode[] {
  switch (node.kind) {
    case 'column':
    case 'form':
    case 'grid':
    case 'row':
      return node.children
    case 'custom':
      return [...Object.values(node.slots ?? {}).flat(), ...(node.fallback ?? [])]
    case 'dialog':
      return [...node.children, ...(node.footer ?? [])]
    case 'list':
      return node.items.flatMap(({ content }) => content)
    case 'panel':
      return [...(node.actions ?? []), ...node.children]
    case 'table':
      return node.rows.flatMap(({ cells }) =>
        Object.values(cells).flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.node] : [])),
      )
    case 'tabs':
      return node.tabs.flatMap(({ children }) => children)
    default:
      return []
  }
}
