import { BitReader } from './bitReader.ts'
import { HuffmanCode } from './huffmanCode.ts'

// Blocks that a stream may have: so many, and one more for each so many bytes of content. A block may have a code of its
// own, which takes longer to read than it is long, and hold nothing: an archive of them would take minutes. Writers begin
// one every few thousand bytes, where it pays for itself.
const BLOCKS = 64
const BYTES_PER_BLOCK = 1_024

/**
 * Unpacks a deflate stream (RFC 1951) of exactly these bytes to exactly `size` bytes, or says null. Takes no more memory
 * than that, and no more time than such content can be worth: a stream that says more, says it in too many blocks or
 * ends before its bytes do is refused where that shows.
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const reader = new BitReader(packed)
  const output = { bytes: new Uint8Array(size), length: 0 }
  let blocks = BLOCKS + Math.ceil(size / BYTES_PER_BLOCK)
  for (let isLast = false; !isLast;) {
    isLast = reader.take(1) === 1
    blocks -= 1
    const isGood = blocks >= 0 && readBlock(reader.take(2), reader, output)
    if (!isGood || reader.isOver) return null
  }
  return output.length === size && reader.isAtEnd ? output.bytes : null
}

interface Output {
  readonly bytes: Uint8Array
  length: number
}

interface BlockCodes {
  readonly literals: HuffmanCode
  readonly distances: HuffmanCode
}

function readBlock(kind: number, reader: BitReader, output: Output): boolean {
  switch (kind) {
    case 0:
      return readStored(reader, output)
    case 1:
      fixed ??= createFixedCodes()
      return fixed !== null && readPacked(fixed, reader, output)
    case 2: {
      const codes = readCodes(reader)
      return codes !== null && readPacked(codes, reader, output)
    }
    default:
      return false
  }
}

function readStored(reader: BitReader, output: Output): boolean {
  const [low = 0, high = 0, notLow = 0, notHigh = 0] = reader.takeBytes(4)
  if ((low ^ notLow) !== 0xff || (high ^ notHigh) !== 0xff) return false
  const bytes = reader.takeBytes(low | (high << 8))
  if (output.length + bytes.length > output.bytes.length) return false
  output.bytes.set(bytes, output.length)
  output.length += bytes.length
  return true
}

const END = 256
// What is added to a length or a distance, and how many bits say how much more (RFC 1951, section 3.2.5).
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]

function readPacked({ distances, literals }: BlockCodes, reader: BitReader, output: Output): boolean {
  const { bytes } = output
  for (;;) {
    const symbol = literals.take(reader)
    if (symbol === END) return true
    if (symbol < 0 || reader.isOver) return false
    let at = output.length
    if (symbol < END) {
      if (at === bytes.length) return false
      bytes[at] = symbol
      output.length = at + 1
      continue
    }
    const length = (LENGTHS[symbol - 257] ?? Number.NaN) + reader.take(LENGTH_BITS[symbol - 257] ?? 0)
    const place = distances.take(reader)
    const distance = (DISTANCES[place] ?? Number.NaN) + reader.take(DISTANCE_BITS[place] ?? 0)
    // Also false for the symbols that there is no length or distance of.
    if (!(distance <= at && at + length <= bytes.length)) return false
    output.length = at + length
    for (; at < output.length; at += 1) bytes[at] = bytes[at - distance] ?? 0
  }
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The codes of one block, which are packed themselves (RFC 1951, section 3.2.7). */
function readCodes(reader: BitReader): BlockCodes | null {
  const literalCount = reader.take(5) + 257
  const distanceCount = reader.take(5) + 1
  const orderCount = reader.take(4) + 4
  const ordered = new Uint8Array(ORDER.length)
  for (const symbol of ORDER.slice(0, orderCount)) ordered[symbol] = reader.take(3)
  const code = HuffmanCode.from(ordered)
  const lengths = new Uint8Array(literalCount + distanceCount)
  if (code === null || !readLengths(code, reader, lengths) || lengths[END] === 0) return null
  const literals = HuffmanCode.from(lengths.subarray(0, literalCount))
  const distances = HuffmanCode.from(lengths.subarray(literalCount))
  return literals === null || distances === null ? null : { literals, distances }
}

function readLengths(code: HuffmanCode, reader: BitReader, lengths: Uint8Array): boolean {
  for (let at = 0; at < lengths.length;) {
    const symbol = code.take(reader)
    if (symbol < 0 || reader.isOver) return false
    if (symbol < 16) {
      lengths[at] = symbol
      at += 1
      continue
    }
    if (symbol === 16 && at === 0) return false
    const repeated = symbol === 16 ? (lengths[at - 1] ?? 0) : 0
    const times = symbol === 16 ? 3 + reader.take(2) : symbol === 17 ? 3 + reader.take(3) : 11 + reader.take(7)
    if (at + times > lengths.length) return false
    lengths.fill(repeated, at, at + times)
    at += times
  }
  return true
}

let fixed: BlockCodes | null = null

function createFixedCodes(): BlockCodes | null {
  const lengths = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280)
  const literals = HuffmanCode.from(lengths)
  const distances = HuffmanCode.from(new Uint8Array(32).fill(5))
  return literals === null || distances === null ? null : { literals, distances }
}
