import { deflateSync } from 'fflate'

import { sortFiles } from '../digestPackage.ts'
import type { PackageFiles } from '../packageReport.ts'
import { crc32 } from './crc32.ts'
import {
  CENTRAL_LENGTH,
  CENTRAL_SIGNATURE,
  DEFLATED,
  END_LENGTH,
  END_SIGNATURE,
  LOCAL_LENGTH,
  LOCAL_SIGNATURE,
  STORED,
  ZIP_VERSION,
} from './zipRecord.ts'

// 1 January 1980, the first day that the format can tell.
const DATE = (1 << 5) | 1

interface PackedFile {
  readonly name: Uint8Array
  readonly method: number
  readonly crc: number
  readonly packed: Uint8Array
  readonly size: number
}

/**
 * Writes files as an archive: the same bytes for the same files, in Node.js as in browsers, whatever the clock, the modes
 * and the order are. The files of a package are those that `packPackage` or `inspectPackage` name.
 *
 * @throws PackageFormatError `INVALID_FILES` for paths that no package may have.
 */
export function writeArchive(files: PackageFiles): Uint8Array {
  const packed = sortFiles(files).map(([path, bytes]) => packFile(path, bytes))
  const nameBytes = packed.reduce((sum, { name }) => sum + name.length, 0)
  const contentBytes = packed.reduce((sum, file) => sum + file.packed.length, 0)
  const directoryLength = packed.length * CENTRAL_LENGTH + nameBytes
  const directoryStart = packed.length * LOCAL_LENGTH + nameBytes + contentBytes
  const archive = new Uint8Array(directoryStart + directoryLength + END_LENGTH)
  const view = new DataView(archive.buffer)
  let local = 0
  let central = directoryStart
  for (const file of packed) {
    view.setUint32(central, CENTRAL_SIGNATURE, true)
    view.setUint16(central + 4, ZIP_VERSION, true)
    writeFacts(view, central + 6, file)
    view.setUint32(central + 42, local, true)
    archive.set(file.name, central + CENTRAL_LENGTH)
    central += CENTRAL_LENGTH + file.name.length
    view.setUint32(local, LOCAL_SIGNATURE, true)
    writeFacts(view, local + 4, file)
    archive.set(file.name, local + LOCAL_LENGTH)
    archive.set(file.packed, local + LOCAL_LENGTH + file.name.length)
    local += LOCAL_LENGTH + file.name.length + file.packed.length
  }
  view.setUint32(central, END_SIGNATURE, true)
  view.setUint16(central + 8, packed.length, true)
  view.setUint16(central + 10, packed.length, true)
  view.setUint32(central + 12, directoryLength, true)
  view.setUint32(central + 16, directoryStart, true)
  return archive
}

function packFile(path: string, bytes: Uint8Array): PackedFile {
  // Said in full: what a default is may change with a release.
  const deflated = deflateSync(bytes, { level: 9, mem: 8 })
  const isSmaller = deflated.length < bytes.length
  return {
    name: new TextEncoder().encode(path),
    method: isSmaller ? DEFLATED : STORED,
    crc: crc32(bytes),
    packed: isSmaller ? deflated : bytes,
    size: bytes.length,
  }
}

function writeFacts(view: DataView, offset: number, { crc, method, name, packed, size }: PackedFile): void {
  view.setUint16(offset, ZIP_VERSION, true)
  view.setUint16(offset + 4, method, true)
  view.setUint16(offset + 8, DATE, true)
  view.setUint32(offset + 10, crc, true)
  view.setUint32(offset + 14, packed.length, true)
  view.setUint32(offset + 18, size, true)
  view.setUint16(offset + 22, name.length, true)
}
