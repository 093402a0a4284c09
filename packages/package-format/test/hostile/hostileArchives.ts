import type { PackageDiagnosticCode } from '@plugboard/package-format'

import { hostileContents } from './hostileContents.ts'
import { hostileFeatures } from './hostileFeatures.ts'
import { hostilePaths } from './hostilePaths.ts'
import { hostileStructures } from './hostileStructures.ts'

/** An archive that somebody made to do harm, or that looks so. */
export interface HostileArchive {
  readonly name: string
  /** With which code it is refused; `harmless` where what it says of itself makes no difference. */
  readonly expected: PackageDiagnosticCode | 'harmless'
  readonly build: () => Uint8Array
}

/** Every kind that is known here, one each. */
export const HOSTILE_ARCHIVES: readonly HostileArchive[] = [
  ...hostilePaths,
  ...hostileFeatures,
  ...hostileStructures,
  ...hostileContents,
]
