import { nearestName, type Diagnostic } from '@plugboard/contracts'
import type { PluginManifest } from '@plugboard/package-format'

import type { EnabledPlugin } from '../enablement/enablement.ts'
import { createDiagnostic, quoted } from '../registryDiagnostics.ts'
import type { HostPolicy } from './hostPolicy.ts'
import { formatSurface, listSurfaces, type PluginSurface } from './pluginSurface.ts'

export interface ResolvedSurfaces {
  readonly surfaces: readonly PluginSurface[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What of the package's surfaces is taken: those that are enabled and of a kind that the host takes. */
export function resolveSurfaces(
  ref: string,
  manifest: PluginManifest,
  enabled: EnabledPlugin,
  policy: HostPolicy,
): ResolvedSurfaces {
  const offered = listSurfaces(manifest.surfaces)
  const chosen = enabled.surfaces === undefined ? null : new Set(enabled.surfaces)
  const isChosen = (surface: Omit<PluginSurface, 'isEnabled'>): boolean => chosen?.has(formatSurface(surface)) ?? true
  const isAllowed = ({ kind }: Omit<PluginSurface, 'isEnabled'>): boolean => policy.surfaces?.includes(kind) ?? true
  const diagnostics: Diagnostic[] = []

  const names = offered.map(formatSurface)
  for (const name of [...(chosen ?? [])].filter((text) => !names.includes(text)).toSorted()) {
    const near = nearestName(name, names)
    const guess = near === undefined ? '' : ` Did you mean ${quoted(near)}?`
    diagnostics.push(
      createDiagnostic('grant-unrequested', `The package has no ${quoted(name)}.${guess}`, {
        ref,
        path: 'plugins.json#surfaces',
      }),
    )
  }
  const left = offered.filter((surface) => !isChosen(surface))
  if (left.length > 0) {
    diagnostics.push(
      createDiagnostic('grant-missing', `Not taken, because "surfaces" does not name it: ${listNames(left)}.`, {
        ref,
        path: 'plugins.json#surfaces',
        hint: 'Name it in "surfaces" of plugins.json to take it.',
      }),
    )
  }
  const denied = offered.filter((surface) => isChosen(surface) && !isAllowed(surface))
  if (denied.length > 0) {
    diagnostics.push(
      createDiagnostic('policy-denied', `This host does not take: ${listNames(denied)}.`, {
        ref,
        path: 'plugin.json#surfaces',
      }),
    )
  }
  return {
    surfaces: offered.map((surface) => ({ ...surface, isEnabled: isChosen(surface) && isAllowed(surface) })),
    diagnostics,
  }
}

function listNames(surfaces: readonly Omit<PluginSurface, 'isEnabled'>[]): string {
  return surfaces.map(formatSurface).join(', ')
}
