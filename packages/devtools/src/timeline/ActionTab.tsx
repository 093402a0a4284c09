import { reasonCode } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useSession, useMessages } from '../session/context.tsx'
import { SourceLink } from '../source/SourceLink.tsx'
import { displayText } from '../ui/displayText.ts'
import { formatMs } from '../ui/format.ts'
import type { DispatchRecord } from './dispatchRecord.ts'

/** What an intent asked for, where it came from, and what it brought. */
export function ActionTab({ record }: { readonly record: DispatchRecord }): ReactElement {
  const { host, runtime } = useSession()
  const { timeline } = useMessages()
  const { causeSeq, instanceId, intent, reason, source } = record
  const cause = causeSeq === null ? undefined : host.selectors.selectTraceRecord(runtime.root, causeSeq)
  const usage = cause?.kind === 'event' || cause?.kind === 'invoke' ? cause.usage : undefined
  return (
    <>
      <dl className="pbd-facts">
        {reason === undefined ? null : (
          <Fact name={timeline.reason} value={<span className="pbd-mono">{reasonCode(reason)}</span>} />
        )}
        {intent.scope === 'shared' ? (
          <Fact name={timeline.domain} value={<span className="pbd-mono">{displayText(intent.domain)}</span>} />
        ) : null}
        <Fact
          name={intent.scope === 'system' ? timeline.command : timeline.action}
          value={
            <span className="pbd-mono">
              {displayText(intent.scope === 'system' ? intent.command : intent.actionType)}
            </span>
          }
        />
        <Fact
          name={timeline.causedBy}
          value={causeSeq === null ? timeline.byHost : <EventLink seq={causeSeq} instanceId={instanceId} />}
        />
        {source === undefined ? null : (
          <Fact name={timeline.sentFrom} value={<SourceLink instanceId={instanceId} position={source} />} />
        )}
        {usage === undefined ? null : <Fact name={timeline.took} value={timeline.tookMs(formatMs(usage.wallMs))} />}
      </dl>
      {intent.payload === undefined ? (
        <p className="pbd-muted">{timeline.noPayload}</p>
      ) : (
        <JsonTree label={timeline.payload} value={intent.payload} />
      )}
    </>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: ReactElement | string }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

/** Another record, to go to. */
export function EventLink(props: { readonly seq: number; readonly instanceId: string | undefined }): ReactElement {
  const devtools = useSession()
  const { timeline } = useMessages()
  return (
    <button type="button" className="pbd-link" onClick={() => devtools.selectEvent(props)}>
      {timeline.event(props.seq)}
    </button>
  )
}
