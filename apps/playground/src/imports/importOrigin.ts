import type { PackageId } from '@plugboard/contracts'
import type { PackageDigest } from '@plugboard/package-format'

import type { ImportsState } from './importsSlice.ts'

/** What instances of an id are made of: the content that was agreed to of an imported package, or null for all else. */
export type ImportOrigin = PackageDigest | null

export function originOf(imports: ImportsState, packageId: PackageId): ImportOrigin {
  return Object.hasOwn(imports, packageId) ? (imports[packageId]?.digest ?? null) : null
}

/**
 * Whether an instance of that origin may run again. One of an imported package runs while the package is enabled, and is the
 * one that was agreed to; and none that came from elsewhere runs under the id of one: its grants would be the package's.
 */
export function mayReturn(imports: ImportsState, packageId: PackageId, origin: ImportOrigin): boolean {
  if (originOf(imports, packageId) !== origin) return false
  if (origin === null) return true
  const imported = imports[packageId]
  return imported?.parked === null && imported.check.state === 'sound'
}
