import type { DiagnosticSeverity } from '@plugboard/contracts'

/** What {@link bundlePlugin} may say. */
export type BundleDiagnosticCode =
  | 'bundle-entry-missing'
  | 'bundle-syntax'
  | 'bundle-import-missing'
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
