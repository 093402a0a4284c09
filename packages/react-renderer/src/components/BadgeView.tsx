import type { ReactElement } from 'react'

import { groupProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function BadgeView({ node }: NodeProps<'badge'>): ReactElement {
  return (
    <span className="pui-badge" data-tone={node.tone} {...groupProps(node.a11y)}>
      {node.text}
    </span>
  )
}
