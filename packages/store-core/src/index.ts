export { defineDerivedDomain } from './defineDerivedDomain.ts'
export { defineLocalReducer } from './defineLocalReducer.ts'
export { defineSharedDomain } from './defineSharedDomain.ts'
export { reduceGenericLocal } from './genericLocalReducer.ts'
export { envelopeOf, intentOf, isPluginActionEnvelope } from './pluginActionEnvelope.ts'
export { createPluginSlice } from './pluginSlice.ts'
export { createPluginStore } from './pluginStore.ts'
export { PAST_GAPS } from './past/pastReading.ts'
export { PLUGIN_STORE_ERROR_CODES, PluginStoreError } from './pluginStoreError.ts'
export { planRedo } from './redoPlan.ts'
export { DEFAULT_TRACE_LIMIT, DEFAULT_TRACE_SIZE } from './traceRing.ts'
export { planUndo } from './undoPlan.ts'

export type {
  DomainsRestored,
  ChangesUndone,
  GrantsChanged,
  HostAction,
  HostActionCreator,
  HostActionMeta,
  HostActionOf,
  InstanceEnabledChanged,
  InstanceFailed,
  InstanceLoading,
  InstanceRegistered,
  InstanceRemoved,
  InstanceRestarted,
  InstanceStatusChanged,
  IntentDenied,
  StateRewound,
  TraceEntry,
  UndoTakenBack,
} from './hostActions.ts'
export type { KnownPast, PastGap, PastReading, UnknownPast } from './past/pastReading.ts'
export type { DispatchStamp, PluginAction, Stamped } from './pluginActionEnvelope.ts'
export type { PluginActions } from './pluginActions.ts'
export type { PluginSelectors } from './pluginSelectors.ts'
export type { IntentStamp, PluginSlice } from './pluginSlice.ts'
export type { PluginStore, PluginStoreOptions } from './pluginStore.ts'
export type { PluginStoreErrorCode } from './pluginStoreError.ts'
export type { RedoPlan } from './redoPlan.ts'
export type { RewindPlan } from './rewindPlan.ts'
export type { PluginSliceOptions } from './registries.ts'
export type { DefectListener, StoreDefect } from './storeDefect.ts'
export type { TraceCauses, TraceEffect } from './traceCauses.ts'
export type { TraceFilter } from './traceSelectors.ts'
export type { UndoConflict, UndoOverwrite, UndoPlan, UndoRequest } from './undoPlan.ts'
export type { ViewSelectors } from './viewSelectors.ts'
