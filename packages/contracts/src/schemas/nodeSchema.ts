import type * as z from 'zod/mini'

import type { UINode, UINodeByKind, UINodeKind } from '../ui/uiNode.ts'

/** Parses one child: the prop that it is in, and its place there when that is a list. */
export type VisitChild = (child: unknown, prop: string, index?: number) => UINode

/** Takes one item of a list or row of a table: `map` puts what came back in place of its own children. */
export type VisitPart = <P extends object>(part: P, index: number, map: () => P) => P

/** Gives every child node of a parsed node to `visit`, and returns the node with what came back in their place. */
export type MapChildren<N> = (node: N, visit: VisitChild, visitPart: VisitPart) => N

/** How one kind is parsed: its own props strictly, its children one by one. */
export interface NodeSchema<N> {
  readonly props: z.ZodMiniType<N>
  readonly mapChildren?: MapChildren<N>
  /** The one prop that holds all the nodes in it, where there is only one: such a list may come again as a whole. */
  readonly list?: 'children' | 'items' | 'rows'
}

export type NodeSchemas = { readonly [K in UINodeKind]: NodeSchema<UINodeByKind[K]> }

/** Most parts of one node: items of a list, rows of a table. */
export const MOST_PARTS = 10_000

/** The prop that holds keyed parts which are no nodes. */
export function partsProp({ list }: NodeSchema<UINode>): 'items' | 'rows' | undefined {
  return list === 'children' ? undefined : list
}

/** `mapChildren` of kinds whose children are in `children`. */
export function mapChildList<N extends { readonly children: readonly UINode[] }>(node: N, visit: VisitChild): N {
  return { ...node, children: mapNodes(node.children, visit, '.children') }
}

/** Gives each node of a list to `visit`; `prop` is where the list stands. */
export function mapNodes(nodes: readonly UINode[], visit: VisitChild, prop: string): readonly UINode[] {
  return nodes.map((child, index) => visit(child, prop, index))
}
