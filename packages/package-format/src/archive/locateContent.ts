import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import { nameOf } from './checkEntry.ts'
import { findExtraFault, isEqual } from './checkExtra.ts'
import type { ZipEntry } from './readDirectory.ts'
import { LOCAL_LENGTH, LOCAL_SIGNATURE, readFacts, ZIP_VERSION } from './zipRecord.ts'

/** Where the content of each entry is, or why that cannot be said. */
export type ContentPlaces =
  | { readonly contents: ReadonlyMap<ZipEntry, Uint8Array> }
  | { readonly fault: PackageDiagnostic }

/**
 * Finds the content of each entry, and that the archive consists of entries and nothing else: each begins where the one
 * before it ends, the first at the first byte and the directory after the last. So nothing overlaps, which small bombs
 * are made of, and nothing is hidden between two.
 */
export function locateContent(
  bytes: Uint8Array,
  { entries, start }: { readonly entries: readonly ZipEntry[]; readonly start: number },
): ContentPlaces {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const contents = new Map<ZipEntry, Uint8Array>()
  let offset = 0
  for (const entry of entries.toSorted((left, right) => left.offset - right.offset)) {
    if (entry.offset !== offset) return refuse(entry, 'does not begin where the one before it ends')
    const name = offset + LOCAL_LENGTH
    if (name > start || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return refuse(entry, 'has no header')
    const local = readFacts(view, offset + 4)
    const extra = name + local.nameLength
    const content = extra + local.extraLength
    offset = content + entry.packedSize
    if (offset > start) return refuse(entry, 'ends behind the archive')
    const isSame =
      local.flags === entry.flags &&
      local.method === entry.method &&
      local.crc === entry.crc &&
      local.packedSize === entry.packedSize &&
      local.size === entry.size &&
      local.version <= ZIP_VERSION &&
      isEqual(bytes.subarray(name, extra), entry.name)
    if (!isSame) return refuse(entry, 'is another one in its header than in the directory')
    const fault = findExtraFault({ extra: bytes.subarray(extra, content), name: entry.name })
    if (fault !== null) return refuse(entry, fault.what)
    contents.set(entry, bytes.subarray(content, offset))
  }
  if (offset !== start) {
    return {
      fault: packageDiagnostic({
        code: 'archive-malformed',
        message: 'There is something between the last entry of the archive and its directory.',
      }),
    }
  }
  return { contents }
}

function refuse(entry: ZipEntry, what: string): { readonly fault: PackageDiagnostic } {
  const name = nameOf(entry)
  return {
    fault: packageDiagnostic({
      code: 'archive-malformed',
      message: `The entry ${quote(name)} ${what}.`,
      path: name,
    }),
  }
}
