import type { Diagnostic } from '@plugboard/contracts'
import { compareVersions, validate } from 'compare-versions'

import type { Candidate } from './pluginSource.ts'

/** All that the sources have, as it was when they were looked at. */
export interface Inventory {
  /** In one order, whichever source answered first. */
  readonly candidates: readonly Candidate[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Candidates in the order of sources, ids, versions (oldest first) and locations. */
export function sortCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted(
    (left, right) =>
      compareTexts(left.source, right.source) ||
      compareTexts(left.id ?? '', right.id ?? '') ||
      compareVersionTexts(left.version, right.version) ||
      compareTexts(left.location, right.location) ||
      compareTexts(left.digest ?? '', right.digest ?? ''),
  )
}

/** `folder:clock`, or `folder:./broken.plug` where no manifest could be read: no package id has such a form. */
export function refOf({ id, location, source }: Pick<Candidate, 'source' | 'id' | 'location'>): string {
  return id === undefined ? `${source}:./${location}` : `${source}:${id}`
}

/** Semantic precedence; what is no version comes first. */
export function compareVersionTexts(left = '', right = ''): number {
  if (!validate(left) || !validate(right))
    return Number(validate(left)) - Number(validate(right)) || compareTexts(left, right)
  // Builds of one version have no precedence over each other, and still need one order.
  return compareVersions(left, right) || compareTexts(left, right)
}

/** By code units: the same on every machine, whatever its language. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
