import type { ReactElement } from 'react'

import { useMessages } from '../session/context.tsx'
import { formatMs } from '../ui/format.ts'
import { USAGE_SPAN_MS, type UsageSample } from './usageHistory.ts'

const WIDTH = 240
const HEIGHT = 36

/** The render times of the minute before the newest render, as a line, and in words for who does not see it. */
export function Sparkline({ samples }: { readonly samples: readonly UsageSample[] }): ReactElement {
  const { inspector } = useMessages()
  const newest = samples.at(-1)
  if (newest === undefined) return <p className="pbd-muted">{inspector.sparkEmpty}</p>
  const most = Math.max(...samples.map(({ wallMs }) => wallMs))
  const words = inspector.spark(samples.length, formatMs(most), formatMs(newest.wallMs))
  return (
    <figure className="pbd-spark">
      <figcaption>{inspector.sparkTitle}</figcaption>
      <svg role="img" aria-label={words} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <polyline points={pointsOf(samples, newest.at, most)} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className="pbd-row pbd-muted">
        <span className="pbd-grow">{inspector.ago}</span>
        <span>{inspector.now}</span>
      </div>
    </figure>
  )
}

function pointsOf(samples: readonly UsageSample[], end: number, most: number): string {
  return samples
    .map(({ at, wallMs }) => {
      const x = WIDTH * (1 - (end - at) / USAGE_SPAN_MS)
      const y = HEIGHT - 2 - (HEIGHT - 4) * (most === 0 ? 0 : wallMs / most)
      return `${x.toFixed(1)},${y.toFixed(1)}`
    })
    .join(' ')
}
