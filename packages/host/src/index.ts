export { collectDiagnostics } from './commands/collectDiagnostics.ts'
export { restartPlugin } from './commands/restartPlugin.ts'
export { togglePlugin } from './commands/togglePlugin.ts'
export { createHostStore } from './createHostStore.ts'
export { createPluginHost } from './createPluginHost.ts'
export { DELIVERY_REFUSALS } from './deliveryBook.ts'
export { PLUGIN_HOST_ERROR_CODES, PluginHostError } from './pluginHostError.ts'
export { createQuietRuntime } from './quietRuntime.ts'
export { removeInstances } from './removeInstances.ts'
export { runtimeMetrics } from './runtimeMetrics.ts'
export { runtimeRegistry } from './runtimeRegistry.ts'
export { defineSystemCommand, parseCommandTarget } from './systemCommand.ts'

export type { CarriedState } from './carryState.ts'
export type { HostStore } from './createHostStore.ts'
export type { DeliveryRefusal, DeliveryResult } from './deliveryBook.ts'
export type { DomainDescription, InstanceDescription } from './hostDescription.ts'
export type { PluginHostEvents } from './hostEvents.ts'
export type { RedoResult, UndoOptions, UndoResult } from './hostUndo.ts'
export type { InvokeOutcome, InvokeRefusal, InvokeRequest } from './invocation.ts'
export type {
  DeliveryRequest,
  LoadInstanceRequest,
  PluginHost,
  ReloadInstanceRequest,
  ReloadResult,
  ReplayResult,
} from './pluginHost.ts'
export type { QuietRuntime, QuietRuntimeOptions } from './quietRuntime.ts'
export type { RewindResult } from './past/hostRewind.ts'
export type { PluginHostErrorCode, PluginHostErrorShape } from './pluginHostError.ts'
export type { PluginHostOptions } from './pluginHostOptions.ts'
export type { PluginHostSelectors, PluginRootState } from './pluginHostSelectors.ts'
export type { MigrateState, PluginPackage } from './pluginPackage.ts'
export type { InstanceRemoval } from './removeInstances.ts'
export type { RuntimeMetricsView } from './runtimeMetrics.ts'
export type { RuntimeRegistryView } from './runtimeRegistry.ts'
export type {
  CommandTargetPolicy,
  ParsedPayload,
  SystemCommandContext,
  SystemCommandDefinition,
  SystemCommandHost,
} from './systemCommand.ts'
export type { SavedInstance } from './workspace/savedInstance.ts'
