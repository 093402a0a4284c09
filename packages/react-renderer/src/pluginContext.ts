import type { PluginSource, WidgetSource } from '@plugboard/contracts'
import { type Context, createContext, useContext } from 'react'

import type { Clock } from './clock.ts'
import type { ReportDiagnostic } from './custom/componentDiagnostic.ts'
import type { CustomComponents } from './custom/customComponents.ts'
import type { Icons } from './icons.ts'
import type { DecideNavigation } from './navigation.ts'
import type { FindKind } from './kindComponents.tsx'
import { PluginRendererError } from './pluginRendererError.ts'
import type { PluginTokens } from './pluginTokens.ts'

/** What a provider gives to the widgets below it. */
export interface PluginContextValue {
  readonly source: WidgetSource | PluginSource
  readonly findKind: FindKind
  readonly custom: CustomComponents
  readonly onDiagnostic: ReportDiagnostic
  readonly tokens: PluginTokens
  readonly icons: Icons
  readonly onNavigate: DecideNavigation
  readonly headingLevel: number
  readonly clock: Clock
}

export const PluginContext: Context<PluginContextValue | null> = createContext<PluginContextValue | null>(null)

/** @throws PluginRendererError `NO_PROVIDER` outside a provider. */
export function usePluginContext(user: string): PluginContextValue {
  const value = useContext(PluginContext)
  if (value === null) {
    throw new PluginRendererError(
      'NO_PROVIDER',
      `${user} has no source to draw from. Put <PluginProvider source={host}> above it.`,
    )
  }
  return value
}
