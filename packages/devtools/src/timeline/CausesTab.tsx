import type { TraceRecord } from '@plugboard/contracts'
import { type CSSProperties, type ReactElement, useMemo } from 'react'

import type { DevtoolsMessages } from '../messages/index.ts'
import { useLive, useSession, useMessages } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'
import { EventLink } from './ActionTab.tsx'
import { type HostRecordKind, rowOf } from './timelineRow.ts'

/** Effects that are listed; more are counted. */
const SHOWN_EFFECTS = 50

/** The way back from a record to where it began, and what followed from it. */
export function CausesTab({ record }: { readonly record: TraceRecord }): ReactElement {
  const { host, runtime } = useSession()
  const { timeline } = useMessages()
  const trace = useLive((state) => state.trace)
  const { seq } = record
  const { causes, effects } = useMemo(() => {
    const { root } = runtime
    return trace.length === 0
      ? { causes: null, effects: [] }
      : { causes: host.selectors.selectCauses(root, seq), effects: host.selectors.selectEffects(root, seq) }
  }, [host, runtime, seq, trace])
  const chain = causes?.records ?? []
  const missing = causes?.missing.length ?? 0
  return (
    <>
      <section aria-label={timeline.causes}>
        <h3>{timeline.causes}</h3>
        {missing > 0 ? <p className="pbd-muted">{timeline.missingCauses(missing)}</p> : null}
        {chain.length === 0 && missing === 0 ? <p className="pbd-muted">{timeline.noCauses}</p> : null}
        <ol className="pbd-chain">
          {chain.map((cause) => (
            <Link key={cause.seq} record={cause} depth={0} />
          ))}
        </ol>
      </section>
      <section aria-label={timeline.effects}>
        <h3>{timeline.effects}</h3>
        {effects.length === 0 ? <p className="pbd-muted">{timeline.noEffects}</p> : null}
        <ol className="pbd-chain">
          {effects.slice(0, SHOWN_EFFECTS).map((effect) => (
            <Link key={effect.record.seq} record={effect.record} depth={effect.depth - 1} />
          ))}
        </ol>
        {effects.length > SHOWN_EFFECTS ? (
          <p className="pbd-muted">{timeline.moreEffects(effects.length - SHOWN_EFFECTS)}</p>
        ) : null}
      </section>
    </>
  )
}

function Link({ depth, record }: { readonly record: TraceRecord; readonly depth: number }): ReactElement {
  const { timeline } = useMessages()
  return (
    <li style={{ '--_level': Math.min(depth, 8) } as CSSProperties}>
      <EventLink seq={record.seq} instanceId={record.instanceId} />{' '}
      <span className="pbd-mono">{wordsOf(record, timeline)}</span>{' '}
      <span className="pbd-muted pbd-mono">{record.instanceId ?? ''}</span>
    </li>
  )
}

function wordsOf(record: TraceRecord, { causeKinds, hostActions }: DevtoolsMessages['timeline']): string {
  if (record.kind === 'event') return causeKinds.event(displayText(record.handler, 64))
  if (record.kind === 'invoke') return causeKinds.invoke(record.surface, displayText(record.name, 64))
  if (record.kind === 'render') return causeKinds.render(displayText(record.widgetId, 64))
  const row = rowOf(record, null)
  if (row === null || record.kind === 'dispatch' || record.kind === 'error') return row?.action ?? record.kind
  return hostActions[row.action as HostRecordKind] // A record of the host's own: its action is its kind.
}
