import { History, Radio, StepBack, StepForward } from 'lucide-react'
import { type ReactElement, useDeferredValue } from 'react'

import type { DevtoolsMessages } from '../messages/index.ts'
import { useMessages, useModel, useSession, useTravel } from '../session/context.tsx'
import type { HostRecordKind, TimelineRow } from '../timeline/timelineRow.ts'
import { displayText } from '../ui/displayText.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Pill } from '../ui/Pill.tsx'
import { OutcomeTrack } from './OutcomeTrack.tsx'
import { indexOfStop } from './TimeTravel.ts'

/** Goes through the timeline: a slider over what became of what, a step at a time, and where one stands. */
export function TravelBar(): ReactElement {
  const { timeline: model, travel } = useSession()
  const messages = useMessages()
  const { travel: words } = messages
  // Drawn after what a person waits for: the widgets come first.
  const version = useDeferredValue(useModel(model))
  const state = useTravel()
  const stops = state.isLive ? model.rows : state.stops
  // One place more than there are stops: after the newest is live.
  const position = state.isLive ? stops.length : indexOfStop(stops, state)
  const isEmpty = stops.length === 0
  return (
    <div className="pbd-travel" role="group" aria-label={words.bar}>
      <IconButton
        label={words.back}
        icon={StepBack}
        disabled={isEmpty || position === 0}
        onClick={() => travel.step(-1)}
      />
      <IconButton label={words.forth} icon={StepForward} disabled={state.isLive} onClick={() => travel.step(1)} />
      <span className="pbd-slider">
        <OutcomeTrack
          key={state.isLive ? version : 'past'}
          rows={stops}
          passed={isEmpty || state.isLive ? 1 : (position + 0.5) / stops.length}
        />
        <input
          type="range"
          aria-label={words.position}
          aria-valuetext={describe(stops[position], stops, messages)}
          min={0}
          max={stops.length}
          step={1}
          value={position}
          disabled={isEmpty}
          onChange={({ currentTarget: { valueAsNumber } }) => travel.step(valueAsNumber - position)}
        />
      </span>
      {state.isLive ? (
        <Pill tone="ok" icon={<Radio size={12} aria-hidden="true" />}>
          {words.live}
        </Pill>
      ) : (
        <Pill tone="acc" icon={<History size={12} aria-hidden="true" />}>
          {words.eventOf(state.seq, stops.at(-1)?.seq ?? state.seq)}
        </Pill>
      )}
    </div>
  )
}

function describe(stop: TimelineRow | undefined, stops: readonly TimelineRow[], messages: DevtoolsMessages): string {
  const { travel: words } = messages
  if (stop === undefined) return words.live
  const { timeline } = messages
  const isHosts = stop.outcome === null && Object.hasOwn(timeline.hostActions, stop.action)
  const action = isHosts ? timeline.hostActions[stop.action as HostRecordKind] : stop.action // One of its keys.
  const parts = [stop.instanceId, action, stop.outcome === null ? null : timeline.outcomes[stop.outcome]]
  const what = parts.filter((part) => typeof part === 'string').join(', ')
  return `${words.eventOf(stop.seq, stops.at(-1)?.seq ?? stop.seq)}: ${displayText(what, 120)}`
}
