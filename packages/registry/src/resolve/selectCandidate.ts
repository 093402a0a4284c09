import type { Diagnostic } from '@plugboard/contracts'

import type { EnabledPlugin } from '../enablement/enablement.ts'
import { refOf, type Inventory } from '../inventory.ts'
import { lockedPackage, type Lock } from '../lock/lock.ts'
import { formatPackageRef, mayMean, parsePackageRef } from '../packageRef.ts'
import type { Candidate } from '../pluginSource.ts'
import { createDiagnostic, quoted } from '../registryDiagnostics.ts'

/** Which package an entry of the enablement means. */
export interface Selection {
  /** With its source where that is known. */
  readonly ref: string
  /** The only one that may be meant, even when it does not fit: the diagnostics say so. Absent where there is none, or more. */
  readonly candidate?: Candidate
  /** Whether it is there under that name at all. */
  readonly isFound: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Finds what an entry names. Whatever leaves more than one possibility selects none: nobody may take the place of a package
 * by adding another one.
 */
export function selectCandidate(enabled: EnabledPlugin, inventory: Inventory, lock: Lock | undefined): Selection {
  const named = parsePackageRef(enabled.ref)
  // A name without a source stays what it was when it was locked: another source may have the id, and not the grants.
  const locked = Object.keys(lock?.plugins ?? {}).filter((each) => mayMean(enabled.ref, each))
  const inSources = inventory.candidates.filter(
    (candidate) =>
      candidate.id !== undefined &&
      candidate.id === named?.id &&
      (named.source === undefined
        ? locked.length === 0 || locked.includes(refOf(candidate))
        : candidate.source === named.source),
  )
  const refs = [...new Set(inSources.map(refOf))]
  const [ref = named === undefined ? enabled.ref : formatPackageRef(named)] = refs.length === 0 ? locked : refs
  if (refs.length > 1) {
    const message = `${quoted(enabled.ref)} may be any of ${refs.join(', ')}.`
    return {
      ref: enabled.ref,
      isFound: true,
      diagnostics: [createDiagnostic('ref-ambiguous', message, { ref: enabled.ref, path: 'plugins.json' })],
    }
  }
  if (refs.length === 0) {
    return { ref, isFound: false, diagnostics: [describeMissing(enabled.ref, ref)] }
  }
  return narrow(ref, inSources, [enabled, ...present(lockedPackage(lock, ref))])
}

function describeMissing(text: string, ref: string): Diagnostic {
  if (text === ref) return createDiagnostic('package-missing', `No source has ${quoted(text)}.`, { ref })
  const message = `${quoted(text)} is locked as ${quoted(ref)}, which no source has.`
  const hint = 'Add the package to its source. If another source is meant: name it in plugins.json, and lock it.'
  return createDiagnostic('package-missing', message, { ref, hint })
}

interface Pin {
  readonly version?: string
  readonly digest?: string
}

/** Only what fits every pin: that of the enablement and that of the lock. */
function narrow(ref: string, candidates: readonly Candidate[], pins: readonly Pin[]): Selection {
  const versions = [...new Set(pins.flatMap(({ version }) => present(version)))]
  const digests = [...new Set(pins.flatMap(({ digest }) => present(digest)))]
  const select = (fitting: readonly Candidate[], ...diagnostics: readonly Diagnostic[]): Selection => {
    const [candidate] = fitting
    return { ref, isFound: true, ...(candidate === undefined || fitting.length > 1 ? {} : { candidate }), diagnostics }
  }
  const ofVersion = candidates.filter(({ version }) => versions.every((pinned) => pinned === version))
  if (ofVersion.length === 0) {
    const there = candidates.map(({ version = 'none' }) => version).join(', ')
    const message = `${quoted(versions.join(' and '))} is pinned, and ${quoted(there)} is there.`
    return select(candidates, createDiagnostic('version-mismatch', message, { ref }))
  }
  const fitting = ofVersion.filter(({ digest }) => digests.every((pinned) => pinned === digest))
  const [candidate] = fitting
  if (candidate === undefined) {
    const there = ofVersion.map(({ digest }) => shortDigest(digest)).join(', ')
    const message = `${digests.map(shortDigest).join(' and ')} is pinned, and ${there} is there.`
    return select(ofVersion, createDiagnostic('digest-mismatch', message, { ref }))
  }
  if (fitting.length > 1) {
    const places = fitting.map(({ location, version = '' }) => `${version} at ${quoted(location)}`).join(', ')
    return select(fitting, createDiagnostic('package-duplicate', `There are ${fitting.length}: ${places}.`, { ref }))
  }
  if (digests.length > 0) return select(fitting)
  const message = `Whatever ${quoted(candidate.location)} holds is taken.`
  return select(fitting, createDiagnostic('digest-unpinned', message, { ref }))
}

function shortDigest(digest: string | undefined): string {
  return digest === undefined ? 'content that cannot be read' : `${digest.slice(0, 19)}…`
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
