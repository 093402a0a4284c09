import { parsePackageRef, type PluginEntry, type ResolvedPlan } from '@plugboard/registry'

/** What a person means by a ref: nothing, one package, or several that the ref does not tell apart. */
export function findEntries({ entries }: ResolvedPlan, text: string): readonly PluginEntry[] {
  const exact = entries.filter(({ ref }) => ref === text)
  if (exact.length > 0) return exact
  const ref = parsePackageRef(text)
  if (ref === undefined || ref.source !== undefined) return []
  return entries.filter(({ id }) => id === ref.id)
}

/** An entry in few words, for lists. */
export interface EntrySummary {
  readonly ref: string
  readonly status: PluginEntry['status']
  readonly id: string | null
  readonly version: string | null
  readonly digest: string | null
  readonly surfaces: readonly string[]
}

export function summariseEntry({ digest, id, ref, status, surfaces, version }: PluginEntry): EntrySummary {
  return {
    ref,
    status,
    id: id ?? null,
    version: version ?? null,
    digest: digest ?? null,
    surfaces: surfaces.map(({ kind, name }) => `${kind}:${name}`),
  }
}
