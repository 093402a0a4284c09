import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import { PACKAGE_LIMITS } from '../packageLimits.ts'
import { findPathClash } from '../packagePath.ts'
import type { PackageFiles } from '../packageReport.ts'
import { checkEntry, isFolder, nameOf } from './checkEntry.ts'
import { locateContent } from './locateContent.ts'
import { readDirectory, type ZipEntry } from './readDirectory.ts'
import { unpackEntry } from './unpackEntry.ts'

/** The files of an archive, or why there are none. */
export interface ReadArchive {
  /** Absent when the archive is refused: always as a whole. */
  readonly files?: PackageFiles
  readonly diagnostics: readonly PackageDiagnostic[]
}

/** Entries that are reported at once: an archive must not choose how long the answer is. */
const MOST_FAULTS = 20

/**
 * Reads an archive (`.plug`): a strict subset of zip, in which every byte has one meaning. Everything that the directory
 * says is checked before anything is inflated, and inflating stops at what it says.
 *
 * Takes at most {@link PACKAGE_LIMITS} of memory beside the bytes themselves. Nothing of the content is run or parsed.
 */
export async function readArchive(bytes: Uint8Array): Promise<ReadArchive> {
  if (bytes.length > PACKAGE_LIMITS.archiveBytes) {
    return refuse(tooLarge(`The archive has ${bytes.length} bytes; ${PACKAGE_LIMITS.archiveBytes} is the most.`))
  }
  const directory = readDirectory(bytes)
  if ('fault' in directory) return refuse(directory.fault)
  const { entries } = directory
  const faults = entries.map(checkEntry).filter((fault) => fault !== null)
  if (faults.length > 0) return { diagnostics: faults.slice(0, MOST_FAULTS) }
  const fault = checkTogether(entries)
  if (fault !== null) return refuse(fault)
  const places = locateContent(bytes, directory)
  if ('fault' in places) return refuse(places.fault)
  const files = new Map<string, Uint8Array>()
  for (const [entry, packed] of places.contents) {
    if (isFolder(entry)) continue
    const unpacked = unpackEntry(entry, packed)
    if ('fault' in unpacked) return refuse(unpacked.fault)
    files.set(nameOf(entry), unpacked.content)
  }
  return { files, diagnostics: [] }
}

function checkTogether(entries: readonly ZipEntry[]): PackageDiagnostic | null {
  const clash = findPathClash(entries.map(nameOf))
  if (clash !== null) {
    const message = `The entries ${quote(clash.path)} and ${quote(clash.with)} would be one.`
    return packageDiagnostic({ code: 'archive-path-duplicate', message, path: clash.path })
  }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size <= PACKAGE_LIMITS.contentBytes) return null
  return tooLarge(`Its files have ${size} bytes together; ${PACKAGE_LIMITS.contentBytes} is the most.`)
}

function tooLarge(message: string): PackageDiagnostic {
  return packageDiagnostic({ code: 'archive-too-large', message })
}

function refuse(fault: PackageDiagnostic): ReadArchive {
  return { diagnostics: [fault] }
}
