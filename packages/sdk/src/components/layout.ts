import type { ColumnNode, DividerNode, PanelNode, RowNode } from '@plugboard/contracts'

import { createNode } from '../ui/createNode.ts'
import type { ColumnOptions, NodeOptions, PanelOptions, RowOptions } from '../ui/nodeOptions.ts'
import type { UIChild } from '../ui/uiChild.ts'

/** Children of a component that holds nodes. */
export interface WithChildren {
  readonly children?: UIChild
}

/** Children below one another. */
export function Column({ children = [], ...options }: Omit<ColumnOptions, 'key'> & WithChildren): ColumnNode {
  return createNode('column', { ...options, children })
}

/** Children side by side. */
export function Row({ children = [], ...options }: Omit<RowOptions, 'key'> & WithChildren): RowNode {
  return createNode('row', { ...options, children })
}

/** A section, with a title when it has one. */
export function Panel({ children = [], ...options }: Omit<PanelOptions, 'key'> & WithChildren): PanelNode {
  return createNode('panel', { ...options, children })
}

/** A line between two parts. */
export function Divider(props: Omit<NodeOptions, 'key'>): DividerNode {
  return createNode('divider', props)
}
