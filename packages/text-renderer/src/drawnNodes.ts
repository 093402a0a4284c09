import { childNodesOf } from '@plugboard/contracts'
import type { UINode } from '@plugboard/contracts'

/** The nodes in a node that are drawn, seen or not: a terminal has no components of a host's, so what is in their slots is not. */
export function drawnNodesOf(node: UINode): readonly UINode[] {
  return node.kind === 'custom' ? (node.fallback ?? []) : childNodesOf(node)
}
