import { canRunCommand, canWriteShared } from '@plugboard/capabilities'
import {
  parseInstanceId,
  type CapabilityGrants,
  type DispatchIntent,
  type DispatchReason,
  type InstanceId,
  type Recording,
  type TraceRecord,
} from '@plugboard/contracts'
import { readEntries } from '@plugboard/host/recording'

/**
 * What a host's trace would say of grants in a recorded run: with which ones each instance began, how they changed, and what
 * it tried under them. A recording holds no answers of a store; whether a grant allowed an intent follows from the grants.
 *
 * @throws RecordingError when the recording contradicts itself.
 */
export function recordedTrace(recording: Recording): readonly TraceRecord[] {
  const records: TraceRecord[] = []
  const present = new Map<InstanceId, CapabilityGrants>()
  const next = () => ({ seq: records.length + 1, causeSeq: null, at: 0 })
  for (const { entry, view } of readEntries(recording)) {
    const { instanceId } = entry
    if (view === null) continue
    const { grants } = view
    const before = present.get(instanceId)
    present.set(instanceId, grants)
    if (before === undefined) {
      const packageId = parseInstanceId(instanceId)?.packageId ?? ''
      records.push({ ...next(), kind: 'load', packageId, instanceId, granted: grants })
    } else if (JSON.stringify(before) !== JSON.stringify(grants)) {
      records.push({ ...next(), kind: 'grants', instanceId, before, after: grants, by: 'user' })
    }
    if (!('answer' in entry) || !('intents' in entry.answer)) continue
    for (const intent of entry.answer.intents) {
      const reason = refusalOf(intent, grants)
      const outcome = reason === undefined ? { outcome: 'applied' as const } : { outcome: 'denied' as const, reason }
      records.push({ ...next(), kind: 'dispatch', dispatchId: '', instanceId, intent, ...outcome })
    }
  }
  return records
}

/** Why the grants do not allow an intent; undefined when they do. */
function refusalOf(intent: DispatchIntent, grants: CapabilityGrants): DispatchReason | undefined {
  if (intent.scope === 'shared' && !canWriteShared(grants, intent.domain)) return `missing-write-grant:${intent.domain}`
  if (intent.scope === 'system' && !canRunCommand(grants, intent.command)) {
    return `system-command-not-granted:${intent.command}`
  }
  return undefined
}
