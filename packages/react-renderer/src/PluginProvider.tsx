import type { WidgetSource } from '@plugboard/contracts'
import { useMemo, type ReactElement, type ReactNode } from 'react'

import type { UIComponents } from './nodeProps.ts'
import { PluginContext } from './pluginContext.ts'

export interface PluginProviderProps {
  /** Where widgets come from: a plugin host. */
  readonly source: WidgetSource
  /** Components in place of the default ones, by kind. */
  readonly components?: UIComponents
  /** Level of a plugin's first heading in the host's outline, 1 to 6. Default 3. */
  readonly headingLevel?: number
  readonly children: ReactNode
}

const NO_COMPONENTS: UIComponents = {}

/** Gives a widget source and components to the widgets below. */
export function PluginProvider(props: PluginProviderProps): ReactElement {
  const { source, components = NO_COMPONENTS, headingLevel = 3, children } = props
  const value = useMemo(() => ({ source, components, headingLevel }), [source, components, headingLevel])
  return <PluginContext value={value}>{children}</PluginContext>
}
