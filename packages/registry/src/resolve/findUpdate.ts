import type { Diagnostic } from '@plugboard/contracts'

import { compareVersionTexts, refOf, type Inventory } from '../inventory.ts'
import type { Candidate } from '../pluginSource.ts'
import { createDiagnostic, hasError } from '../registryDiagnostics.ts'
import { isRunnable, type ResolvedPlan } from './pluginEntry.ts'

/**
 * What has a newer version, said and never taken: for a plan that was restored, with an inventory that was made since.
 * {@link resolvePlugins} says it of its own inventory.
 */
export function findUpdates(plan: ResolvedPlan, inventory: Inventory): readonly Diagnostic[] {
  return plan.entries
    .filter(isRunnable)
    .flatMap(({ ref, version = '' }) => findUpdate(ref, version, inventory.candidates))
}

/** Says that the source has a newer version of a package than the one that is taken. */
export function findUpdate(ref: string, version: string, candidates: readonly Candidate[]): readonly Diagnostic[] {
  const newest = candidates
    .filter((candidate) => refOf(candidate) === ref && !hasError(candidate.diagnostics))
    .map((candidate) => candidate.version ?? '')
    .reduce((best, other) => (compareVersionTexts(other, best) > 0 ? other : best), version)
  if (newest === version) return []
  return [createDiagnostic('update-available', `Version ${newest} is there; ${version} is taken.`, { ref })]
}
