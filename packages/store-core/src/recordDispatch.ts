import {
  reasonCode,
  type DispatchIntent,
  type DispatchOutcome,
  type DispatchReason,
  type DispatchTraceSummary,
  type PackageId,
  type RuntimeIdentity,
  type RuntimeState,
  type SourcePosition,
  type StatePatch,
} from '@plugboard/contracts'

import { ownValue, withEntry } from './initialState.ts'
import { appendTrace, estimateSize, type TraceBounds } from './traceRing.ts'

/** One dispatch, as it ended. */
export interface DispatchReport {
  readonly identity: RuntimeIdentity
  readonly dispatchId: string
  readonly intent: DispatchIntent
  readonly outcome: DispatchOutcome
  readonly reason?: DispatchReason
  readonly inverse?: readonly StatePatch[]
  readonly causeSeq: number | null
  readonly timestamp: number
  readonly source?: SourcePosition
  /** What the action weighed when it was read. */
  readonly weight: number
}

/** Enters a dispatch of any outcome into the summary, the trace and the instance's diagnostics. */
export function recordDispatch(state: RuntimeState, report: DispatchReport, bounds: TraceBounds): RuntimeState {
  const { inverse, outcome, reason, source } = report
  const weight = inverse === undefined ? report.weight : report.weight + estimateSize(inverse)
  const { instanceId } = report.identity
  const instance = ownValue(state.instances, instanceId)
  const recorded: RuntimeState = {
    ...state,
    dispatchTrace: summarise(state.dispatchTrace, report, instance?.packageId),
    trace: appendTrace(
      state.trace,
      {
        kind: 'dispatch',
        causeSeq: report.causeSeq === 0 ? null : report.causeSeq,
        at: report.timestamp,
        instanceId,
        dispatchId: report.dispatchId,
        intent: report.intent,
        outcome,
        ...(reason === undefined ? {} : { reason }),
        ...(inverse === undefined ? {} : { inverse }),
        ...(source === undefined ? {} : { source }),
      },
      { bounds, weight },
    ),
  }
  if (outcome !== 'denied' || instance === undefined) return recorded
  const diagnostics = { ...instance.diagnostics, deniedActions: instance.diagnostics.deniedActions + 1 }
  return { ...recorded, instances: withEntry(state.instances, instanceId, { ...instance, diagnostics }) }
}

function summarise(
  summary: DispatchTraceSummary,
  report: DispatchReport,
  packageId: PackageId | undefined,
): DispatchTraceSummary {
  const { identity, intent, outcome, reason = null } = report
  const isDenied = outcome === 'denied' && reason !== null
  return {
    count: summary.count + 1,
    lastDispatchId: report.dispatchId,
    lastScope: intent.scope,
    lastActionType: intent.scope === 'system' ? intent.command : intent.actionType,
    lastOutcome: outcome,
    lastReason: reason,
    byOutcome: { ...summary.byOutcome, [outcome]: summary.byOutcome[outcome] + 1 },
    deniedByReason: isDenied ? counted(summary.deniedByReason, countedAs(reason)) : summary.deniedByReason,
    // What names no living instance may name any package; counting it would let strangers fill the record.
    byPackage: packageId === undefined ? summary.byPackage : counted(summary.byPackage, packageId),
    lastDenial: isDenied
      ? { instanceId: identity.instanceId, packageId: identity.packageId, reason }
      : summary.lastDenial,
  }
}

function counted(counts: Readonly<Record<string, number>>, key: string): Readonly<Record<string, number>> {
  return withEntry(counts, key, (ownValue(counts, key) ?? 0) + 1)
}

// The subject of these was chosen by the plugin: as keys they would grow without bound.
const CHOSEN_BY_PLUGINS: readonly string[] = ['unknown-domain', 'unknown-system-command', 'invalid-intent']

/** What a denial is counted under. */
export function countedAs(reason: DispatchReason): string {
  const code = reasonCode(reason)
  return CHOSEN_BY_PLUGINS.includes(code) ? code : reason
}
