import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import type { PackageDiagnosticCode } from '../packageDiagnostics.ts'
import { PACKAGE_LIMITS } from '../packageLimits.ts'
import { isPackagePath } from '../packagePath.ts'
import { findExtraFault } from './checkExtra.ts'
import type { ZipEntry } from './readDirectory.ts'
import { DEFLATED, HARMLESS_FLAGS, STORED, ZIP_VERSION } from './zipRecord.ts'

/** The name of an entry as it may be shown, and with the slash at its end when it is a folder. */
export function nameOf(entry: ZipEntry): string {
  // A byte order mark is part of the name: others read it as one, and no path may have it.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(entry.name)
}

export function isFolder(entry: ZipEntry): boolean {
  return entry.name.at(-1) === 0x2f
}

/** What is wrong with an entry by what the directory says of it, or null. */
export function checkEntry(entry: ZipEntry): PackageDiagnostic | null {
  for (const check of CHECKS) {
    const fault = check(entry)
    if (fault === null) continue
    const name = nameOf(entry)
    return packageDiagnostic({ code: fault.code, message: `The entry ${quote(name)} ${fault.what}.`, path: name })
  }
  return null
}

interface EntryFault {
  readonly code: PackageDiagnosticCode
  readonly what: string
}

const CHECKS: readonly ((entry: ZipEntry) => EntryFault | null)[] = [
  checkName,
  checkFeatures,
  checkKind,
  checkSizes,
  findExtraFault,
]

function checkName(entry: ZipEntry): EntryFault | null {
  const name = nameOf(entry)
  // Bytes that are no UTF-8 are shown as U+FFFD, which no path may have.
  if (isPackagePath(isFolder(entry) ? name.slice(0, -1) : name)) return null
  return { code: 'archive-path-unsafe', what: 'has a path that no file of a package may have' }
}

function checkFeatures(entry: ZipEntry): EntryFault | null {
  const what = findUnsupported(entry)
  return what === null ? null : { code: 'archive-unsupported', what }
}

function findUnsupported({ commentLength, disk, flags, method, version }: ZipEntry): string | null {
  if ((flags & 1) === 1) return 'is encrypted'
  if ((flags & 8) === 8) return 'has its sizes behind its content (a data descriptor)'
  if ((flags & ~HARMLESS_FLAGS) !== 0) return 'uses a part of the zip format that is not read'
  if (method !== STORED && method !== DEFLATED) return `is packed with method ${method}; store and deflate are read`
  if (version > ZIP_VERSION) return 'needs a newer version of the zip format'
  if (disk !== 0) return 'is on another disk'
  return commentLength === 0 ? null : 'has a comment'
}

const MODE_KIND = 0o170000
const MODE_FILE = 0o100000
const MODE_FOLDER = 0o040000
// Volume label, folder, device and reparse point: what a plain file has none of.
const DOS_KINDS = 0x458
const DOS_FOLDER = 0x10

/** Asked whatever system the entry says that it was made on: readers differ in when they believe the mode. */
function checkKind(entry: ZipEntry): EntryFault | null {
  const kind = (entry.attributes >>> 16) & MODE_KIND
  const dosKind = entry.attributes & DOS_KINDS
  const isGood = isFolder(entry)
    ? (kind === 0 || kind === MODE_FOLDER) && (dosKind === 0 || dosKind === DOS_FOLDER)
    : (kind === 0 || kind === MODE_FILE) && dosKind === 0
  return isGood ? null : { code: 'archive-entry-kind', what: 'is neither a file nor a folder' }
}

function checkSizes(entry: ZipEntry): EntryFault | null {
  const { method, packedSize, size } = entry
  if (isFolder(entry) && (size !== 0 || packedSize !== 0)) {
    return { code: 'archive-malformed', what: 'is a folder with content' }
  }
  if (method === STORED && size !== packedSize) {
    return { code: 'archive-malformed', what: 'is not packed, and yet of two sizes' }
  }
  if (size > PACKAGE_LIMITS.fileBytes) {
    return { code: 'archive-too-large', what: `has ${size} bytes; ${PACKAGE_LIMITS.fileBytes} is the most` }
  }
  if (size > PACKAGE_LIMITS.ratioBytes && size > packedSize * PACKAGE_LIMITS.ratio) {
    return { code: 'archive-compression-ratio', what: `would become more than ${PACKAGE_LIMITS.ratio} times its size` }
  }
  return null
}
