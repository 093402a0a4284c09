import type { ReactElement } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Column({ node, children }: NodeProps<'column'>): ReactElement {
  const a11y = useGroupA11y(node.a11y)
  return (
    <div className="pui-column" data-gap={node.gap} data-align={node.align} data-grow={node.grow} {...a11y}>
      {children}
    </div>
  )
}
