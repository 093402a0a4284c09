export { EVERY_DOMAIN, isCapabilityName, NO_GRANTS } from './capabilityGrants.ts'
export { ACTION_TYPE_LENGTH, PAYLOAD_SIZE } from './dispatchIntent.ts'
export { applyDelta } from './delta/applyDelta.ts'
export { keepsPart } from './delta/delta.ts'
export { diffJson } from './delta/diffJson.ts'
export { explainReason, outcomeOf, reasonCode, reasonSubject } from './dispatchReason.ts'
export { cleanDisplayText } from './displayText.ts'
export { createInstanceId, isPackageId, parseInstanceId } from './identity.ts'
export { FORBIDDEN_KEYS, isPlainObject } from './json.ts'
export { digestJson } from './jsonDigest.ts'
export { DATA_DEPTH, extendPath, inspectJson, JSON_DEPTH, measureJsonDepth, PATH_LENGTH } from './jsonGuard.ts'
export { nearestName } from './nearestName.ts'
export { API_VERSIONS } from './packageManifest.ts'
export { DEFAULT_LIMITS, LOG_LINE_LENGTH, resolveLimits } from './pluginLimits.ts'
export { parseLoadPluginRequest, parsePluginCall } from './pluginRequest.ts'
export { INVOKE_SIZE, surfaceNames, PLUGIN_SURFACES, REJECT_REASON_LENGTH } from './pluginSurface.ts'
export { RECORDING_FORMAT, RECORDING_SIZE, RECORDING_VERSION } from './recording.ts'
export { RECORDING_ERROR_CODES, RecordingError } from './recordingError.ts'
export {
  ERROR_MESSAGE_LENGTH,
  FATAL_ERROR_CODES,
  isNotBegun,
  NOT_BEGUN,
  PluginRuntimeError,
  RUNTIME_ERROR_CODES,
  toErrorShape,
} from './runtimeError.ts'
export { shareStructure } from './structuralSharing.ts'
export { SYSTEM_COMMANDS } from './systemCommand.ts'
export { createZoneOffset, DEFAULT_TIME_ZONE } from './timeZone.ts'
export { UI_BUILDERS } from './ui/builders.ts'
export { childNodesOf } from './ui/childNodes.ts'
export { CUSTOM_COMPONENT } from './ui/customComponent.ts'
export { isFieldNode } from './ui/fieldNode.ts'
export { isImageSource } from './ui/imageSource.ts'
export { isLinkAddress } from './ui/linkAddress.ts'
export { UI_ISSUE_CODES } from './ui/uiIssue.ts'
export { UI_NODE_KINDS } from './ui/uiNode.ts'
export { ALIGNMENTS, GAPS, JUSTIFICATIONS, SIZES, TONES } from './ui/vocabulary.ts'
export { STORAGE_ERROR_CODES, WorkspaceStorageError } from './workspaceStorage.ts'

export type { CapabilityGrants, CapabilityRequest, DomainName } from './capabilityGrants.ts'
export type { Delta } from './delta/delta.ts'
export type {
  DispatchIntent,
  PluginIntent,
  SharedIntent,
  SourcePosition,
  StampedIntent,
  SystemIntent,
} from './dispatchIntent.ts'
export type { Diagnostic, DiagnosticSeverity } from './diagnostic.ts'
export type { DispatchOutcome, DispatchReason } from './dispatchReason.ts'
export type { InstanceId, PackageId, RuntimeIdentity } from './identity.ts'
export type { JsonObject, JsonValue } from './json.ts'
export type { JsonBudget, JsonFault, JsonFaultCode } from './jsonGuard.ts'
export type { PackageManifest } from './packageManifest.ts'
export type { PluginActionEnvelope, PluginActionMeta } from './pluginAction.ts'
export type { CallBudget, PluginLimits } from './pluginLimits.ts'
export type { ActionContext, PluginReducer, ReducerAction, ReducerResult } from './pluginReducer.ts'
export type {
  CallUsage,
  CancelSignal,
  EventCall,
  EventResult,
  GuestSeed,
  HostPort,
  InvokeCall,
  InvokeResult,
  LoadedPlugin,
  LoadPluginRequest,
  LogLine,
  PluginCall,
  PluginCallResult,
  PluginRuntime,
  RejectedIntent,
  RenderCall,
  RenderResult,
  RuntimeEvents,
  RuntimeGroup,
  RuntimeHealth,
  Unsubscribe,
} from './pluginRuntime.ts'
export type { HookDecision, LoadedSurfaces, PluginSurface, ServiceAnswer, ServiceCommand } from './pluginSurface.ts'
export type { PluginGlobalView, PluginView } from './pluginView.ts'
export type {
  RecordedCall,
  RecordedCode,
  RecordedDispose,
  RecordedEvent,
  RecordedFailure,
  RecordedIntents,
  RecordedInvoke,
  RecordedLoad,
  RecordedPlugin,
  RecordedRender,
  RecordedTree,
  RecordedValue,
  Recording,
  RecordingEntry,
} from './recording.ts'
export type { RecordingErrorCode, RecordingErrorShape } from './recordingError.ts'
export type { RuntimeErrorCode, RuntimeErrorShape } from './runtimeError.ts'
export type { DispatchTraceSummary, InstanceStatus, RuntimePluginInstance, RuntimeState } from './runtimeState.ts'
export type { DerivedDomainDefinition, ReadPolicy, SharedDomainDefinition, WritePolicy } from './sharedDomain.ts'
export type { StatePatch, StatePath } from './statePatch.ts'
export type { OnReplaced } from './structuralSharing.ts'
export type { SystemCommandName, SystemCommandTarget } from './systemCommand.ts'
export type { TraceKind, TraceRecord } from './traceRecord.ts'
export type { ZoneOffset } from './timeZone.ts'
export type { UIBuilderShape } from './ui/builders.ts'
export type { FieldNode } from './ui/fieldNode.ts'
export type { AlertNode } from './ui/kinds/alert.ts'
export type { BadgeNode } from './ui/kinds/badge.ts'
export type { ButtonConfirmation, ButtonNode } from './ui/kinds/button.ts'
export type { CheckboxNode } from './ui/kinds/checkbox.ts'
export type { CodeNode } from './ui/kinds/code.ts'
export type { ColumnNode } from './ui/kinds/column.ts'
export type { CustomNode } from './ui/kinds/custom.ts'
export type { DialogNode } from './ui/kinds/dialog.ts'
export type { DividerNode } from './ui/kinds/divider.ts'
export type { EmptyNode } from './ui/kinds/empty.ts'
export type { FieldBase, FieldOption, TextFieldBase } from './ui/kinds/field.ts'
export type { FormNode } from './ui/kinds/form.ts'
export type { GridNode } from './ui/kinds/grid.ts'
export type { HeadingNode } from './ui/kinds/heading.ts'
export type { IconNode } from './ui/kinds/icon.ts'
export type { ImageNode } from './ui/kinds/image.ts'
export type { InputNode } from './ui/kinds/input.ts'
export type { InvalidNode } from './ui/kinds/invalidNode.ts'
export type { LinkNode } from './ui/kinds/link.ts'
export type { ListItem, ListNode } from './ui/kinds/list.ts'
export type { PanelNode } from './ui/kinds/panel.ts'
export type { ProgressNode } from './ui/kinds/progress.ts'
export type { RadioNode } from './ui/kinds/radio.ts'
export type { RowNode } from './ui/kinds/row.ts'
export type { SelectNode, SelectOption } from './ui/kinds/select.ts'
export type { SpinnerNode } from './ui/kinds/spinner.ts'
export type { StatNode } from './ui/kinds/stat.ts'
export type { SwitchNode } from './ui/kinds/switch.ts'
export type { CellValue, TableColumn, TableNode, TableRow, TableSort } from './ui/kinds/table.ts'
export type { Tab, TabsNode } from './ui/kinds/tabs.ts'
export type { TextNode } from './ui/kinds/text.ts'
export type { TextareaNode } from './ui/kinds/textarea.ts'
export type { UIEvent, UIEventRef, UIEventType } from './ui/uiEvent.ts'
export type { UIIssue, UIIssueCode } from './ui/uiIssue.ts'
export type { NodeOf, UINode, UINodeByKind, UINodeKind } from './ui/uiNode.ts'
export type { A11y, Align, Gap, Justify, NodeBase, Size, Tone } from './ui/vocabulary.ts'
export type {
  OpenPluginRequest,
  PluginHold,
  PluginSource,
  WidgetLease,
  WidgetSnapshot,
  WidgetSource,
} from './widgetSource.ts'
export type {
  DamagedContent,
  StorageBatch,
  StorageErrorCode,
  StoredParts,
  WorkspaceStorage,
} from './workspaceStorage.ts'
