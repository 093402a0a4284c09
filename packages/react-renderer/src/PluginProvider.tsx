import type { PluginSource, WidgetSource } from '@plugboard/contracts'
import { type ReactElement, type ReactNode, useMemo } from 'react'

import { type Clock, pageClock } from './clock.ts'
import { BUILT_IN_ICONS, type Icons } from './icons.ts'
import { askAlways, type DecideNavigation } from './navigation.ts'
import type { NodeComponents } from './nodeProps.ts'
import { PluginContext } from './pluginContext.ts'
import type { PluginTokens } from './pluginTokens.ts'

export interface PluginProviderProps {
  /** Where widgets come from. `<Plugin>` needs a source that can also open: a plugin host is one. */
  readonly source: WidgetSource | PluginSource
  /** Components in place of the built-in ones. Keep the object itself the same between renders. */
  readonly components?: NodeComponents
  /** Looks. Keep the object itself the same between renders. */
  readonly tokens?: PluginTokens
  /** Signs by name, in place of the built-in ones: `{ ...BUILT_IN_ICONS, logo: Logo }`. Keep the object the same. */
  readonly icons?: Icons
  /** Whether a link of a plugin opens; asks the person first when absent. Keep the function the same between renders. */
  readonly onNavigate?: DecideNavigation
  /** The level of the heading above the widgets; theirs begin one below. 2 when absent. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5
  readonly clock?: Clock
  readonly children?: ReactNode
}

const NO_COMPONENTS: NodeComponents = {}
const NO_TOKENS: PluginTokens = {}

/**
 * Gives the widgets below it their source, components and looks.
 *
 * @example
 * ```tsx
 * <PluginProvider source={host}>
 *   <Plugin packageId="counter" code={code} />
 * </PluginProvider>
 * ```
 */
export function PluginProvider({
  source,
  components = NO_COMPONENTS,
  tokens = NO_TOKENS,
  icons = BUILT_IN_ICONS,
  onNavigate = askAlways,
  headingLevel = 2,
  clock = pageClock,
  children,
}: PluginProviderProps): ReactElement {
  const value = useMemo(
    () => ({ source, components, tokens, icons, onNavigate, headingLevel, clock }),
    [source, components, tokens, icons, onNavigate, headingLevel, clock],
  )
  return <PluginContext value={value}>{children}</PluginContext>
}
