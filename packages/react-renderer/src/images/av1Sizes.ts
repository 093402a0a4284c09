import type { ImageMeasure } from './imageMeasure.ts'
import type { ImageReader } from './imageReader.ts'

type Size = Omit<ImageMeasure, 'passes'>

/** The sizes that the sequence headers of an AV1 stream announce, <https://aomediacodec.github.io/av1-spec/#obu-syntax>. */
export function readAv1Sizes(parts: readonly ImageReader[]): readonly Size[] {
  // In one piece, as nearly every file has it; a header could be cut in two.
  const [stream] = parts
  if (stream === undefined || parts.length > 1) return []
  const sizes: Size[] = []
  for (let at = 0; at < stream.length;) {
    const header = stream.byte(at)
    at += (header & 0x04) === 0 ? 1 : 2
    let length = stream.length - at
    if ((header & 0x02) !== 0) {
      const size = readLeb128(stream, at)
      length = size.value
      at += size.bytes
    }
    const unit = stream.part(at, length)
    if (((header >> 3) & 0x0f) === SEQUENCE_HEADER) sizes.push(readSequenceHeader(new BitReader(unit)))
    at += length
  }
  return sizes
}

const SEQUENCE_HEADER = 1

function readLeb128(stream: ImageReader, at: number): { readonly value: number; readonly bytes: number } {
  let value = 0
  for (let index = 0; index < 8; index += 1) {
    const byte = stream.byte(at + index)
    value += (byte & 0x7f) * 128 ** index
    if (byte < 0x80) return { value, bytes: index + 1 }
  }
  throw new RangeError('A length without an end.')
}

/** `sequence_header_obu`, as far as the size. */
function readSequenceHeader(bits: BitReader): Size {
  bits.skip(3 + 1)
  if (bits.flag()) bits.skip(5)
  else skipOperatingPoints(bits)
  const widthBits = bits.read(4) + 1
  const heightBits = bits.read(4) + 1
  return { width: bits.read(widthBits) + 1, height: bits.read(heightBits) + 1 }
}

function skipOperatingPoints(bits: BitReader): void {
  let delayBits: number | null = null
  if (bits.flag()) {
    bits.skip(32 + 32)
    if (bits.flag()) skipUvlc(bits)
    if (bits.flag()) {
      delayBits = bits.read(5) + 1
      bits.skip(32 + 5 + 5)
    }
  }
  const saysDelay = bits.flag()
  for (let left = bits.read(5) + 1; left > 0; left -= 1) {
    bits.skip(12)
    if (bits.read(5) > 7) bits.skip(1)
    if (delayBits !== null && bits.flag()) bits.skip(2 * delayBits + 1)
    if (saysDelay && bits.flag()) bits.skip(4)
  }
}

function skipUvlc(bits: BitReader): void {
  let zeros = 0
  while (!bits.flag()) zeros += 1
  if (zeros < 32) bits.skip(zeros)
}

class BitReader {
  readonly #bytes: ImageReader
  #at = 0

  constructor(bytes: ImageReader) {
    this.#bytes = bytes
  }

  flag(): boolean {
    return this.read(1) === 1
  }

  /** Up to 31 bits, the high one first. */
  read(count: number): number {
    let value = 0
    for (let left = count; left > 0; left -= 1) {
      value = value * 2 + ((this.#bytes.byte(this.#at >> 3) >> (7 - (this.#at & 7))) & 1)
      this.#at += 1
    }
    return value
  }

  skip(count: number): void {
    this.#at += count
  }
}
