import { packageDiagnostic, type PackageDiagnostic } from '../packageDiagnostic.ts'
import { PACKAGE_LIMITS } from '../packageLimits.ts'
import { CENTRAL_LENGTH, CENTRAL_SIGNATURE, END_LENGTH, END_SIGNATURE, readFacts, type ZipFacts } from './zipRecord.ts'

/** One entry as the directory at the end of the archive has it. Nothing of it is checked yet. */
export interface ZipEntry extends ZipFacts {
  readonly name: Uint8Array
  readonly extra: Uint8Array
  readonly commentLength: number
  readonly disk: number
  /** External attributes: a mode of Unix in the upper half, attributes of DOS in the lower. */
  readonly attributes: number
  /** Where its own header begins. */
  readonly offset: number
}

export type ZipDirectory =
  | { readonly entries: readonly ZipEntry[]; readonly start: number }
  | { readonly fault: PackageDiagnostic }

/**
 * Reads the directory of an archive: before anything is inflated, everything that it says is known.
 *
 * The record that ends an archive is looked for at its very end only. Whoever searches for it, as a comment of any
 * length behind it requires, can be shown a second directory that others do not see.
 */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - END_LENGTH
  if (end < 0) return malformed('The bytes are too few for an archive')
  if (view.getUint32(end, true) !== END_SIGNATURE) {
    return malformed('The bytes do not end as an archive does: truncated, with something behind it, or no zip archive')
  }
  const disks = [view.getUint16(end + 4, true), view.getUint16(end + 6, true)]
  const counts = [view.getUint16(end + 8, true), view.getUint16(end + 10, true)]
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (counts.includes(0xffff) || size === 0xffffffff || start === 0xffffffff) return unsupported('It uses zip64')
  if (disks.some((disk) => disk !== 0) || counts[0] !== counts[1]) return unsupported('It is a part of several')
  if (view.getUint16(end + 20, true) !== 0) return unsupported('It has a comment')
  const count = counts[0] ?? 0
  if (count > PACKAGE_LIMITS.files) {
    const message = `The archive has ${count} entries; ${PACKAGE_LIMITS.files} is the most.`
    return { fault: packageDiagnostic({ code: 'archive-too-many-entries', message }) }
  }
  if (start + size !== end) return malformed('Its directory is not where the archive says that it is')
  const entries: ZipEntry[] = []
  let offset = start
  for (let index = 0; index < count; index += 1) {
    if (offset + CENTRAL_LENGTH > end || view.getUint32(offset, true) !== CENTRAL_SIGNATURE) {
      return malformed(`Its directory has fewer entries than the ${count} that it says`)
    }
    const facts = readFacts(view, offset + 6)
    const commentLength = view.getUint16(offset + 32, true)
    const name = offset + CENTRAL_LENGTH
    const extra = name + facts.nameLength
    const next = extra + facts.extraLength + commentLength
    if (next > end) return malformed('An entry of its directory ends behind it')
    entries.push({
      ...facts,
      name: bytes.subarray(name, extra),
      extra: bytes.subarray(extra, extra + facts.extraLength),
      commentLength,
      disk: view.getUint16(offset + 34, true),
      attributes: view.getUint32(offset + 38, true),
      offset: view.getUint32(offset + 42, true),
    })
    offset = next
  }
  if (offset !== end) return malformed('There is something behind the last entry of its directory')
  return { entries, start }
}

function malformed(what: string): { readonly fault: PackageDiagnostic } {
  return { fault: packageDiagnostic({ code: 'archive-malformed', message: `${what}.` }) }
}

function unsupported(what: string): { readonly fault: PackageDiagnostic } {
  const message = `The archive cannot be read: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`
  return { fault: packageDiagnostic({ code: 'archive-unsupported', message }) }
}
