import { explainReason, reasonCode, type TraceRecord } from '@plugboard/contracts'
import { ShieldCheck } from 'lucide-react'
import type { ReactElement } from 'react'

import { JsonView } from '../ui/JsonView.tsx'
import { OutcomePill } from '../ui/OutcomePill.tsx'
import { useCommands } from '../workspace/commands.ts'
import { useAppDispatch, useGrants, useInstance } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/** One record in full, and for a refusal the reason in plain words with a way out. */
export function EventDetail({ record }: { readonly record: TraceRecord | undefined }): ReactElement {
  if (record === undefined) {
    return (
      <aside className="det" aria-label="Event">
        <p className="mut">Choose an event to see its reason and its payload.</p>
      </aside>
    )
  }
  return (
    <aside className="det" aria-label={`Event ${record.seq}`} tabIndex={0}>
      <div className="row">
        <h3 className="grow">Event {record.seq}</h3>
        {record.kind === 'dispatch' ? <OutcomePill outcome={record.outcome} /> : null}
      </div>
      {record.kind === 'dispatch' ? <DispatchDetail record={record} /> : <JsonView label="Record" value={record} />}
    </aside>
  )
}

type DispatchRecord = Extract<TraceRecord, { readonly kind: 'dispatch' }>

function DispatchDetail({ record }: { readonly record: DispatchRecord }): ReactElement {
  const { intent, reason } = record
  return (
    <>
      {reason === undefined ? null : <ReasonCallout record={record} reason={reason} />}
      <dl className="kv">
        {reason === undefined ? null : (
          <>
            <dt>Reason</dt>
            <dd className="mono">{reasonCode(reason)}</dd>
          </>
        )}
        {intent.scope === 'shared' ? (
          <>
            <dt>Domain</dt>
            <dd className="mono">{intent.domain}</dd>
          </>
        ) : null}
        <dt>Action</dt>
        <dd className="mono">{intent.scope === 'system' ? intent.command : intent.actionType}</dd>
        <dt>Caused by</dt>
        <dd className="num">{record.causeSeq === null ? 'the host' : `event ${record.causeSeq}`}</dd>
        {record.source === undefined ? null : (
          <>
            <dt>Sent from</dt>
            <dd className="mono">
              {record.source.line}:{record.source.column}
            </dd>
          </>
        )}
      </dl>
      {intent.payload === undefined ? null : <JsonView label="Payload" value={intent.payload} />}
    </>
  )
}

function ReasonCallout(props: {
  readonly record: DispatchRecord
  readonly reason: NonNullable<DispatchRecord['reason']>
}): ReactElement {
  const { record, reason } = props
  const commands = useCommands()
  const dispatch = useAppDispatch()
  const instance = useInstance(record.instanceId ?? null)
  const grants = useGrants(record.instanceId ?? '')
  const { title, text } = explainReason(reason)
  const domain = record.intent.scope === 'shared' ? record.intent.domain : null
  const canGrant = reasonCode(reason) === 'missing-write-grant' && domain !== null && instance !== undefined
  return (
    <div className={`callout ${record.outcome === 'denied' ? '' : 'mute'}`}>
      <strong>{title}</strong>
      <p>{text}</p>
      {canGrant ? (
        <div className="row">
          <button
            type="button"
            className="btn warn"
            onClick={() =>
              commands.grantAndReplay({ seq: record.seq, instanceId: instance.instanceId, domain, grants })
            }
          >
            <ShieldCheck size={14} aria-hidden="true" />
            Grant and replay
          </button>
          <button
            type="button"
            className="btn ghost"
            onClick={() => dispatch(workspaceActions.instanceInspected(instance.instanceId))}
          >
            Grants
          </button>
        </div>
      ) : null}
    </div>
  )
}
