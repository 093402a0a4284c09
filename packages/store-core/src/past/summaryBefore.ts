import {
  parseInstanceId,
  type DispatchTraceSummary,
  type PackageId,
  type RuntimeState,
  type TraceRecord,
} from '@plugboard/contracts'

import { ownValue, withEntry, withoutEntry } from '../initialState.ts'
import { countedAs } from '../recordDispatch.ts'

type DispatchRecord = Extract<TraceRecord, { readonly kind: 'dispatch' }>

/** The summary as it was before a dispatch, with what is still known of the ones before it. */
export function summaryBefore(
  summary: DispatchTraceSummary,
  record: DispatchRecord,
  earlier: { readonly instances: RuntimeState['instances']; readonly trace: readonly TraceRecord[] },
): DispatchTraceSummary {
  const { outcome, reason } = record
  const isDenied = outcome === 'denied' && reason !== undefined
  const packageId = ownValue(earlier.instances, record.instanceId ?? '')?.packageId
  const last = findBefore(earlier.trace, record.seq, () => true)
  return {
    count: summary.count - 1,
    lastDispatchId: last?.dispatchId ?? null,
    lastScope: last?.intent.scope ?? null,
    lastActionType: last === undefined ? null : nameOf(last),
    lastOutcome: last?.outcome ?? null,
    lastReason: last?.reason ?? null,
    byOutcome: { ...summary.byOutcome, [outcome]: summary.byOutcome[outcome] - 1 },
    deniedByReason: isDenied ? lessOne(summary.deniedByReason, countedAs(reason)) : summary.deniedByReason,
    byPackage: packageId === undefined ? summary.byPackage : lessOne(summary.byPackage, packageId),
    // The one that is there stays the last until it is itself taken back: nobody looks through the trace at every step.
    lastDenial: isDenied ? denialBefore(earlier.trace, record.seq) : summary.lastDenial,
  }
}

/** Whether what the summary says of the last dispatch and the last denial is all that there was. */
export function isWhole({ byOutcome, count, lastDenial, lastDispatchId }: DispatchTraceSummary): boolean {
  return (count === 0 || lastDispatchId !== null) && (byOutcome.denied === 0 || lastDenial !== null)
}

function denialBefore(trace: readonly TraceRecord[], seq: number): DispatchTraceSummary['lastDenial'] {
  const denial = findBefore(trace, seq, (record) => record.outcome === 'denied' && record.reason !== undefined)
  const packageId: PackageId | undefined = parseInstanceId(denial?.instanceId)?.packageId
  if (denial?.instanceId === undefined || denial.reason === undefined || packageId === undefined) return null
  return { instanceId: denial.instanceId, packageId, reason: denial.reason }
}

function findBefore(
  trace: readonly TraceRecord[],
  seq: number,
  isWanted: (record: DispatchRecord) => boolean,
): DispatchRecord | undefined {
  const first = trace[0]?.seq ?? seq
  for (let index = seq - first - 1; index >= 0; index -= 1) {
    const record = trace[index]
    if (record?.kind === 'dispatch' && isWanted(record)) return record
  }
  return undefined
}

function nameOf({ intent }: DispatchRecord): string {
  return intent.scope === 'system' ? intent.command : intent.actionType
}

function lessOne(counts: Readonly<Record<string, number>>, key: string): Readonly<Record<string, number>> {
  const count = (ownValue(counts, key) ?? 1) - 1
  return count <= 0 ? withoutEntry(counts, key) : withEntry(counts, key, count)
}
