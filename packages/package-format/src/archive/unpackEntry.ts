import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import type { PackageDiagnosticCode } from '../packageDiagnostics.ts'
import { nameOf } from './checkEntry.ts'
import { crc32 } from './crc32.ts'
import { inflate } from './inflate.ts'
import type { ZipEntry } from './readDirectory.ts'
import { STORED } from './zipRecord.ts'

/** The content of an entry: as large as the directory says, and with the checksum that it says. */
export function unpackEntry(
  entry: ZipEntry,
  packed: Uint8Array,
): { readonly content: Uint8Array } | { readonly fault: PackageDiagnostic } {
  // A copy: what was checked must not change with the archive's bytes.
  const content = entry.method === STORED ? packed.slice() : inflate(packed, entry.size)
  if (content === null) {
    return refuse(entry, 'archive-malformed', `does not unpack to the ${entry.size} bytes that the archive says`)
  }
  if (crc32(content) !== entry.crc) return refuse(entry, 'archive-checksum', 'is not what its checksum says')
  return { content }
}

function refuse(entry: ZipEntry, code: PackageDiagnosticCode, what: string): { readonly fault: PackageDiagnostic } {
  const name = nameOf(entry)
  return { fault: packageDiagnostic({ code, message: `The entry ${quote(name)} ${what}.`, path: name }) }
}
