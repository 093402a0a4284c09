import type { ColumnNode, DividerNode, PanelNode, RowNode } from '@plugboard/contracts'

import { createNode } from '../ui/createNode.ts'
import type { ColumnOptions, NodeOptions, PanelOptions, RowOptions } from '../ui/nodeOptions.ts'
import type { UIChild } from '../ui/uiChild.ts'

/** Children of a component that holds nodes. */
export interface WithChildren {
  readonly children?: UIChild
}

/** Children below one another. */
export function Column(props: ColumnOptions & WithChildren): ColumnNode {
  return createNode('column', props)
}

/** Children side by side. */
export function Row(props: RowOptions & WithChildren): RowNode {
  return createNode('row', props)
}

/** A section, with a title when it has one. */
export function Panel(props: PanelOptions & WithChildren): PanelNode {
  return createNode('panel', props)
}

/** A line between two parts. */
export function Divider(props: NodeOptions): DividerNode {
  return createNode('divider', props)
}
