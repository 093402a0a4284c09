import type { WidgetSource } from '@plugboard/contracts'
import { createContext, use } from 'react'

import type { UIComponents } from './nodeProps.ts'

/** What a `<PluginProvider>` gives to the widgets below it. */
export interface PluginContextValue {
  readonly source: WidgetSource
  readonly components: UIComponents
  readonly headingLevel: number
}

export const PluginContext: React.Context<PluginContextValue | null> = createContext<PluginContextValue | null>(null)

export function usePluginContext(): PluginContextValue {
  const value = use(PluginContext)
  if (value === null) throw new Error('Put a <PluginProvider source={…}> above this component.')
  return value
}
