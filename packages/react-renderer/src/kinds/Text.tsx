import type { ReactElement } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Text({ node }: NodeProps<'text'>): ReactElement {
  const a11y = useGroupA11y(node.a11y)
  return (
    <p
      className="pui-text"
      data-size={node.size}
      data-tone={node.tone}
      data-weight={node.weight}
      data-mono={node.mono}
      data-truncate={node.truncate}
      title={node.truncate === true ? node.text : undefined}
      {...a11y}
    >
      {node.text}
    </p>
  )
}
