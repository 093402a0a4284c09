import { satisfies } from 'compare-versions'

import { packageDiagnostic, quote } from '../packageDiagnostic.ts'
import type { PackageValidator } from './packageValidator.ts'

const PATH = 'plugin.json#engines.plugboard'

/** Whether the package is made for this release of the platform. */
export const checkPlatformVersion: PackageValidator = ({ manifest, platform }) => {
  const range = manifest.engines?.plugboard
  if (range === undefined) return []
  const isMet = isIn(platform.version ?? '0.0.0', range)
  if (isMet === null) {
    const message = `"engines.plugboard" is ${quote(range)}, which is no range of versions.`
    return [
      packageDiagnostic({
        code: 'manifest-invalid',
        message,
        path: PATH,
        hint: 'Write it as "^1.2.0" or ">=1.2.0 <3".',
      }),
    ]
  }
  if (isMet || platform.version === undefined) return []
  const message = `The package is for ${quote(range)} of the platform, and this is ${quote(platform.version)}.`
  return [packageDiagnostic({ code: 'platform-version-unsupported', message, path: PATH })]
}

/** Null for a range that is none. */
function isIn(version: string, range: string): boolean | null {
  try {
    return satisfies(version, range)
  } catch {
    return null
  }
}
