// The fixed parts of a zip archive (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), as the reader and the writer
// have them.

export const LOCAL_SIGNATURE = 0x04034b50
export const LOCAL_LENGTH = 30
export const CENTRAL_SIGNATURE = 0x02014b50
export const CENTRAL_LENGTH = 46
export const END_SIGNATURE = 0x06054b50
export const END_LENGTH = 22

export const STORED = 0
export const DEFLATED = 8

/** Version of the format that store, deflate and folders need. */
export const ZIP_VERSION = 20

/** Bits of the flags that change nothing for a reader: two that say how hard the writer tried, and that names are UTF-8. */
export const HARMLESS_FLAGS = 0b1000_0000_0110

/** What stands twice in an archive, before the content and in the directory at the end, and has to be the same. */
export interface ZipFacts {
  readonly version: number
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly nameLength: number
  readonly extraLength: number
}

/** Reads the facts, which begin at the same byte of both headers: after the signature, or the writer's version. */
export function readFacts(view: DataView, offset: number): ZipFacts {
  return {
    version: view.getUint16(offset, true),
    flags: view.getUint16(offset + 2, true),
    method: view.getUint16(offset + 4, true),
    crc: view.getUint32(offset + 10, true),
    packedSize: view.getUint32(offset + 14, true),
    size: view.getUint32(offset + 18, true),
    nameLength: view.getUint16(offset + 22, true),
    extraLength: view.getUint16(offset + 24, true),
  }
}
