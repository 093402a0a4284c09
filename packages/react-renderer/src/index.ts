export { defaultComponents } from './defaultComponents.ts'
export { Plugin } from './Plugin.tsx'
export { PluginProvider } from './PluginProvider.tsx'
export { WidgetRenderer } from './WidgetRenderer.tsx'

export type { NodeProps, UIComponents } from './nodeProps.ts'
export type { PluginProps } from './Plugin.tsx'
export type { PluginProviderProps } from './PluginProvider.tsx'
export type { WidgetRendererProps } from './WidgetRenderer.tsx'
