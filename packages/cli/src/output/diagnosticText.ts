import { cleanDisplayText, type Diagnostic, type DiagnosticSeverity } from '@plugboard/contracts'

import type { Paint } from './paint.ts'

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<DiagnosticSeverity, string>

/** Diagnostics for people, errors first: what is so, where, and what to do. */
export function writeDiagnostics(diagnostics: readonly Diagnostic[], paint: Paint): string {
  const order: readonly DiagnosticSeverity[] = ['error', 'warning', 'info']
  return order
    .flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity))
    .map(({ code, hint, message, path, ref, severity }) => {
      const place = [ref, path].filter((part) => part !== undefined).map(cleanDisplayText)
      const head = [paint(COLOURS[severity], severity), paint('bold', code), ...place].join(' ')
      return `${head}\n  ${cleanDisplayText(message)}\n${hint === undefined ? '' : `  ${paint('dim', cleanDisplayText(hint))}\n`}`
    })
    .join('')
}

/** How many of which, in a line. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: DiagnosticSeverity, one: string): string => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return `${count} ${one}${count === 1 ? '' : 's'}`
  }
  return `${of('error', 'error')}, ${of('warning', 'warning')}`
}
