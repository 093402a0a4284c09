const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The checksum of zip archives (polynomial 0x04C11DB7, reflected). It finds damage, and stops nobody. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  // By index: an iterator takes several times as long, and this sees every byte of a package.
  for (let at = 0; at < bytes.length; at += 1) {
    value = (TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8)
  }
  return ~value >>> 0
}
