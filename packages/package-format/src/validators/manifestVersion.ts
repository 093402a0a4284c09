import { isPlainObject } from '@plugboard/contracts'

import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'

/** A manifest of another version may say anything anywhere: nothing else is looked at then. */
export function checkManifestVersion(manifest: unknown): readonly PackageDiagnostic[] {
  const version = isPlainObject(manifest) ? manifest['schemaVersion'] : undefined
  if (typeof version !== 'number' || version === 1) return []
  return [
    packageDiagnostic({
      code: 'manifest-version-unsupported',
      message: `plugin.json is of version ${quote(String(version))}, and this release reads version 1.`,
      path: 'plugin.json#schemaVersion',
    }),
  ]
}
