import type { Diagnostic } from '@plugboard/contracts'

/** What the process ends with. */
export const EXIT_CODES = {
  /** Done, and nothing of severity `error` was found. */
  ok: 0,
  /** What was looked at is refused: there is a diagnostic of severity `error`. */
  refused: 1,
  /** The command line itself says something that there is not. */
  usage: 2,
  /** A file, a folder or a tool of the machine did not do its part. */
  environment: 3,
  /** The plugin failed while it ran. */
  pluginFailed: 4,
} as const

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

/** The exit code that diagnostics come to: that of their phase, the machine's before the plugin's. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const phases = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ phase }) => phase))
  if (phases.size === 0) return EXIT_CODES.ok
  if (phases.has('usage')) return EXIT_CODES.usage
  if (phases.has('environment')) return EXIT_CODES.environment
  return phases.has('run') ? EXIT_CODES.pluginFailed : EXIT_CODES.refused
}
