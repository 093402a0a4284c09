import type { ReactElement } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Row({ node, children }: NodeProps<'row'>): ReactElement {
  const a11y = useGroupA11y(node.a11y)
  return (
    <div
      className="pui-row"
      data-gap={node.gap}
      data-align={node.align}
      data-justify={node.justify}
      data-wrap={node.wrap}
      {...a11y}
    >
      {children}
    </div>
  )
}
