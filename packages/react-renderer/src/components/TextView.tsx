import type { ReactElement } from 'react'

import { groupProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function TextView({ node }: NodeProps<'text'>): ReactElement {
  const { text, size, tone, weight, mono, truncate } = node
  return (
    <p
      className="pui-text"
      data-size={size}
      data-tone={tone}
      data-weight={weight}
      data-mono={mono}
      data-truncate={truncate}
      title={truncate === true ? text : undefined}
      {...groupProps(node.a11y)}
    >
      {text}
    </p>
  )
}
