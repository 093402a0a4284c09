/** How much a finding matters: an `error` refuses what it is about, the others do not. */
export type DiagnosticSeverity = 'error' | 'warning' | 'info'

/**
 * One finding about a package, its enablement or its run, as data: a terminal, a page and a test say it alike. The codes
 * are those of the package that found it, and each is documented.
 */
export interface Diagnostic<Code extends string = string> {
  /** Stable: tools match on it. */
  readonly code: Code
  readonly severity: DiagnosticSeverity
  /** What was being done: `archive`, `manifest`, `resolve` and the like. */
  readonly phase: string
  /** What is so, in a sentence of at most 240 characters. Words of a plugin in it are cleaned and clipped. */
  readonly message: string
  /** Where: a file of the package, or a place in one as `plugin.json#surfaces.tools.0.name`. Never a path of the machine. */
  readonly path?: string
  /** What to do now, in a sentence. */
  readonly hint?: string
  /** The package that it is about, with its source: `folder:clock`. */
  readonly ref?: string
}
