import { memo, useMemo, type ComponentType, type ReactElement } from 'react'

import { OutcomePill } from '../ui/OutcomePill.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useAppDispatch, useAppSelector } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { EventDetail } from './EventDetail.tsx'
import { formatClock, matchesQuery, type TimelineRow } from './timelineRow.ts'
import { useTimelineRows } from './useTimelineRows.ts'

/** Rows drawn at once. The trace keeps more; the newest are what a person reads. */
const SHOWN_ROWS = 200

/** Every dispatch with what became of it, newest first, and the chosen one in full. */
export function Timeline(): ReactElement {
  const rows = useTimelineRows()
  const outcomeFilter = useAppSelector((state) => state.workspace.outcomeFilter)
  const eventQuery = useAppSelector((state) => state.workspace.eventQuery)
  const selectedSeq = useAppSelector((state) => state.workspace.selectedSeq)
  const selected = useAppSelector((state) => state.plugins.trace.find((record) => record.seq === selectedSeq))
  const matching = useMemo(
    () =>
      rows.filter((row) => (outcomeFilter === 'all' || row.outcome === outcomeFilter) && matchesQuery(row, eventQuery)),
    [rows, outcomeFilter, eventQuery],
  )
  return (
    <div className="tl">
      <div className="tl-rows" tabIndex={0} role="region" aria-label="Events">
        {matching.length > 0 ? (
          <TraceTable rows={matching} selectedSeq={selectedSeq} />
        ) : (
          <p className="panel-empty">
            {eventQuery === '' && outcomeFilter === 'all'
              ? 'Nothing has happened yet. Press a button in a card.'
              : 'No event matches the filter.'}
          </p>
        )}
        {matching.length > SHOWN_ROWS ? (
          <p className="panel-empty">Showing the newest {SHOWN_ROWS}. Filter to find older ones.</p>
        ) : null}
      </div>
      <EventDetail record={selected} />
    </div>
  )
}

interface TraceTableProps {
  readonly rows: readonly TimelineRow[]
  readonly selectedSeq: number | null
}

const TraceTable: ComponentType<TraceTableProps> = memo(function TraceTable({
  rows,
  selectedSeq,
}: TraceTableProps): ReactElement {
  return (
    <table className="trace">
      <caption className="vh">Dispatch timeline, newest first</caption>
      <thead>
        <tr>
          <th scope="col" className="r">
            #
          </th>
          <th scope="col">Time</th>
          <th scope="col">Instance</th>
          <th scope="col">Scope</th>
          <th scope="col">Action</th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN_ROWS).map((row) => (
          <Row key={row.seq} row={row} isSelected={row.seq === selectedSeq} />
        ))}
      </tbody>
    </table>
  )
})

interface RowProps {
  readonly row: TimelineRow
  readonly isSelected: boolean
}

const Row: ComponentType<RowProps> = memo(function Row({ row, isSelected }: RowProps): ReactElement {
  const dispatch = useAppDispatch()
  const select = (): void => {
    dispatch(workspaceActions.eventSelected(row.seq))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the button in the row carries the keyboard; the row is a larger target for the same thing
    <tr className={isSelected ? 'sel' : ''} onClick={select}>
      <td className="r num mut">{row.seq}</td>
      <td className="num sec">{formatClock(row.at)}</td>
      <td className="mono">{row.instanceId}</td>
      <td className="sec">{row.scope}</td>
      <td className="mono">
        <button type="button" className="tl-action" aria-pressed={isSelected} onClick={select}>
          {row.domain === null ? null : <span className="mut">{row.domain} / </span>}
          {row.action}
        </button>
      </td>
      <td>
        {row.outcome === null ? (
          <Pill tone={row.isFailure ? 'err' : 'acc'}>{row.isFailure ? 'Failed' : 'Host'}</Pill>
        ) : (
          <OutcomePill outcome={row.outcome} />
        )}
      </td>
    </tr>
  )
})
