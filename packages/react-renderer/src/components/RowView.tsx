import type { ReactElement } from 'react'

import { groupProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function RowView({ node, renderNode }: NodeProps<'row'>): ReactElement {
  return (
    <div
      className="pui-row"
      data-gap={node.gap}
      data-align={node.align}
      data-justify={node.justify}
      data-wrap={node.wrap}
      {...groupProps(node.a11y)}
    >
      {node.children.map(renderNode)}
    </div>
  )
}
