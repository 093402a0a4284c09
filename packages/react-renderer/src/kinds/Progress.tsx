import type { ProgressNode } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Progress({ node }: NodeProps<'progress'>): ReactElement {
  const share = shareOf(node)
  const a11y = useA11y(node.a11y)
  const percent = share === null ? undefined : Math.round(share * 100)
  const amount = node.max === undefined ? `${percent} %` : `${node.value} of ${node.max}`
  return (
    <div className="pui-progress" data-tone={node.tone}>
      <div className="pui-progress-head" aria-hidden="true">
        <span>{node.label}</span>
        {percent === undefined ? null : <span className="pui-progress-value">{amount}</span>}
      </div>
      {/* <progress> cannot be styled across browsers. */}
      <div
        className="pui-progress-track"
        role="progressbar"
        aria-label={node.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={percent === undefined ? undefined : amount}
        {...a11y}
      >
        <div
          className="pui-progress-bar"
          data-unknown={share === null}
          style={share === null ? undefined : { inlineSize: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}

/** From 0 to 1; null when it is not known. */
function shareOf({ value, max = 100 }: ProgressNode): number | null {
  return value === null ? null : Math.min(1, Math.max(0, value / max))
}
