export { BUILT_IN_COMPONENTS } from './builtInComponents.ts'
export { BUILT_IN_ICONS } from './icons.ts'
export { defineComponent } from './custom/defineComponent.ts'
export { useDraft } from './drafts/useDraft.ts'
export { useFieldDraft } from './drafts/useFieldDraft.ts'
export { useForm } from './forms/formContext.ts'
export { INHERIT_TOKENS } from './inheritTokens.ts'
export { Plugin } from './Plugin.tsx'
export { PluginProvider } from './PluginProvider.tsx'
export { PluginRendererError } from './pluginRendererError.ts'
export { PluginTreeScope } from './PluginTreeScope.tsx'
export { PLUGIN_TOKENS } from './pluginTokens.ts'
export { usePluginTree } from './usePluginTree.ts'
export { WidgetRenderer } from './WidgetRenderer.tsx'
export { WidgetStatus } from './WidgetStatus.tsx'

export type { Clock } from './clock.ts'
export type {
  ComponentDiagnostic,
  ComponentDiagnosticCode,
  ReportDiagnostic,
  WidgetDiagnostic,
} from './custom/componentDiagnostic.ts'
export type {
  ComponentDefinition,
  ComponentOptions,
  CustomComponent,
  CustomComponentProps,
  CustomPropsOf,
  EmitCustomEvent,
  EventSchemas,
} from './custom/defineComponent.ts'
export type { DraftProps, TextElement } from './drafts/useDraft.ts'
export type { FieldDraft } from './drafts/useFieldDraft.ts'
export type { FormHandle } from './forms/formContext.ts'
export type { IconComponent, Icons } from './icons.ts'
export type { DecideNavigation, NavigationDecision, NavigationOrigin } from './navigation.ts'
export type {
  EmitNodeEvent,
  NodeComponents,
  NodeProps,
  NodeWrappers,
  RenderNode,
  UIEventBody,
  WrapProps,
} from './nodeProps.ts'
export type { PluginProps } from './Plugin.tsx'
export type { PluginProviderProps } from './PluginProvider.tsx'
export type { PluginRendererErrorCode } from './pluginRendererError.ts'
export type { PluginTreeScopeProps } from './PluginTreeScope.tsx'
export type { PluginToken, PluginTokens } from './pluginTokens.ts'
export type { PluginTree, PluginTreeScopeValue } from './usePluginTree.ts'
export type { WidgetRendererProps } from './WidgetRenderer.tsx'
export type { WidgetStatusProps } from './WidgetStatus.tsx'
