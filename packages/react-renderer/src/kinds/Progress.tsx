import type { ProgressNode } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { useA11y } from '../a11yProps.ts'
import type { NodeProps } from '../nodeProps.ts'

export function Progress({ node }: NodeProps<'progress'>): ReactElement {
  const share = shareOf(node)
  const a11y = useA11y(node.a11y)
  const percent = share === null ? undefined : Math.round(share * 100)
  const amount = node.max === undefined ? `${percent} %` : `${node.value} of ${node.max}`
  const isRing = node.shape === 'ring'
  return (
    <div className="pui-progress" data-tone={node.tone} data-shape={node.shape}>
      <div className="pui-progress-head" aria-hidden="true">
        <span>{node.label}</span>
        {percent === undefined ? null : <span className="pui-progress-value">{amount}</span>}
      </div>
      {/* <progress> cannot be styled across browsers. */}
      <div
        className={isRing ? 'pui-progress-ring' : 'pui-progress-track'}
        role="progressbar"
        aria-label={node.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={percent === undefined ? undefined : amount}
        {...a11y}
      >
        {isRing ? (
          <Ring share={share} />
        ) : (
          <div
            className="pui-progress-bar"
            data-unknown={share === null}
            style={share === null ? undefined : { inlineSize: `${share * 100}%` }}
          />
        )}
      </div>
    </div>
  )
}

/** Clockwise from the top; a quarter that turns when it is not known. */
function Ring({ share }: { readonly share: number | null }): ReactElement {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false" data-unknown={share === null}>
      <circle className="pui-ring-track" cx="18" cy="18" r="15" />
      {share === 0 ? null : (
        <circle
          className="pui-ring-bar"
          cx="18"
          cy="18"
          r="15"
          // The circle is 100 long, whatever its radius.
          pathLength={100}
          strokeDasharray={`${share === null ? 25 : share * 100} 100`}
          transform="rotate(-90 18 18)"
        />
      )}
    </svg>
  )
}

/** From 0 to 1; null when it is not known. */
function shareOf({ value, max = 100 }: ProgressNode): number | null {
  return value === null ? null : Math.min(1, Math.max(0, value / max))
}
