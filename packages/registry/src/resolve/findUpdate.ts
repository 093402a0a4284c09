import type { Diagnostic } from '@plugboard/contracts'

import { compareVersionTexts, refOf } from '../inventory.ts'
import type { Candidate } from '../pluginSource.ts'
import { createDiagnostic } from '../registryDiagnostics.ts'

/** Says that the source has a newer version than the one that is taken. It is never taken by itself. */
export function findUpdate(
  current: Pick<Candidate, 'source' | 'id' | 'location' | 'version'>,
  candidates: readonly Candidate[],
): readonly Diagnostic[] {
  const ref = refOf(current)
  const newest = candidates
    .filter((candidate) => candidate.version !== undefined && refOf(candidate) === ref)
    .reduce(
      (best, { version = '' }) => (compareVersionTexts(version, best) > 0 ? version : best),
      current.version ?? '',
    )
  if (newest === current.version) return []
  return [createDiagnostic('update-available', `Version ${newest} is there; ${current.version} is taken.`, { ref })]
}
