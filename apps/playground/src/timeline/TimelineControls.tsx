import type { TraceRecord } from '@plugboard/contracts'
import { Download, Eraser, Filter } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'react-redux'

import { useAppDispatch, useAppSelector, type RootState } from '../workspace/hooks.ts'
import { workspaceActions, type OutcomeFilter } from '../workspace/workspaceSlice.ts'
import { useTimelineRows } from './useTimelineRows.ts'

/** Filters, clearing and export of the timeline. */
export function TimelineControls(): ReactElement {
  const dispatch = useAppDispatch()
  const store = useStore<RootState>()
  const filter = useAppSelector((state) => state.workspace.outcomeFilter)
  const query = useAppSelector((state) => state.workspace.eventQuery)
  const rows = useTimelineRows()
  const readTrace = (): readonly TraceRecord[] => store.getState().plugins.trace
  const choices: readonly (readonly [OutcomeFilter, string])[] = [
    ['all', 'All'],
    ['denied', `Denied ${rows.filter((row) => row.outcome === 'denied').length}`],
    ['ignored', `Ignored ${rows.filter((row) => row.outcome === 'ignored').length}`],
  ]
  return (
    <div className="row controls">
      <div className="seg" role="group" aria-label="Filter by outcome">
        {choices.map(([value, words]) => (
          <button
            key={value}
            type="button"
            aria-pressed={filter === value}
            onClick={() => dispatch(workspaceActions.outcomeFilterChanged(value))}
          >
            {words}
          </button>
        ))}
      </div>
      <label className="field quiet event-query">
        <Filter size={14} aria-hidden="true" />
        <span className="vh">Filter events</span>
        <input
          placeholder="Filter events"
          value={query}
          onChange={(event) => dispatch(workspaceActions.eventQueryChanged(event.target.value))}
        />
      </label>
      <button
        type="button"
        className="btn ghost sq"
        aria-label="Clear timeline"
        onClick={() => dispatch(workspaceActions.timelineCleared(readTrace().at(-1)?.seq ?? 0))}
      >
        <Eraser size={16} aria-hidden="true" />
      </button>
      <button type="button" className="btn ghost sq" aria-label="Export timeline" onClick={() => download(readTrace())}>
        <Download size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

function download(trace: readonly unknown[]): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(trace, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'plugboard-trace.json'
  link.click()
  URL.revokeObjectURL(url)
}
