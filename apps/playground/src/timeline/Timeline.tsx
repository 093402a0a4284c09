import { memo, useMemo, type ComponentType, type ReactElement } from 'react'

import { OutcomePill } from '../ui/OutcomePill.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useAppDispatch, useAppSelector, useTrace } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { EventDetail } from './EventDetail.tsx'
import { formatClock, matchesQuery, timelineRows, type TimelineRow } from './timelineRow.ts'

/** Rows drawn at once. The trace keeps more; the newest are what a person reads. */
const SHOWN_ROWS = 200

/** Every dispatch with what became of it, newest first, and the chosen one in full. */
export function Timeline(): ReactElement {
  const trace = useTrace()
  const { clearedSeq, outcomeFilter, eventQuery, selectedSeq } = useAppSelector((state) => state.workspace)
  const rows = useMemo(
    () =>
      timelineRows(trace, clearedSeq).filter(
        (row) => (outcomeFilter === 'all' || row.outcome === outcomeFilter) && matchesQuery(row, eventQuery),
      ),
    [trace, clearedSeq, outcomeFilter, eventQuery],
  )
  const selected = trace.find((record) => record.seq === selectedSeq)
  return (
    <div className="tl">
      <div className="tl-rows" tabIndex={0} role="region" aria-label="Events">
        {rows.length === 0 ? (
          <p className="panel-empty">
            {eventQuery === '' && outcomeFilter === 'all'
              ? 'Nothing has happened yet. Press a button in a card.'
              : 'No event matches the filter.'}
          </p>
        ) : (
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
        )}
        {rows.length > SHOWN_ROWS ? (
          <p className="panel-empty">Showing the newest {SHOWN_ROWS}. Filter to find older ones.</p>
        ) : null}
      </div>
      <EventDetail record={selected} />
    </div>
  )
}

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
    // The button in the row carries the keyboard; the row is a larger target for the same thing.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
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
