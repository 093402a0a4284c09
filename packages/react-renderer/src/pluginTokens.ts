/** The custom properties that give widgets their looks: `--pui-<name>`. What is not set has a default. */
export const PLUGIN_TOKENS = [
  'font',
  'font-mono',
  'font-size-sm',
  'font-size-md',
  'font-size-lg',
  'font-size-stat',
  'line-height',
  'text',
  'text-muted',
  'text-subtle',
  'surface',
  'surface-raised',
  'surface-sunken',
  'hover',
  'border',
  'border-control',
  'accent',
  'accent-solid',
  'accent-solid-hover',
  'on-accent',
  'accent-surface',
  'accent-border',
  'positive',
  'positive-surface',
  'positive-border',
  'warning',
  'warning-surface',
  'warning-border',
  'critical',
  'critical-surface',
  'critical-border',
  'neutral-surface',
  'focus',
  'shadow',
  'radius-sm',
  'radius-md',
  'radius-lg',
  'gap-xs',
  'gap-sm',
  'gap-md',
  'gap-lg',
  'gap-xl',
  'control-height',
  'control-padding',
  'panel-padding',
  'box-padding',
  'scroll-height',
  'virtual-height',
] as const

export type PluginToken = (typeof PLUGIN_TOKENS)[number]

/** Values of tokens, as CSS. The same can be said in a stylesheet, on any element above the widgets. */
export type PluginTokens = { readonly [K in PluginToken]?: string }

/** The tokens as custom properties. */
export function toCustomProperties(tokens: PluginTokens): Readonly<Record<`--pui-${string}`, string>> {
  const properties: Record<`--pui-${string}`, string> = {}
  for (const name of PLUGIN_TOKENS) {
    const value = tokens[name]
    if (value !== undefined) properties[`--pui-${name}`] = value
  }
  return properties
}
