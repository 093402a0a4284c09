import type { ReactElement } from 'react'

import { groupProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

/** A figure and its name, as a description list of one pair. */
export function StatView({ node }: NodeProps<'stat'>): ReactElement {
  return (
    <dl className="pui-stat" data-tone={node.tone} {...groupProps(node.a11y)}>
      <dt>{node.label}</dt>
      <dd>
        {node.value}
        {node.delta === undefined ? null : <small>{node.delta}</small>}
      </dd>
    </dl>
  )
}
