import type { PluginSource, WidgetSource } from '@plugboard/contracts'
import { type ReactElement, type ReactNode, useMemo } from 'react'

import { type Clock, pageClock } from './clock.ts'
import { type ReportDiagnostic, warnOfDiagnostic } from './custom/componentDiagnostic.ts'
import { collectCustom } from './custom/customComponents.ts'
import type { CustomComponent } from './custom/defineComponent.ts'
import { BUILT_IN_ICONS, type Icons } from './icons.ts'
import { createFindKind } from './kindComponents.tsx'
import { askAlways, type DecideNavigation } from './navigation.ts'
import type { NodeComponents, NodeWrappers } from './nodeProps.ts'
import { PluginContext } from './pluginContext.ts'
import type { PluginTokens } from './pluginTokens.ts'

export interface PluginProviderProps {
  /** Where widgets come from. `<Plugin>` needs a source that can also open: a plugin host is one. */
  readonly source: WidgetSource | PluginSource
  /** Components in place of the built-in ones. Keep the object itself the same between renders. */
  readonly components?: NodeComponents
  /** Components around those that draw, by kind; `'*'` is around all of them. Keep the object itself the same. */
  readonly wrap?: NodeWrappers
  /**
   * Components of your own that plugins may use by name: `[Map.implement(MapView)]`. Keep the list itself the same.
   *
   * @throws PluginRendererError `DUPLICATE_COMPONENT` for two of one name.
   */
  readonly custom?: readonly CustomComponent[]
  /** Hears what is wrong with the use of a component of your own; the console does when absent. Keep the function. */
  readonly onDiagnostic?: ReportDiagnostic
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
const NO_WRAPPERS: NodeWrappers = {}
const NO_CUSTOM: readonly CustomComponent[] = []
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
  wrap = NO_WRAPPERS,
  custom = NO_CUSTOM,
  onDiagnostic = warnOfDiagnostic,
  tokens = NO_TOKENS,
  icons = BUILT_IN_ICONS,
  onNavigate = askAlways,
  headingLevel = 2,
  clock = pageClock,
  children,
}: PluginProviderProps): ReactElement {
  const findKind = useMemo(() => createFindKind(components, wrap), [components, wrap])
  const byName = useMemo(() => collectCustom(custom), [custom])
  const value = useMemo(
    () => ({ source, findKind, custom: byName, onDiagnostic, tokens, icons, onNavigate, headingLevel, clock }),
    [source, findKind, byName, onDiagnostic, tokens, icons, onNavigate, headingLevel, clock],
  )
  return <PluginContext value={value}>{children}</PluginContext>
}
