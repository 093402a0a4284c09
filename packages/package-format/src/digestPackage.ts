import { PackageFormatError } from './packageFormatError.ts'
import { findPathClash, isPackagePath } from './packagePath.ts'
import type { PackageDigest, PackageFiles } from './packageReport.ts'
import { webCrypto } from './webCrypto.ts'

// Names the rule, so that no digest of another one can be taken for one of this.
const FORMAT = 'plugboard-package/1\n'

/**
 * What the content of a package is, however it travelled: SHA-256 over `plugboard-package/1\n` and, for each file in the
 * order of their paths, `path \0 length \0 sha256 of the file \n`, with lengths in decimal and digests in hexadecimal
 * digits. Times, modes, the order and the archive do not come into it. Bytes count as they are, those of `plugin.json`
 * too.
 *
 * Digests every map it is given: which files belong to a package is what `inspectPackage` says.
 *
 * @throws PackageFormatError `INVALID_FILES` for paths that no package may have, `CRYPTO_UNAVAILABLE`.
 */
export async function digestPackage(files: PackageFiles): Promise<PackageDigest> {
  let rows = FORMAT
  for (const [path, bytes] of sortFiles(files)) rows += `${path}\0${bytes.length}\0${await sha256(bytes)}\n`
  return `sha256:${await sha256(new TextEncoder().encode(rows))}`
}

/** Whether `value` has the form of a digest. */
export function isPackageDigest(value: unknown): value is PackageDigest {
  return typeof value === 'string' && DIGEST.test(value)
}

/**
 * The files in the order of their paths. Paths are ASCII, so that code units, code points and bytes have one order.
 *
 * @throws PackageFormatError `INVALID_FILES` for paths that no package may have.
 */
export function sortFiles(files: PackageFiles): readonly (readonly [string, Uint8Array])[] {
  const paths = [...files.keys()].toSorted(comparePaths)
  if (!paths.every(isPackagePath) || findPathClash(paths) !== null) {
    throw new PackageFormatError(
      'INVALID_FILES',
      'A path is none that a package may have, or two are the same but for their case. Take the files of inspectPackage().',
    )
  }
  return paths.map((path) => [path, files.get(path) ?? new Uint8Array()])
}

const DIGEST = /^sha256:[0-9a-f]{64}$/

function comparePaths(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}

async function sha256(bytes: Uint8Array): Promise<string> {
  // Never shared memory: a view of one is not taken by browsers, and could change while it is read.
  const digest = await webCrypto().digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
