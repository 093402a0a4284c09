import type { RuntimeState, TraceRecord } from '@plugboard/contracts'

import {
  selectAllPluginState,
  selectGrants,
  selectInstance,
  selectInstanceCountByPackage,
  selectInstances,
  selectInstancesByPackage,
  selectPluginState,
} from './instanceSelectors.ts'
import type { Registries } from './registries.ts'
import {
  createTraceSelector,
  selectDispatchTrace,
  selectLastSeq,
  selectTraceRecord,
  type TraceFilter,
} from './traceSelectors.ts'
import { createViewSelectors, type ViewSelectors } from './viewSelectors.ts'

/** Everything that can be asked of a runtime state. Answers keep their references until they change. */
export interface PluginSelectors extends ViewSelectors {
  readonly selectPluginState: typeof selectPluginState
  readonly selectAllPluginState: typeof selectAllPluginState
  readonly selectInstance: typeof selectInstance
  readonly selectInstances: typeof selectInstances
  readonly selectInstancesByPackage: typeof selectInstancesByPackage
  readonly selectInstanceCountByPackage: typeof selectInstanceCountByPackage
  readonly selectGrants: typeof selectGrants
  readonly selectDispatchTrace: typeof selectDispatchTrace
  readonly selectLastSeq: typeof selectLastSeq
  readonly selectTraceRecord: typeof selectTraceRecord
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
    selectTrace: createTraceSelector(),
    ...createViewSelectors(registries),
  })
}
