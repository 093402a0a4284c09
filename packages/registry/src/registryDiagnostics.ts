import { cleanDisplayText, type Diagnostic, type DiagnosticSeverity } from '@plugboard/contracts'
import { PACKAGE_DIAGNOSTICS, type DiagnosticMeaning } from '@plugboard/package-format'

/** Codes of this package. */
export type RegistryDiagnosticCode =
  | 'config-invalid'
  | 'digest-mismatch'
  | 'digest-unpinned'
  | 'enablement-invalid'
  | 'grant-invalid'
  | 'grant-missing'
  | 'grant-unrequested'
  | 'index-invalid'
  | 'link-skipped'
  | 'lock-invalid'
  | 'lock-stale'
  | 'package-duplicate'
  | 'package-missing'
  | 'package-unlocked'
  | 'package-unread'
  | 'policy-denied'
  | 'ref-ambiguous'
  | 'restore-unavailable'
  | 'source-too-large'
  | 'source-unavailable'
  | 'update-available'
  | 'version-mismatch'

/** Every code of this package and what it means: what the documentation and `plugboard explain` are made from. */
export const REGISTRY_DIAGNOSTICS: Readonly<Record<RegistryDiagnosticCode, DiagnosticMeaning>> = {
  'source-unavailable': {
    phase: 'discovery',
    severity: 'error',
    means: 'A source could not be read. The packages of other sources are listed all the same.',
    hint: 'Check that the folder or address is there and may be read, and try again.',
  },
  'source-too-large': {
    phase: 'discovery',
    severity: 'error',
    means: 'A source holds more, or larger, than is read. What is over the limit is not listed.',
    hint: 'Split the source, or remove what does not belong to it.',
  },
  'index-invalid': {
    phase: 'discovery',
    severity: 'error',
    means: 'An index, or an entry of it, is not what an index is. The entry is not listed; the others are.',
    hint: 'Correct the index. An entry has id, version, url, size, digest and perhaps signature, and nothing else.',
  },
  'link-skipped': {
    phase: 'discovery',
    severity: 'info',
    means: 'A symbolic link, or something that is no file and no folder, was passed over. Links are never followed.',
    hint: 'Put the package itself there if it is meant to be found.',
  },
  'package-missing': {
    phase: 'discovery',
    severity: 'error',
    means: 'The package is enabled, and no source has it.',
    hint: 'Add the package to its source, or take it out of plugins.json.',
  },
  'package-unlocked': {
    phase: 'resolve',
    severity: 'error',
    means: 'The package is enabled and not locked, and only what is locked is brought back.',
    hint: 'Lock it: `plugboard lock`.',
  },
  'package-unread': {
    phase: 'discovery',
    severity: 'error',
    means: 'The package is enabled and listed, but its content has not been fetched.',
    hint: 'Fetch it: `plugboard lock` does.',
  },
  'package-duplicate': {
    phase: 'discovery',
    severity: 'error',
    means: 'A source has the package more than once, and nothing says which one is meant.',
    hint: 'Name the version or digest in plugins.json, or remove all but one.',
  },
  'ref-ambiguous': {
    phase: 'discovery',
    severity: 'error',
    means: 'A name may stand for more than one package, or a package is enabled more than once. None of them is taken.',
    hint: 'Name the source too, as "folder:clock", and enable the package from one source only.',
  },
  'enablement-invalid': {
    phase: 'resolve',
    severity: 'error',
    means: 'The file plugins.json is not what it has to be. Nothing of it is taken.',
    hint: 'Correct the file; its JSON Schema tells an editor what may stand where.',
  },
  'lock-invalid': {
    phase: 'resolve',
    severity: 'error',
    means: 'The file plugins.lock.json is not what it has to be. Nothing of it is taken.',
    hint: 'Bring the file back as it was committed, or write it anew with `plugboard lock` and compare.',
  },
  'version-mismatch': {
    phase: 'resolve',
    severity: 'error',
    means: 'No package of the version that was enabled or locked is there.',
    hint: 'Bring that version back, or enable and lock the version that is there.',
  },
  'digest-mismatch': {
    phase: 'resolve',
    severity: 'error',
    means: 'The content is another than the one that was enabled, locked, listed or cached.',
    hint: 'Find out who changed it. Only if the change is meant: enable and lock the new digest.',
  },
  'digest-unpinned': {
    phase: 'resolve',
    severity: 'warning',
    means: 'Nothing pins the content of the package, so whoever can change the source can change what runs.',
    hint: 'Write the lock file: `plugboard lock`.',
  },
  'lock-stale': {
    phase: 'resolve',
    severity: 'warning',
    means: 'The files plugins.json and plugins.lock.json do not say the same.',
    hint: 'Write the lock file anew: `plugboard lock`.',
  },
  'restore-unavailable': {
    phase: 'resolve',
    severity: 'error',
    means: 'The package is locked, and the cache does not hold its content.',
    hint: 'Fetch the locked content again: `plugboard lock`.',
  },
  'update-available': {
    phase: 'resolve',
    severity: 'info',
    means: 'The source has a newer version. It is not taken.',
    hint: 'Look at what it asks for, then enable that version and lock it.',
  },
  'config-invalid': {
    phase: 'resolve',
    severity: 'error',
    means: 'The configuration does not fit what the package says it may be.',
    hint: 'Correct "config" in plugins.json.',
  },
  'grant-missing': {
    phase: 'grant',
    severity: 'warning',
    means: 'The package asks for something that it is not granted. It runs without it.',
    hint: 'Grant it in plugins.json if the package may have it.',
  },
  'grant-unrequested': {
    phase: 'grant',
    severity: 'warning',
    means: 'Something is granted that the package does not ask for. It has no effect.',
    hint: 'Take it out of plugins.json.',
  },
  'grant-invalid': {
    phase: 'grant',
    severity: 'error',
    means: 'The grants of one package are not what they have to be. The package is not taken; the others are.',
    hint: 'Correct "grants" in plugins.json.',
  },
  'policy-denied': {
    phase: 'grant',
    severity: 'warning',
    means: 'Something is asked for and granted, and the policy of the host forbids it. The package runs without it.',
    hint: 'Take the grant out of plugins.json, or ask whoever owns the policy.',
  },
}

/** Codes of the package format that are said here too: whether a signature is needed is a matter of the policy. */
type SignatureCode = 'signature-missing' | 'signature-invalid' | 'signature-untrusted'

const MEANINGS: Readonly<Record<RegistryDiagnosticCode | SignatureCode, DiagnosticMeaning>> = {
  ...PACKAGE_DIAGNOSTICS,
  ...REGISTRY_DIAGNOSTICS,
}

/** Where a finding is, and what is said otherwise than usual. */
export interface DiagnosticPlace {
  readonly ref?: string
  readonly path?: string
  readonly severity?: DiagnosticSeverity
  readonly hint?: string
}

/** A finding: phase, severity and hint are those of the tables, unless `place` says otherwise. */
export function createDiagnostic<Code extends RegistryDiagnosticCode | SignatureCode>(
  code: Code,
  message: string,
  place: DiagnosticPlace = {},
): Diagnostic<Code> {
  const { hint, phase, severity } = MEANINGS[code]
  return {
    code,
    severity: place.severity ?? severity,
    phase,
    message: clip(message, 240),
    ...(place.path === undefined ? {} : { path: clip(place.path, 200) }),
    hint: place.hint ?? hint,
    ...(place.ref === undefined ? {} : { ref: clip(place.ref, 160) }),
  }
}

/** Whether something among them refuses what it is about. */
export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

/** Foreign words as they may stand in a message: on one line, in quotes, at most 80 characters. */
export function quoted(text: string): string {
  return `"${clip(text, 80)}"`
}

function clip(text: string, length: number): string {
  // Cut before it is cleaned: what is looked at must not be longer than what is shown.
  const clean = cleanDisplayText(text.slice(0, length + 1)).toWellFormed()
  return clean.length > length ? `${clean.slice(0, length - 1).toWellFormed()}…` : clean
}
