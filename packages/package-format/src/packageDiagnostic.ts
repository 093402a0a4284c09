import { cleanDisplayText, type Diagnostic } from '@plugboard/contracts'

import { PACKAGE_DIAGNOSTICS, type PackageDiagnosticCode } from './packageDiagnostics.ts'

/** One finding of this package. */
export type PackageDiagnostic = Diagnostic<PackageDiagnosticCode>

/** What is said beside the code; the rest is in the table. */
export interface PackageDiagnosticOptions {
  readonly code: PackageDiagnosticCode
  /** May hold words of a package: they are cleaned and clipped here. */
  readonly message: string
  readonly path?: string
  /** Better than the one in the table. */
  readonly hint?: string
}

/** Longest message and hint, in characters. */
const LENGTH = 240
const WORD_LENGTH = 80

/** A finding as the table describes it. */
export function packageDiagnostic({ code, message, path, hint }: PackageDiagnosticOptions): PackageDiagnostic {
  const meaning = PACKAGE_DIAGNOSTICS[code]
  return {
    code,
    severity: meaning.severity,
    phase: meaning.phase,
    message: clip(message, LENGTH),
    ...(path === undefined ? {} : { path: clip(path, LENGTH) }),
    hint: clip(hint ?? meaning.hint, LENGTH),
  }
}

/** A word of a package in quotes, for a message: cleaned, and short enough to leave room for the sentence around it. */
export function quote(word: string): string {
  return `"${clip(word, WORD_LENGTH)}"`
}

function clip(text: string, length: number): string {
  // Before it is cleaned: what is looked at must not be longer than what is shown.
  const cleaned = cleanDisplayText(text.slice(0, length + 1)).toWellFormed()
  return cleaned.length > length ? `${cleaned.slice(0, length - 1).toWellFormed()}…` : cleaned
}
