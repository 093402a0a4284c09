export { collectDiagnostics } from './commands/collectDiagnostics.ts'
export { restartPlugin } from './commands/restartPlugin.ts'
export { togglePlugin } from './commands/togglePlugin.ts'
export { createHostStore } from './createHostStore.ts'
export { createPluginHost } from './createPluginHost.ts'
export { DELIVERY_REFUSALS } from './deliveryBook.ts'
export { openPast } from './past/openPast.ts'
export { PLUGIN_HOST_ERROR_CODES, PluginHostError } from './pluginHostError.ts'
export { removeInstances } from './removeInstances.ts'
export { runtimeMetrics } from './runtimeMetrics.ts'
export { runtimeRegistry } from './runtimeRegistry.ts'
export { defineSystemCommand, parseCommandTarget } from './systemCommand.ts'
export { readExport, storeExport } from './workspace/exportContents.ts'
export { openWorkspace } from './workspace/openWorkspace.ts'
export { WORKSPACE_PROBLEM_CODES } from './workspace/workspaceProblem.ts'

export type { CarriedState } from './carryState.ts'
export type { HostStore } from './createHostStore.ts'
export type { DeliveryRefusal, DeliveryResult } from './deliveryBook.ts'
export type { DomainDescription, InstanceDescription } from './hostDescription.ts'
export type { PluginHostEvents } from './hostEvents.ts'
export type { RedoResult, UndoOptions, UndoResult } from './hostUndo.ts'
export type {
  DeliveryRequest,
  LoadInstanceRequest,
  PluginHost,
  ReloadInstanceRequest,
  ReloadResult,
  ReplayResult,
} from './pluginHost.ts'
export type { RewindResult } from './past/hostRewind.ts'
export type { OpenPastOptions, Past } from './past/past.ts'
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
export type { ExportContents, StoreExportOptions } from './workspace/exportContents.ts'
export type { OpenWorkspaceOptions } from './workspace/openWorkspace.ts'
export type { SavedInstance } from './workspace/savedInstance.ts'
export type { ImportOptions, Workspace } from './workspace/workspace.ts'
export type { ExportHalf } from './workspace/workspaceExport.ts'
export type { WorkspaceProblem, WorkspaceProblemCode } from './workspace/workspaceProblem.ts'
export type { WorkspaceScheduler } from './workspace/workspaceSaver.ts'
export type { WorkspaceFault, WorkspaceStatus } from './workspace/workspaceStatus.ts'
