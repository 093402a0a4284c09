import { isAbsolute } from 'node:path'

import type { Diagnostic } from '@plugboard/contracts'
import type { RolldownLog } from 'rolldown'

import { BUNDLE_DIAGNOSTICS, bundleDiagnostic, type BundleDiagnosticCode } from './bundleDiagnostics.ts'
import type { SourceNames } from './sourceNames.ts'

export interface ReadLogOptions {
  /** How the bundler meant it. */
  readonly severity: 'error' | 'warning'
  readonly names: SourceNames
  /** File that the bundle starts from. The bundler names it only where it is there. */
  readonly entry: string
}

/** What the bundler threw, as diagnostics. Anything else than a list of its logs is a fault of ours and thrown again. */
export function readLogs(
  error: unknown,
  options: Omit<ReadLogOptions, 'severity'>,
): readonly Diagnostic<BundleDiagnosticCode>[] {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) throw error
  // The shape is rolldown's `BundleError`; every member of a log is looked at before it is used.
  return (error.errors as readonly RolldownLog[]).flatMap((log) => readLog(log, { severity: 'error', ...options }))
}

/** One log of the bundler as a diagnostic; none for what says nothing about a plugin. */
export function readLog(
  log: RolldownLog,
  { entry, names, severity }: ReadLogOptions,
): readonly Diagnostic<BundleDiagnosticCode>[] {
  if (log.code !== undefined && OF_NO_CONCERN.includes(log.code)) return []
  const other = severity === 'error' ? 'bundle-failed' : 'bundle-warning'
  const code = (log.code === undefined ? undefined : CODES[log.code]) ?? other
  const { loc, id } = log
  const file = code === 'bundle-entry-missing' ? entry : (loc?.file ?? id)
  // Of a file that it does not take the bundler gives the text in place of the path.
  const place = file !== undefined && isAbsolute(file) ? names.nameOf(file) : undefined
  return [
    bundleDiagnostic(code, {
      message: toMessage(code, log, names),
      ...(place === undefined ? {} : { path: loc === undefined ? place : `${place}:${loc.line}:${loc.column + 1}` }),
    }),
  ]
}

const CODES: Readonly<Record<string, BundleDiagnosticCode | undefined>> = {
  UNRESOLVED_ENTRY: 'bundle-entry-missing',
  PARSE_ERROR: 'bundle-syntax',
  UNRESOLVED_IMPORT: 'bundle-import-missing',
  MISSING_EXPORT: 'bundle-export-missing',
  INVALID_TLA_FORMAT: 'bundle-await',
}

// The exports of an entry are dropped on purpose; and what could not be resolved is said once, where it stands.
const OF_NO_CONCERN: readonly string[] = ['MISSING_NAME_OPTION_FOR_IIFE_EXPORT', 'MIXED_EXPORTS', 'MISSING_GLOBAL_NAME']

function toMessage(code: BundleDiagnosticCode, { exporter, message }: RolldownLog, names: SourceNames): string {
  if (code === 'bundle-entry-missing') return 'The entry of the plugin is not there.'
  if (code === 'bundle-import-missing' && exporter !== undefined) {
    return `"${names.clean(exporter)}" cannot be found, so it cannot be put into the script.`
  }
  if (code === 'bundle-await') return BUNDLE_DIAGNOSTICS[code].means
  // The first line says what is so; the drawing below it is for terminals that know the file.
  const [line = ''] = message.replace(/^\[\w+\] /, '').split('\n')
  return names.clean(line)
}
