import { cleanDisplayText, type Diagnostic } from '@plugboard/contracts'
import { parsePackageRef, type PluginEntry, REGISTRY_DIAGNOSTICS, type ResolvedPlan } from '@plugboard/registry'

/** What a person means by a ref: nothing, one package, or several that the ref does not tell apart. */
function findEntries({ entries }: ResolvedPlan, text: string): readonly PluginEntry[] {
  const exact = entries.filter(({ ref }) => ref === text)
  if (exact.length > 0) return exact
  const ref = parsePackageRef(text)
  if (ref === undefined || ref.source !== undefined) return []
  return entries.filter(({ id }) => id === ref.id)
}

export interface FoundPackage {
  /** Of one package: more than one where it is there in several versions. Empty where `why` is said. */
  readonly entries: readonly PluginEntry[]
  /** Why it is not known which package is meant. */
  readonly why?: Diagnostic
}

/** The one package that a person means by a ref. */
export function findPackage(plan: ResolvedPlan, text: string): FoundPackage {
  const entries = findEntries(plan, text)
  const refs = [...new Set(entries.map(({ ref }) => ref))]
  if (refs.length === 0) return { entries: [], why: notThere(text) }
  if (refs.length === 1) return { entries }
  const message = `More than one package is meant by "${text}": ${refs.join(', ')}.`
  return { entries: [], why: describe('ref-ambiguous', message) }
}

function notThere(text: string): Diagnostic {
  const diagnostic = describe('package-missing', `There is no package "${text}" here.`)
  // What is no ref may be meant as a path.
  if (parsePackageRef(text) !== undefined) return diagnostic
  return {
    ...diagnostic,
    hint: 'Name one of `plugboard list`. A folder or an archive at a path is for `plugboard check`.',
  }
}

function describe(code: 'package-missing' | 'ref-ambiguous', message: string): Diagnostic {
  const { hint, phase, severity } = REGISTRY_DIAGNOSTICS[code]
  return { code, severity, phase, message: cleanDisplayText(message).slice(0, 240), hint }
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
