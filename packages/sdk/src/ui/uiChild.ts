import type { UINode } from '@plugboard/contracts'

import { isVmRows } from './vmUi.ts'

/** What may stand where nodes are wanted: lists are flattened, nothing and booleans are dropped, text is wrapped. */
export type UIChild = UINode | string | number | boolean | null | undefined | readonly UIChild[]

/** The nodes of a child, in order. */
export function toNodes(child: UIChild): readonly UINode[] {
  const nodes: UINode[] = []
  collectNodes(child, nodes)
  return nodes
}

function collectNodes(child: UIChild, nodes: UINode[]): void {
  if (child === null || child === undefined || typeof child === 'boolean') return
  if (typeof child === 'string' || typeof child === 'number') nodes.push({ kind: 'text', text: String(child) })
  else if (!isList(child)) nodes.push(child)
  // They stay together, and the host takes them apart.
  else if (isVmRows(child)) nodes.push(child as unknown as UINode)
  else for (let index = 0; index < child.length; index += 1) collectNodes(child[index], nodes)
}

/** One tree: several nodes become a column, anything that is no list stays what it is. */
export function toTree(child: UIChild): UIChild {
  if (!isList(child)) return child
  const nodes = toNodes(child)
  return nodes.length === 1 && !isVmRows(nodes[0]) ? nodes[0] : { kind: 'column', children: nodes }
}

/**
 * The text of children that may only be text, joined. Nothing and booleans are dropped. A slot of a block, which is no text
 * yet, stays what it is where it is the only child, and refuses to be joined.
 */
export function toText(child: TextChild): string {
  if (typeof child === 'string') return child
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (Array.isArray(child)) return child.map((item: TextChild) => toText(item)).join('')
  // A slot has the type of its value.
  return typeof child === 'object' ? (child as unknown as string) : String(child)
}

/** Children of nodes that hold text and nothing else. */
export type TextChild = string | number | boolean | null | undefined | readonly TextChild[]

// Array.isArray does not narrow readonly arrays out of a union.
function isList(child: UIChild): child is readonly UIChild[] {
  return Array.isArray(child)
}
