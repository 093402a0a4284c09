import type { ColumnNode, DividerNode, GridNode, PanelNode, RowNode } from '@plugboard/contracts'

import { createElement, createNode } from '../ui/createNode.ts'
import type { ColumnOptions, GridOptions, NodeOptions, PanelOptions, RowOptions } from '../ui/nodeOptions.ts'
import type { UIChild } from '../ui/uiChild.ts'

/** Children of a component that holds nodes. */
export interface WithChildren {
  readonly children?: UIChild
}

/** Children below one another. */
export function Column(props: Omit<ColumnOptions, 'key'> & WithChildren): ColumnNode {
  return createElement('column', props, 'children')
}

/** Children side by side. */
export function Row(props: Omit<RowOptions, 'key'> & WithChildren): RowNode {
  return createElement('row', props, 'children')
}

/** Children in equal columns, as many as fit. */
export function Grid(props: Omit<GridOptions, 'key'> & WithChildren): GridNode {
  return createElement('grid', props, 'children')
}

/** A section, with a title when it has one. */
export function Panel(props: Omit<PanelOptions, 'key'> & WithChildren): PanelNode {
  return createElement('panel', props, 'children')
}

/** A line between two parts. */
export function Divider(props: Omit<NodeOptions, 'key'>): DividerNode {
  return createNode('divider', props)
}
