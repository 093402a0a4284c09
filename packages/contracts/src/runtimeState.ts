import type { CapabilityGrants, DomainName } from './capabilityGrants.ts'
import type { DispatchIntent } from './dispatchIntent.ts'
import type { DispatchOutcome, DispatchReason } from './dispatchReason.ts'
import type { InstanceId, PackageId, RuntimeIdentity } from './identity.ts'
import type { JsonValue } from './json.ts'
import type { LoadedSurfaces } from './pluginSurface.ts'
import type { RuntimeErrorShape } from './runtimeError.ts'
import type { TraceRecord } from './traceRecord.ts'

/**
 * `loading → ready → error | quarantined`, then gone. In `error` the VM was stopped or never started: events are refused
 * until a restart. A handler or render that merely failed leaves the instance `ready` with an `error` beside its tree.
 */
export type InstanceStatus = 'loading' | 'ready' | 'error' | 'quarantined'

/** One running plugin, as the store knows it. */
export interface RuntimePluginInstance extends RuntimeIdentity {
  /** What the plugin calls itself. Display data: nothing is keyed by it. */
  readonly declaredId?: string
  readonly title: string
  readonly description?: string
  readonly widgets: readonly string[]
  /** Its tools, hooks and services; absent when there are none. */
  readonly surfaces?: LoadedSurfaces
  /** False while a person has paused it. */
  readonly enabled: boolean
  /** Version of the shape that its state has; absent where its package counts none. */
  readonly stateVersion?: number
  readonly status: InstanceStatus
  readonly error?: RuntimeErrorShape
  /** Number of the newest event that a source delivered and that was handled; absent before the first. */
  readonly lastDelivered?: number
  readonly diagnostics: {
    readonly loadErrors: readonly string[]
    readonly deniedActions: number
    readonly restarts: number
  }
}

/** The last dispatch, and counts over the life of the store. */
export interface DispatchTraceSummary {
  readonly count: number
  readonly lastDispatchId: string | null
  readonly lastScope: DispatchIntent['scope'] | null
  readonly lastActionType: string | null
  readonly lastOutcome: DispatchOutcome | null
  readonly lastReason: DispatchReason | null
  readonly byOutcome: Readonly<Record<DispatchOutcome, number>>
  /** By reason; reasons whose subject the plugin chose (an unknown name) are counted under their code alone. */
  readonly deniedByReason: Readonly<Record<string, number>>
  /** Dispatches of every outcome, by the package of the instance. */
  readonly byPackage: Readonly<Record<PackageId, number>>
  /** Kept here because the record itself leaves the ring. */
  readonly lastDenial: (RuntimeIdentity & { readonly reason: DispatchReason }) | null
}

/** All that the host knows about running plugins: one Redux slice. Every map is keyed by host-made ids. */
export interface RuntimeState {
  readonly instances: Readonly<Record<InstanceId, RuntimePluginInstance>>
  readonly pluginStateByInstance: Readonly<Record<InstanceId, JsonValue>>
  readonly grantsByInstance: Readonly<Record<InstanceId, CapabilityGrants>>
  readonly shared: Readonly<Record<DomainName, JsonValue>>
  readonly dispatchTrace: DispatchTraceSummary
  /** The newest records, oldest first, bounded by the store's `traceLimit`. */
  readonly trace: readonly TraceRecord[]
}
