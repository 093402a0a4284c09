import type { PackageDiagnosticCode } from '../packageDiagnostics.ts'

// Times and owners of the files where they were packed. Nobody here reads them.
const IGNORED: readonly number[] = [0x5455, 0x5855, 0x7855, 0x7875, 0x000a]
const UNICODE_PATH = 0x7075

/** What is wrong with the extra fields of a header, or null. A field that could say something else of the file is refused. */
export function findExtraFault({
  extra,
  name,
}: {
  readonly extra: Uint8Array
  readonly name: Uint8Array
}): { readonly code: PackageDiagnosticCode; readonly what: string } | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  let offset = 0
  while (offset < extra.length) {
    const end = offset + 4 <= extra.length ? offset + 4 + view.getUint16(offset + 2, true) : Number.POSITIVE_INFINITY
    if (end > extra.length) return { code: 'archive-malformed', what: 'has extra fields that end behind themselves' }
    const kind = view.getUint16(offset, true)
    if (kind === UNICODE_PATH) {
      // Version and checksum, then the path.
      if (!isEqual(extra.subarray(offset + 9, end), name)) {
        return { code: 'archive-malformed', what: 'has a second path that is another one' }
      }
    } else if (!IGNORED.includes(kind)) {
      return { code: 'archive-unsupported', what: `has an extra field that is not read (0x${kind.toString(16)})` }
    }
    offset = end
  }
  return null
}

export function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}
