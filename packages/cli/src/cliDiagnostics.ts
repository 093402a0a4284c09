import { cleanDisplayText, type Diagnostic, type DiagnosticSeverity } from '@plugboard/contracts'

/** What the command line itself may say, beside the codes of the packages that it asks. */
export type CliDiagnosticCode =
  | 'usage-invalid'
  | 'grant-option-invalid'
  | 'template-unknown'
  | 'id-invalid'
  | 'path-missing'
  | 'path-unreadable'
  | 'write-failed'
  | 'tool-missing'
  | 'internal-error'
  | 'target-protected'
  | 'target-link'
  | 'target-not-folder'
  | 'target-not-empty'
  | 'key-invalid'
  | 'grant-void'
  | 'plugin-not-active'
  | 'surface-unknown'
  | 'surface-differs'
  | 'step-refused'
  | 'plugin-failed'
  | 'tests-failed'
  | 'recording-invalid'
  | 'replay-diverged'
  | 'audit-unobservable'

/** What a code means, and what to do about it. */
export interface CliDiagnosticEntry {
  /** Decides the exit code: `usage`, `environment` and `run` have codes of their own. */
  readonly phase: 'usage' | 'environment' | 'new' | 'package' | 'run' | 'script' | 'test' | 'replay' | 'audit'
  readonly severity: DiagnosticSeverity
  readonly means: string
  readonly hint: string
}

const AS_HELP_SAYS = 'Run the command with --help to see what it takes.'

/** Every code of {@link CliDiagnosticCode}. */
export const CLI_DIAGNOSTICS: Readonly<Record<CliDiagnosticCode, CliDiagnosticEntry>> = {
  'usage-invalid': {
    phase: 'usage',
    severity: 'error',
    means:
      'The command line names a command, an argument or an option that there is not, or lacks one that there has to be.',
    hint: AS_HELP_SAYS,
  },
  'grant-option-invalid': {
    phase: 'usage',
    severity: 'error',
    means: 'A --grant is none.',
    hint: 'Write read:DOMAIN, write:DOMAIN, command:NAME or component:NAME.',
  },
  'template-unknown': {
    phase: 'usage',
    severity: 'error',
    means: 'There is no template of that name.',
    hint: 'Take widget, tool, hook or service.',
  },
  'id-invalid': {
    phase: 'usage',
    severity: 'error',
    means: 'The id of a package has to be lower-case letters, digits and dashes, starting with a letter, 64 at most.',
    hint: 'Say another one with --id.',
  },
  'path-missing': {
    phase: 'environment',
    severity: 'error',
    means: 'There is no file or folder of that name.',
    hint: 'Check the name, and the folder that you are in.',
  },
  'path-unreadable': {
    phase: 'environment',
    severity: 'error',
    means: 'A file or folder is there and cannot be read.',
    hint: 'Check who may read it.',
  },
  'write-failed': {
    phase: 'environment',
    severity: 'error',
    means: 'A file could not be written.',
    hint: 'Check who may write there, and how much room is left.',
  },
  'tool-missing': {
    phase: 'environment',
    severity: 'error',
    means: 'A tool that the project has to bring is not installed in it.',
    hint: 'Run `npm install` in the folder of the project.',
  },
  'internal-error': {
    phase: 'environment',
    severity: 'error',
    means: 'The command failed in a way that nobody foresaw. It is a fault of this program and not of yours.',
    hint: 'Report it with the command that you ran.',
  },
  'target-protected': {
    phase: 'new',
    severity: 'error',
    means: 'The folder is the root of the file system, your own, the one that you are in, or above it.',
    hint: 'Name a folder of its own for the plugin.',
  },
  'target-link': {
    phase: 'new',
    severity: 'error',
    means: 'The path leads through a symbolic link, so that the files would be elsewhere than it says.',
    hint: 'Name the folder that is meant.',
  },
  'target-not-folder': {
    phase: 'new',
    severity: 'error',
    means: 'There is a file where the folder would be.',
    hint: 'Name another folder, or move the file away.',
  },
  'target-not-empty': {
    phase: 'new',
    severity: 'error',
    means: 'The folder has something in it already. Nothing was written.',
    hint: 'Name a folder that is not there yet.',
  },
  'key-invalid': {
    phase: 'package',
    severity: 'error',
    means: 'The file given with --sign is no private Ed25519 key.',
    hint: 'Make one with `openssl genpkey -algorithm ed25519`.',
  },
  'grant-void': {
    phase: 'package',
    severity: 'warning',
    means: 'A --grant gives nothing: the package does not ask for it, is pinned, or the terminal does not have it.',
    hint: 'Leave it out, or put it under "requests" in plugin.json.',
  },
  'plugin-not-active': {
    phase: 'package',
    severity: 'error',
    means: 'The package is there and is not active: it is not enabled, or it is refused.',
    hint: 'See `plugboard show`, and enable it in plugins.json.',
  },
  'surface-unknown': {
    phase: 'script',
    severity: 'error',
    means: 'The plugin has no widget or tool of that name, or none that is enabled.',
    hint: 'See `plugboard show` for what it has.',
  },
  'surface-differs': {
    phase: 'script',
    severity: 'warning',
    means:
      'What plugin.json says that the plugin has, and what its code has, is not the same. Only what both have is used.',
    hint: 'Write the same names under "surfaces" in plugin.json and in definePlugin.',
  },
  'step-refused': {
    phase: 'script',
    severity: 'error',
    means: 'A line of the script did nothing: there is no such number or field, or it does not take that.',
    hint: 'Run without the line to see what is there.',
  },
  'plugin-failed': {
    phase: 'run',
    severity: 'error',
    means: 'The plugin failed while it ran: it threw, was stopped, or said something that is not understood.',
    hint: 'The message says where. What happened before it stands.',
  },
  'tests-failed': {
    phase: 'test',
    severity: 'error',
    means: 'Tests of the package failed.',
    hint: 'What vitest wrote says which.',
  },
  'recording-invalid': {
    phase: 'replay',
    severity: 'error',
    means: 'What is named is no recording and no workspace, or one that this release does not read.',
    hint: 'Make one with `plugboard run --record`, or with a recorder in the application.',
  },
  'replay-diverged': {
    phase: 'replay',
    severity: 'error',
    means: 'The code answers otherwise than it did when it was recorded.',
    hint: 'The message names the first difference. A change that is meant is recorded again.',
  },
  'audit-unobservable': {
    phase: 'audit',
    severity: 'info',
    means: 'What was granted is known, and its use is not: only a recording holds what plugins did.',
    hint: 'Record a run, and audit the recording.',
  },
}

export interface CliDiagnosticOptions {
  /** What is so here; what the code means in general when absent. Words of others are cleaned and clipped. */
  readonly message?: string
  readonly path?: string
  readonly hint?: string
  readonly ref?: string
}

/** One finding of the command line. */
export function cliDiagnostic(
  code: CliDiagnosticCode,
  { hint, message, path, ref }: CliDiagnosticOptions = {},
): Diagnostic<CliDiagnosticCode> {
  const entry = CLI_DIAGNOSTICS[code]
  return {
    code,
    severity: entry.severity,
    phase: entry.phase,
    message: clip(message ?? entry.means),
    ...(path === undefined ? {} : { path: clip(path) }),
    hint: hint ?? entry.hint,
    ...(ref === undefined ? {} : { ref }),
  }
}

const LONGEST = 240

function clip(text: string): string {
  const clean = cleanDisplayText(text)
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1)}…`
}
