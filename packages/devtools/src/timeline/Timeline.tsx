import { type ComponentType, memo, type ReactElement, useDeferredValue } from 'react'

import { useSession, useDevtoolsState, useMessages, useModel } from '../session/context.tsx'
import type { TimelineFilter } from '../session/devtoolsState.ts'
import { WhileOpen } from '../session/WhileOpen.tsx'
import { TravelBar } from '../travel/TravelBar.tsx'
import { EventDetail } from './EventDetail.tsx'
import { TimelineControls } from './TimelineControls.tsx'
import { TimelineGrid } from './TimelineGrid.tsx'

/** Every dispatch with what became of it, newest first, with its filters, and the chosen one in full. */
export function Timeline(): ReactElement {
  return (
    <WhileOpen>
      <section className="pbd-root pbd-part">
        <div className="pbd-toolbar">
          <TimelineControls />
        </div>
        <TimelineBody />
      </section>
    </WhileOpen>
  )
}

/** The timeline without its filters. */
export function TimelineBody(): ReactElement {
  const { timeline: model } = useSession()
  // Drawn after what a person waits for: the widgets come first.
  const version = useDeferredValue(useModel(model))
  const filter = useDevtoolsState((state) => state.timeline)
  const selectedSeq = useDevtoolsState((state) => state.selectedSeq)
  return (
    <>
      <TravelBar />
      <div className="pbd-timeline">
        <Rows version={version} filter={filter} selectedSeq={selectedSeq} />
        <EventDetail seq={selectedSeq} />
      </div>
    </>
  )
}

interface RowsProps {
  /** Another one when the model holds something else: its list grows in place. */
  readonly version: number
  readonly filter: TimelineFilter
  readonly selectedSeq: number | null
}

const Rows: ComponentType<RowsProps> = memo(function Rows({ filter, selectedSeq }: RowsProps): ReactElement {
  const { timeline: model } = useSession()
  const rows = model.read(filter)
  return rows.length === 0 ? <NoRows /> : <TimelineGrid rows={rows} selectedSeq={selectedSeq} />
})

function NoRows(): ReactElement {
  const devtools = useSession()
  const { timeline } = useMessages()
  const { clearedSeq, instanceId, outcome, query } = useDevtoolsState((state) => state.timeline)
  const isFiltered = outcome !== 'all' || instanceId !== null || query.trim() !== ''
  return (
    <div className="pbd-empty" role="status">
      <p>{isFiltered ? timeline.noMatch : clearedSeq > 0 ? timeline.cleared : timeline.empty}</p>
      {isFiltered ? (
        <button
          type="button"
          className="pbd-button"
          onClick={() => devtools.filterTimeline({ outcome: 'all', instanceId: null, query: '' })}
        >
          {timeline.showAll}
        </button>
      ) : clearedSeq > 0 ? (
        <button type="button" className="pbd-button" onClick={() => devtools.restoreTimeline()}>
          {timeline.restore}
        </button>
      ) : null}
    </div>
  )
}
