import { cleanDisplayText, type Diagnostic, type DiagnosticSeverity } from '@plugboard/contracts'

/** What {@link bundlePlugin} may say. */
export type BundleDiagnosticCode =
  | 'bundle-entry-missing'
  | 'bundle-syntax'
  | 'bundle-import-missing'
  | 'bundle-file-outside'
  | 'bundle-export-missing'
  | 'bundle-await'
  | 'bundle-failed'
  | 'bundle-warning'

/** What a code means, and what to do about it. */
export interface BundleDiagnosticEntry {
  readonly phase: 'bundle'
  readonly severity: DiagnosticSeverity
  readonly means: string
  readonly hint: string
}

/** Everything that {@link bundlePlugin} says, by code. An `error` leaves no code. */
export const BUNDLE_DIAGNOSTICS: Readonly<Record<BundleDiagnosticCode, BundleDiagnosticEntry>> = {
  'bundle-entry-missing': {
    phase: 'bundle',
    severity: 'error',
    means: 'The file that the bundle starts from is not there.',
    hint: 'Check the name, or say where it is.',
  },
  'bundle-syntax': {
    phase: 'bundle',
    severity: 'error',
    means: 'A file is no JavaScript, TypeScript or JSON.',
    hint: 'Fix the line. JSX wants a name that ends in .tsx or .jsx.',
  },
  'bundle-import-missing': {
    phase: 'bundle',
    severity: 'error',
    means: 'An import leads to nothing that could be put into the script.',
    hint: 'Install the package, or fix the path. Node.js has no modules here: in its VM a plugin has only what travels with it.',
  },
  'bundle-file-outside': {
    phase: 'bundle',
    severity: 'error',
    means:
      'A file that would go into the script is outside of the folder of the plugin, and of no package that is imported by name.',
    hint: 'Put it into the folder, as a file and not as a link; or import it from an installed package.',
  },
  'bundle-export-missing': {
    phase: 'bundle',
    severity: 'error',
    means: 'A file imports a name that the other one does not export.',
    hint: 'Fix the name; for a type write `import type`.',
  },
  'bundle-await': {
    phase: 'bundle',
    severity: 'error',
    means: 'There is an `await` outside of all functions: a script cannot wait while it loads.',
    hint: 'Put it into a handler. What a plugin says of itself has to be there at once.',
  },
  'bundle-failed': {
    phase: 'bundle',
    severity: 'error',
    means: 'The bundler gave up for another reason, which the message says.',
    hint: 'Import only code and JSON: in its VM a plugin has only what its script holds.',
  },
  'bundle-warning': {
    phase: 'bundle',
    severity: 'warning',
    means: 'The bundler made a script, and doubts that it does what is meant.',
    hint: 'Read what it says: inside a VM nobody will.',
  },
}

export interface BundleDiagnosticOptions {
  readonly message: string
  /** From the root, with line and column where they are known. */
  readonly path?: string
}

/** One finding of the bundler. Words of others are cleaned and clipped. */
export function bundleDiagnostic(
  code: BundleDiagnosticCode,
  { message, path }: BundleDiagnosticOptions,
): Diagnostic<BundleDiagnosticCode> {
  const { hint, phase, severity } = BUNDLE_DIAGNOSTICS[code]
  return { code, severity, phase, message: clip(message), ...(path === undefined ? {} : { path }), hint }
}

const LONGEST_MESSAGE = 240

function clip(text: string): string {
  const clean = cleanDisplayText(text)
  return clean.length <= LONGEST_MESSAGE ? clean : `${clean.slice(0, LONGEST_MESSAGE - 1)}…`
}
