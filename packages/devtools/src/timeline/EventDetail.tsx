import { Tabs } from '@base-ui/react/tabs'
import type { TraceRecord } from '@plugboard/contracts'
import { History } from 'lucide-react'
import type { ReactElement } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useIsPast, useLive, useSession, useMessages } from '../session/context.tsx'
import { OutcomePill } from '../ui/OutcomePill.tsx'
import { ActionTab } from './ActionTab.tsx'
import { CausesTab } from './CausesTab.tsx'
import { DiffTab } from './DiffTab.tsx'
import { ReasonCallout } from './ReasonCallout.tsx'
import { StateTab } from './StateTab.tsx'

export interface EventDetailProps {
  readonly seq: number | null
}

/** One record in full, and for a refusal the reason in plain words with a way out. */
export function EventDetail({ seq }: EventDetailProps): ReactElement {
  const { host, runtime, travel } = useSession()
  const { timeline, travel: words } = useMessages()
  const isPast = useIsPast()
  // The same object while it is in the trace.
  const record = useLive(() => (seq === null ? undefined : host.selectors.selectTraceRecord(runtime.root, seq)))
  if (seq === null || record === undefined) {
    return (
      <aside className="pbd-detail" aria-label={timeline.noEvent} tabIndex={0}>
        <p className="pbd-muted">{seq === null ? timeline.chooseEvent : timeline.eventGone(seq)}</p>
      </aside>
    )
  }
  return (
    <aside className="pbd-detail" aria-label={timeline.event(seq)} tabIndex={0}>
      <div className="pbd-row">
        <h2 className="pbd-grow">{timeline.event(seq)}</h2>
        {isPast ? null : (
          <button type="button" className="pbd-button pbd-ghost" onClick={() => travel.goTo(seq)}>
            <History size={14} aria-hidden="true" />
            {words.lookHere}
          </button>
        )}
        {record.kind === 'dispatch' ? <OutcomePill outcome={record.outcome} /> : null}
      </div>
      {record.kind === 'dispatch' && record.reason !== undefined ? (
        <ReasonCallout key={seq} record={record} reason={record.reason} />
      ) : null}
      <DetailTabs key={isPast ? 'past' : 'live'} record={record} isPast={isPast} />
    </aside>
  )
}

function DetailTabs({ isPast, record }: { readonly isPast: boolean; readonly record: TraceRecord }): ReactElement {
  const { timeline } = useMessages()
  const { tabs } = timeline
  return (
    <Tabs.Root className="pbd-detail-tabs" defaultValue={isPast ? 'diff' : 'action'}>
      <Tabs.List className="pbd-tabs" aria-label={timeline.details}>
        <Tabs.Tab value="action">{tabs.action}</Tabs.Tab>
        <Tabs.Tab value="diff">{tabs.diff}</Tabs.Tab>
        <Tabs.Tab value="state">{tabs.state}</Tabs.Tab>
        <Tabs.Tab value="causes">{tabs.causes}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="action">
        {record.kind === 'dispatch' ? (
          <ActionTab record={record} />
        ) : (
          <JsonTree label={timeline.record} value={record} />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="diff">
        <DiffTab record={record} />
      </Tabs.Panel>
      <Tabs.Panel value="state">
        <StateTab record={record} />
      </Tabs.Panel>
      <Tabs.Panel value="causes">
        <CausesTab record={record} />
      </Tabs.Panel>
    </Tabs.Root>
  )
}
