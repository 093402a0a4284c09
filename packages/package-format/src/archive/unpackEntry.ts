import { Inflate, inflateSync } from 'fflate'

import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import type { PackageDiagnosticCode } from '../packageDiagnostics.ts'
import { nameOf } from './checkEntry.ts'
import { crc32 } from './crc32.ts'
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

// Becomes 4 MiB at most: what is inflated beyond the end is no more than that.
const CHUNK = 4_096

/** Inflates to exactly `size` bytes from exactly these bytes, or says null. Stops where it would become more. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const content = new Uint8Array(size)
  const written = { length: 0 }
  const stream = new Inflate((chunk) => {
    if (written.length + chunk.length <= size) content.set(chunk, written.length)
    written.length += chunk.length
  })
  try {
    for (let offset = 0; offset < packed.length && written.length <= size; offset += CHUNK) {
      stream.push(packed.subarray(offset, offset + CHUNK), offset + CHUNK >= packed.length)
    }
  } catch {
    return null
  }
  return written.length === size && isWhole(packed, content) ? content : null
}

/** Whether the last byte is needed: bytes behind the end of a stream are passed over by it. */
function isWhole(packed: Uint8Array, content: Uint8Array): boolean {
  try {
    // Over what is there already, with the same: no memory, and known to fit.
    inflateSync(packed.subarray(0, -1), { out: content })
    return false
  } catch {
    return packed.length > 0
  }
}

function refuse(entry: ZipEntry, code: PackageDiagnosticCode, what: string): { readonly fault: PackageDiagnostic } {
  const name = nameOf(entry)
  return { fault: packageDiagnostic({ code, message: `The entry ${quote(name)} ${what}.`, path: name }) }
}
