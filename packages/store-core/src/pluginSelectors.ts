import type {
  CapabilityGrants,
  DispatchTraceSummary,
  InstanceId,
  JsonValue,
  PackageId,
  RuntimePluginInstance,
  RuntimeState,
  TraceRecord,
} from '@plugboard/contracts'

import {
  selectAllPluginState,
  selectGrants,
  selectInstance,
  selectInstanceCountByPackage,
  selectInstances,
  selectInstancesByPackage,
  selectPluginState,
} from './instanceSelectors.ts'
import type { PastReading } from './past/pastReading.ts'
import { selectStateAt } from './past/pastReader.ts'
import type { Registries } from './registries.ts'
import { selectCauses, selectEffects, type TraceCauses, type TraceEffect } from './traceCauses.ts'
import {
  createTraceSelector,
  selectDispatchTrace,
  selectLastSeq,
  selectTraceRecord,
  type TraceFilter,
} from './traceSelectors.ts'
import { selectUndoneBy } from './undoPlan.ts'
import { createViewSelectors, type ViewSelectors } from './viewSelectors.ts'

/** Everything that can be asked of a runtime state. Answers keep their references until they change. */
export interface PluginSelectors extends ViewSelectors {
  /** An instance's own state; undefined when it is not there. */
  readonly selectPluginState: (state: RuntimeState, instanceId: InstanceId) => JsonValue | undefined
  /** Every instance's own state, by instance. */
  readonly selectAllPluginState: (state: RuntimeState) => Readonly<Record<InstanceId, JsonValue>>
  /** One instance; undefined when it is not there. */
  readonly selectInstance: (state: RuntimeState, instanceId: InstanceId) => RuntimePluginInstance | undefined
  /** All instances, in the order in which they were loaded. */
  readonly selectInstances: (state: RuntimeState) => readonly RuntimePluginInstance[]
  /** The instances of one package, in the order in which they were loaded. */
  readonly selectInstancesByPackage: (state: RuntimeState, packageId: PackageId) => readonly RuntimePluginInstance[]
  /** How many instances each package has; packages without any are not listed. */
  readonly selectInstanceCountByPackage: (state: RuntimeState) => Readonly<Record<PackageId, number>>
  /** What an instance may do; nothing when it is not there. */
  readonly selectGrants: (state: RuntimeState, instanceId: InstanceId) => CapabilityGrants
  /** The last dispatch, and counts over the life of the store. */
  readonly selectDispatchTrace: (state: RuntimeState) => DispatchTraceSummary
  /** Number of the newest trace record, 0 before the first: the cause of what is dispatched next. */
  readonly selectLastSeq: (state: RuntimeState) => number
  /** One record by its number; undefined once it has left the ring. */
  readonly selectTraceRecord: (state: RuntimeState, seq: number) => TraceRecord | undefined
  /** The way back from a record to what a person or the host began. */
  readonly selectCauses: (state: RuntimeState, seq: number) => TraceCauses
  /** All that followed from a record, oldest first. */
  readonly selectEffects: (state: RuntimeState, seq: number) => readonly TraceEffect[]
  /** Number of the undo that took a dispatch back; undefined while it counts. */
  readonly selectUndoneBy: (state: RuntimeState, seq: number) => number | undefined
  /** The runtime state right after a record, or why nobody can tell. Neighbouring numbers of one state are cheap. */
  readonly selectStateAt: (state: RuntimeState, seq: number) => PastReading
  /** The records that match, oldest first; all of them without a filter. */
  readonly selectTrace: (state: RuntimeState, filter?: TraceFilter) => readonly TraceRecord[]
}

/** The selectors of one slice: they remember, so each store needs its own. */
export function createPluginSelectors(registries: Registries): PluginSelectors {
  return Object.freeze({
    selectPluginState,
    selectAllPluginState,
    selectInstance,
    selectInstances,
    selectInstancesByPackage,
    selectInstanceCountByPackage,
    selectGrants,
    selectDispatchTrace,
    selectLastSeq,
    selectTraceRecord,
    selectCauses,
    selectEffects,
    selectUndoneBy,
    selectStateAt,
    selectTrace: createTraceSelector(),
    ...createViewSelectors(registries),
  })
}
