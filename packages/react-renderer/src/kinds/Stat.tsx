import type { ReactElement } from 'react'

import { useGroupA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'
import { ToneMark } from './ToneMark.tsx'

export function Stat({ node }: NodeProps<'stat'>): ReactElement {
  const a11y = useGroupA11y(node.a11y)
  return (
    <div className="pui-stat" data-tone={node.tone} {...a11y}>
      <dl>
        <dt>{node.label}</dt>
        <dd>
          <span className="pui-stat-value">{node.value}</span>
          {node.delta === undefined ? null : (
            <span className="pui-stat-delta">
              <ToneMark tone={node.tone} />
              {node.delta}
            </span>
          )}
        </dd>
      </dl>
    </div>
  )
}
