import { childNodesOf, type UINode } from '@plugboard/contracts'

/** A node by its kind, with its own data and the nodes inside of it. */
export interface UIOutline {
  readonly [kind: string]: unknown
}

/** A UI tree as a person reads it: nested kinds, each with its data and without what is drawn inside of it twice. */
export function outlineOf(root: UINode): UIOutline {
  return { [titleOf(root)]: inside(root) }
}

function inside(node: UINode): Readonly<Record<string, unknown>> {
  const children = childNodesOf(node)
  const within = new Set<unknown>(children)
  const outline: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node)) {
    if (name === 'kind' || name === 'key' || holdsNodes(value, within)) continue
    outline[name] = value
  }
  for (const [index, child] of children.entries()) outline[`${index + 1}. ${titleOf(child)}`] = inside(child)
  return outline
}

function titleOf(node: UINode): string {
  return 'key' in node && typeof node.key === 'string' ? `${node.kind} #${node.key}` : node.kind
}

function holdsNodes(value: unknown, within: ReadonlySet<unknown>): boolean {
  return within.has(value) || (Array.isArray(value) && value.length > 0 && value.every((item) => within.has(item)))
}
