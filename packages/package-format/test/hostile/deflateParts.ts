import { join } from './zipBuilder.ts'

/** Writes the bits of a deflate stream, least significant first. */
class BitWriter {
  readonly #bytes: number[] = []
  #value = 0
  #count = 0

  put(value: number, count: number): this {
    for (let bit = 0; bit < count; bit += 1) {
      this.#value |= ((value >> bit) & 1) << this.#count
      this.#count += 1
      if (this.#count === 8) this.#flush()
    }
    return this
  }

  /** A word of a code, which goes the other way round. */
  word(value: number, length: number): this {
    for (let bit = length - 1; bit >= 0; bit -= 1) this.put((value >> bit) & 1, 1)
    return this
  }

  toBytes(): Uint8Array {
    if (this.#count > 0) this.#flush()
    return Uint8Array.from(this.#bytes)
  }

  #flush(): void {
    this.#bytes.push(this.#value)
    this.#value = 0
    this.#count = 0
  }
}

/** A block of which nothing is known but its three bits; kind 3 is none. */
export function blockOfKind(kind: number): Uint8Array {
  return new BitWriter().put(1, 1).put(kind, 2).put(0, 29).toBytes()
}

/** A copy of what was 32,768 bytes before the first byte. */
export function copyFromBefore(): Uint8Array {
  // Length 3 and distance 24,577, with the fixed codes.
  return new BitWriter().put(1, 1).put(1, 2).word(1, 7).word(29, 5).put(0, 13).word(0, 7).toBytes()
}

/** Zeros, of which there are 258 for every 13 bits and no end. */
export function endlessZeros(packedLength: number): Uint8Array {
  // 8 copies of length 258 and distance 1 are 13 bytes, so that they can be repeated.
  const copies = new BitWriter()
  for (let count = 0; count < 8; count += 1) copies.word(0b11000101, 8).word(0, 5)
  // A block without an end, and zeros to copy: 3 bits and 8; then bits up to a whole byte, as literals of 8 and 9 bits.
  const start = new BitWriter().put(0, 1).put(1, 2)
  for (let count = 0; count < 4; count += 1) start.word(0x30, 8)
  for (let count = 0; count < 5; count += 1) start.word(0x190, 9)
  return repeat(start.toBytes(), copies.toBytes(), packedLength)
}

/** Stored blocks of no bytes. */
export function emptyBlocks(packedLength: number): Uint8Array {
  return repeat(new Uint8Array(), Uint8Array.of(0, 0, 0, 0xff, 0xff), packedLength)
}

/** Blocks of no bytes, each with a code of its own whose words have up to 15 bits. */
export function codeBlocks(packedLength: number): Uint8Array {
  const blocks = new BitWriter()
  // 8 blocks are whole bytes, however long one is.
  for (let count = 0; count < 8; count += 1) putCodeBlock(blocks)
  return repeat(new Uint8Array(), blocks.toBytes(), packedLength)
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function putCodeBlock(bits: BitWriter): void {
  // Lengths 1 to 15 and 15 once more: the end of the block has the shortest word.
  const ladder = Array.from({ length: 16 }, (_, index) => Math.min(index + 1, 15))
  bits.put(0, 1).put(2, 2).put(0, 5).put(15, 5).put(15, 4)
  // Words of four bits for the lengths 1 to 15 and for a run of zeros.
  for (const symbol of ORDER) bits.put(symbol === 18 || (symbol >= 1 && symbol <= 15) ? 4 : 0, 3)
  const word = (symbol: number) => bits.word(symbol === 18 ? 15 : symbol - 1, 4)
  // 241 zeros, and 16 lengths up to the end of the block.
  word(18)
  bits.put(138 - 11, 7)
  word(18)
  bits.put(103 - 11, 7)
  for (const length of ladder.toReversed()) word(length)
  for (const length of ladder) word(length)
  bits.word(0, 1)
}

function repeat(start: Uint8Array, part: Uint8Array, length: number): Uint8Array {
  const count = Math.floor((length - start.length) / part.length)
  const parts = new Uint8Array(count * part.length)
  for (let index = 0; index < count; index += 1) parts.set(part, index * part.length)
  return join([start, parts])
}
