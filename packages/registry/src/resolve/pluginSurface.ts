import type { PluginSurfaces } from '@plugboard/package-format'

export type SurfaceKind = 'widget' | 'tool' | 'hook' | 'service'

/** One thing that a package has for its host, and whether the host takes it. */
export interface PluginSurface {
  readonly kind: SurfaceKind
  readonly name: string
  readonly isEnabled: boolean
}

/** `tool:add`, as the enablement names it. */
export function formatSurface({ kind, name }: Pick<PluginSurface, 'kind' | 'name'>): string {
  return `${kind}:${name}`
}

/** All that a manifest says it has, in the order of the manifest. */
export function listSurfaces(surfaces: PluginSurfaces): readonly Omit<PluginSurface, 'isEnabled'>[] {
  return [
    ...(surfaces.widgets ?? []).map(({ id }) => ({ kind: 'widget' as const, name: id })),
    ...(surfaces.tools ?? []).map(({ name }) => ({ kind: 'tool' as const, name })),
    ...(surfaces.hooks ?? []).map(({ point }) => ({ kind: 'hook' as const, name: point })),
    ...(surfaces.services ?? []).map(({ name }) => ({ kind: 'service' as const, name })),
  ]
}
