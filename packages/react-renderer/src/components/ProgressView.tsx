import type { ReactElement } from 'react'

import { a11yProps } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function ProgressView({ node }: NodeProps<'progress'>): ReactElement {
  const max = node.max ?? 100
  const value = node.value === null ? null : Math.min(max, Math.max(0, node.value))
  return (
    <div className="pui-progress" data-tone={node.tone} data-unknown={value === null}>
      <span className="pui-progress-label" aria-hidden="true">
        {node.label}
        {value === null ? null : (
          <span>
            {value} of {max}
          </span>
        )}
      </span>
      <div
        className="pui-progress-track"
        role="progressbar"
        aria-label={node.label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value ?? undefined}
        {...a11yProps(node.a11y)}
      >
        <div className="pui-progress-bar" style={{ inlineSize: value === null ? undefined : `${(value / max) * 100}%` }} />
      </div>
    </div>
  )
}
