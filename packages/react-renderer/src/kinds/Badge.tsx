import type { ReactElement } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { ToneMark } from './ToneMark.tsx'

export function Badge({ node }: NodeProps<'badge'>): ReactElement {
  const a11y = useGroupA11y(node.a11y)
  return (
    <span className="pui-badge" data-tone={node.tone} {...a11y}>
      <ToneMark tone={node.tone} />
      {node.text}
    </span>
  )
}
