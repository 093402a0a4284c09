import type { ReactElement } from 'react'

import { groupProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function ColumnView({ node, renderNode }: NodeProps<'column'>): ReactElement {
  return (
    <div
      className="pui-column"
      data-gap={node.gap}
      data-align={node.align}
      data-grow={node.grow}
      {...groupProps(node.a11y)}
    >
      {node.children.map(renderNode)}
    </div>
  )
}
