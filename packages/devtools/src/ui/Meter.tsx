import type { ReactElement } from 'react'

import { useMessages } from '../session/context.tsx'

export interface MeterProps {
  readonly label: string
  /** Undefined while it was not measured. */
  readonly used: number | undefined
  readonly most: number
  readonly format: (value: number) => string
}

/** How much of something is used, as a bar and in words. */
export function Meter({ format, label, most, used }: MeterProps): ReactElement {
  const { inspector } = useMessages()
  const share = used === undefined ? 0 : Math.min(100, (used / most) * 100)
  const words = used === undefined ? inspector.notMeasured : inspector.ofMost(format(used), format(most))
  return (
    <div className="pbd-meter">
      <span>{label}</span>
      <span
        className="pbd-meter-bar"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={used ?? 0}
        aria-valuetext={words}
      >
        <i style={{ width: `${share}%` }} />
      </span>
      <span className="pbd-meter-words">{words}</span>
    </div>
  )
}
