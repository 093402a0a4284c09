import { type ComponentType, memo, type ReactElement } from 'react'

import type { DevtoolsMessages } from '../messages/index.ts'
import { useMessages } from '../session/context.tsx'
import { formatMs } from '../ui/format.ts'
import { OutcomePill } from '../ui/OutcomePill.tsx'
import { Pill } from '../ui/Pill.tsx'
import type { HostRecordKind, TimelineRow } from './timelineRow.ts'

export interface TimelineRowViewProps {
  readonly row: TimelineRow
  /** Place among the rows, from 0. */
  readonly index: number
  readonly top: number
  readonly isSelected: boolean
  /** Whether it is the one that the Tab key reaches. */
  readonly isActive: boolean
  readonly onSelect: (row: TimelineRow, index: number) => void
}

/** One row. Drawn again only when something of it changes. */
export const TimelineRowView: ComponentType<TimelineRowViewProps> = memo(function TimelineRowView({
  index,
  isActive,
  isSelected,
  onSelect,
  row,
  top,
}: TimelineRowViewProps): ReactElement {
  const { timeline } = useMessages()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid takes the keys
    <div
      role="row"
      className="pbd-trace-row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(row, index)}
    >
      <span role="gridcell" className="pbd-seq">
        {row.seq}
      </span>
      <span role="gridcell" className="pbd-time">
        {row.time}
      </span>
      <span role="gridcell" className="pbd-instance pbd-mono">
        {row.instanceId ?? ''}
      </span>
      <span role="gridcell" className="pbd-scope">
        {timeline.scopes[row.scope]}
      </span>
      <span role="gridcell" className="pbd-action pbd-mono" title={actionOf(row, timeline)}>
        {row.domain === null ? null : <span className="pbd-domain pbd-muted">{row.domain} / </span>}
        <span className="pbd-cut">{wordOf(row, timeline)}</span>
      </span>
      <span role="gridcell" className="pbd-outcome">
        {row.outcome === null ? (
          <Pill tone={row.isFailure ? 'err' : 'acc'}>{row.isFailure ? timeline.failed : timeline.host}</Pill>
        ) : (
          <OutcomePill outcome={row.outcome} />
        )}
      </span>
      <span role="gridcell" className="pbd-ms">
        {row.ms === null ? '' : formatMs(row.ms)}
      </span>
    </div>
  )
})

function actionOf(row: TimelineRow, words: DevtoolsMessages['timeline']): string {
  return row.domain === null ? wordOf(row, words) : `${row.domain} / ${wordOf(row, words)}`
}

function wordOf({ action, outcome }: TimelineRow, { hostActions }: DevtoolsMessages['timeline']): string {
  if (outcome !== null || !Object.hasOwn(hostActions, action)) return action
  return hostActions[action as HostRecordKind] // It is one of its keys.
}
