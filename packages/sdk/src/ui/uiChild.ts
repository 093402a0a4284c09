import type { UINode } from '@plugboard/contracts'

import { isVmRows } from './vmUi.ts'

/** What may stand where nodes are wanted: lists are flattened, nothing and booleans are dropped, text is wrapped. */
export type UIChild = UINode | string | number | boolean | null | undefined | readonly UIChild[]

/** The nodes of a child, in order. */
export function toNodes(child: UIChild): readonly UINode[] {
  if (child === null || child === undefined || typeof child === 'boolean') return []
  if (typeof child === 'string' || typeof child === 'number') return [{ kind: 'text', text: String(child) }]
  if (!isList(child)) return [child]
  // They stay together, and the host takes them apart.
  if (isVmRows(child)) return [child as unknown as UINode]
  return child.flatMap((item) => toNodes(item))
}

/** One tree: several nodes become a column, anything that is no list stays what it is. */
export function toTree(child: UIChild): UIChild {
  if (!isList(child)) return child
  const nodes = toNodes(child)
  return nodes.length === 1 && !isVmRows(nodes[0]) ? nodes[0] : { kind: 'column', children: nodes }
}

/** The text of children that may only be text, joined. Nothing and booleans are dropped. */
export function toText(child: TextChild): string {
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  return Array.isArray(child) ? child.map((item: TextChild) => toText(item)).join('') : String(child)
}

/** Children of nodes that hold text and nothing else. */
export type TextChild = string | number | boolean | null | undefined | readonly TextChild[]

// Array.isArray does not narrow readonly arrays out of a union.
function isList(child: UIChild): child is readonly UIChild[] {
  return Array.isArray(child)
}
