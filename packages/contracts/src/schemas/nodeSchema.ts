import type * as z from 'zod/mini'

import type { UINode, UINodeByKind, UINodeKind } from '../ui/uiNode.ts'

/** Gives every child node of a parsed node to `visit`, and returns the node with what came back in their place. */
export type MapChildren<N> = (node: N, visit: (child: unknown, path: string) => UINode) => N

/** How one kind is parsed: its own props strictly, its children one by one. */
export interface NodeSchema<N> {
  readonly props: z.ZodMiniType<N>
  readonly mapChildren?: MapChildren<N>
}

export type NodeSchemas = { readonly [K in UINodeKind]: NodeSchema<UINodeByKind[K]> }

/** `mapChildren` of kinds whose children are in `children`. */
export function mapChildList<N extends { readonly children: readonly UINode[] }>(
  node: N,
  visit: (child: unknown, path: string) => UINode,
): N {
  return { ...node, children: node.children.map((child, index) => visit(child, `.children[${index}]`)) }
}
