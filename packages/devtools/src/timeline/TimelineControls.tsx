import { Download, Eraser } from 'lucide-react'
import type { ReactElement } from 'react'

import { useSession, useDevtoolsState, useMessages, useModel } from '../session/context.tsx'
import type { OutcomeFilter } from '../session/devtoolsState.ts'
import { downloadText } from '../ui/downloadText.ts'
import { FilterField } from '../ui/FilterField.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { InstanceSelect } from '../ui/InstanceSelect.tsx'

/** Filters, clearing and export of the timeline. */
export function TimelineControls(): ReactElement {
  const devtools = useSession()
  const { timeline } = useMessages()
  const { instanceId, outcome, query } = useDevtoolsState((state) => state.timeline)
  useModel(devtools.timeline)
  const { denied, ignored } = devtools.timeline.counts
  const choices: readonly (readonly [OutcomeFilter, string])[] = [
    ['all', timeline.all],
    ['denied', timeline.outcomeCount(timeline.outcomes.denied, denied)],
    ['ignored', timeline.outcomeCount(timeline.outcomes.ignored, ignored)],
  ]
  return (
    <div className="pbd-controls">
      <div className="pbd-choice" role="group" aria-label={timeline.filterByOutcome}>
        {choices.map(([value, words]) => (
          <button
            key={value}
            type="button"
            aria-pressed={outcome === value}
            onClick={() => devtools.filterTimeline({ outcome: value })}
          >
            {words}
          </button>
        ))}
      </div>
      <InstanceSelect value={instanceId} onChange={(id) => devtools.filterTimeline({ instanceId: id })} />
      <FilterField
        label={timeline.filter}
        value={query}
        onChange={(words) => devtools.filterTimeline({ query: words })}
      />
      <IconButton label={timeline.clear} icon={Eraser} onClick={() => devtools.clearTimeline()} />
      <IconButton
        label={timeline.export}
        icon={Download}
        onClick={() => downloadText(timeline.exportName, JSON.stringify(devtools.runtime.state.trace, null, 2))}
      />
    </div>
  )
}
