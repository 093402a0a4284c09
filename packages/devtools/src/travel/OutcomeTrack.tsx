import { memo, type ComponentType, type ReactElement } from 'react'

import type { TimelineRow } from '../timeline/timelineRow.ts'
import { BAR_TONES, outcomeBars } from './outcomeBars.ts'

export interface OutcomeTrackProps {
  readonly rows: readonly TimelineRow[]
  /** Part of the track that lies behind, from 0 to 1. */
  readonly passed: number
}

/** What became of what, as bars from the oldest to the newest. A picture for the eye: the slider says the same in words. */
export const OutcomeTrack: ComponentType<OutcomeTrackProps> = memo(function OutcomeTrack({
  passed,
  rows,
}: OutcomeTrackProps): ReactElement {
  const paths = outcomeBars(rows)
  return (
    <span className="pbd-track" aria-hidden="true">
      <svg viewBox="0 0 1 1" preserveAspectRatio="none">
        {BAR_TONES.map((tone) =>
          paths[tone] === '' ? null : (
            <path key={tone} className={`pbd-bar-${tone}`} d={paths[tone]} vectorEffect="non-scaling-stroke" />
          ),
        )}
      </svg>
      {passed < 1 ? <span className="pbd-ahead" style={{ insetInlineStart: `${passed * 100}%` }} /> : null}
    </span>
  )
})
