import { addGrant, type CapabilityVerb } from '@plugboard/capabilities'
import { type DispatchReason, explainReason, reasonCode } from '@plugboard/contracts'
import { ShieldCheck } from 'lucide-react'
import { type ReactElement, useState } from 'react'

import { useSession, useGrants, useInstance, useIsPast, useMessages, useModel } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'
import type { DispatchRecord } from './dispatchRecord.ts'

export interface ReasonCalloutProps {
  readonly record: DispatchRecord
  readonly reason: DispatchReason
}

/** Why an intent was not applied, in the host's words, and what a person can do about it. */
export function ReasonCallout({ reason, record }: ReasonCalloutProps): ReactElement {
  const { title, text } = explainReason(reason)
  const missing = missingGrant(record, reason)
  const instance = useInstance(record.instanceId)
  return (
    <div className={`pbd-callout ${record.outcome === 'denied' ? '' : 'pbd-quiet'}`}>
      <strong>{displayText(title)}</strong>
      <p>{displayText(text)}</p>
      {missing === null || instance === undefined ? null : (
        <GrantAndReplay seq={record.seq} instanceId={instance.instanceId} grant={missing} />
      )}
    </div>
  )
}

interface MissingGrant {
  readonly verb: CapabilityVerb
  readonly name: string
}

/** What the instance would have needed; null where no grant helps. */
function missingGrant({ intent }: DispatchRecord, reason: DispatchReason): MissingGrant | null {
  const code = reasonCode(reason)
  if (code === 'missing-write-grant' && intent.scope === 'shared') return { verb: 'writeShared', name: intent.domain }
  if (code === 'system-command-not-granted' && intent.scope === 'system') {
    return { verb: 'systemCommand', name: intent.command }
  }
  return null
}

function GrantAndReplay(props: {
  readonly seq: number
  readonly instanceId: string
  readonly grant: MissingGrant
}): ReactElement {
  const { grant, instanceId, seq } = props
  const devtools = useSession()
  const { timeline } = useMessages()
  const grants = useGrants(instanceId)
  const isPast = useIsPast()
  const [fault, setFault] = useState<string | null>(null)
  const replay = (): void => {
    try {
      devtools.host.setGrants(instanceId, addGrant(grants, grant.verb, grant.name))
      devtools.host.replayIntent(seq)
      setFault(null)
    } catch (error) {
      setFault(error instanceof Error ? error.message : timeline.replayFailed)
    }
  }
  return (
    <>
      {grant.verb === 'writeShared' ? <MovedOn domain={grant.name} seq={seq} /> : null}
      <div className="pbd-row">
        <button type="button" className="pbd-button pbd-warn" disabled={isPast} onClick={replay}>
          <ShieldCheck size={14} aria-hidden="true" />
          {timeline.grantAndReplay}
        </button>
        <button type="button" className="pbd-button pbd-ghost" onClick={() => devtools.inspect(instanceId, 'grants')}>
          {timeline.openGrants}
        </button>
      </div>
      {fault === null ? null : (
        <p role="alert" className="pbd-error">
          {fault}
        </p>
      )}
    </>
  )
}

/** Says that a replay would write over something newer. */
function MovedOn({ domain, seq }: { readonly domain: string; readonly seq: number }): ReactElement | null {
  const devtools = useSession()
  const { timeline } = useMessages()
  useModel(devtools.writers)
  const write = devtools.writers.lastWriteTo(domain)
  if (write === undefined || write.seq <= seq) return null
  return (
    <p>
      {timeline.movedOn(displayText(domain), write.instanceId ?? timeline.host)}{' '}
      <button type="button" className="pbd-link" onClick={() => devtools.revealEvent(write)}>
        {timeline.event(write.seq)}
      </button>
    </p>
  )
}
