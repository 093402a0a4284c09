import type { BitReader } from './bitReader.ts'

/** Longest code word of deflate, in bits. */
const LONGEST = 15

// Words of up to this many bits are looked up, longer ones are counted through: a table for all of them costs more to
// make than a short block costs to read, and whoever writes the archive decides how many blocks there are.
const LOOKED_UP = 9

/** A Huffman code as deflate has it: given by the length of each symbol's word (RFC 1951, section 3.2.2). */
export class HuffmanCode {
  readonly #counts = new Uint16Array(LONGEST + 1)
  /** In the order of their words. */
  readonly #symbols: Uint16Array
  /** By the next bits: `symbol * 16 + length` of the word, or 0 for a longer one. */
  readonly #table = new Uint16Array(1 << LOOKED_UP)

  private constructor(lengths: Uint8Array) {
    for (const length of lengths) this.#counts[length] = (this.#counts[length] ?? 0) + 1
    this.#counts[0] = 0
    const starts = new Uint16Array(LONGEST + 1)
    const words = new Uint16Array(LONGEST + 1)
    for (let length = 1; length <= LONGEST; length += 1) {
      const before = this.#counts[length - 1] ?? 0
      starts[length] = (starts[length - 1] ?? 0) + before
      words[length] = ((words[length - 1] ?? 0) + before) << 1
    }
    this.#symbols = new Uint16Array(lengths.length)
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      const length = lengths[symbol] ?? 0
      if (length === 0) continue
      const start = starts[length] ?? 0
      this.#symbols[start] = symbol
      starts[length] = start + 1
      const word = words[length] ?? 0
      words[length] = word + 1
      if (length > LOOKED_UP) continue
      const step = 1 << length
      for (let index = reverse(word, length); index < this.#table.length; index += step) {
        this.#table[index] = symbol * 16 + length
      }
    }
  }

  /**
   * The code with these lengths, or null when there is none: more words than bits can tell apart, or bits that are no
   * word. A code of at most one word may leave bits over, as when a block has a single distance or none.
   */
  static from(lengths: Uint8Array): HuffmanCode | null {
    let left = 1 << LONGEST
    let used = 0
    for (const length of lengths) {
      if (length === 0) continue
      left -= 1 << (LONGEST - length)
      used += 1
    }
    const isSingle = used === 0 || (used === 1 && lengths.includes(1))
    return left === 0 || (left > 0 && isSingle) ? new HuffmanCode(lengths) : null
  }

  /** Takes a word and says its symbol; -1 for bits that are none. */
  take(reader: BitReader): number {
    const entry = this.#table[reader.peek(LOOKED_UP)] ?? 0
    if (entry === 0) return this.#takeLong(reader)
    reader.skip(entry & 15)
    return entry >> 4
  }

  #takeLong(reader: BitReader): number {
    const bits = reader.peek(LONGEST)
    let word = 0
    let first = 0
    let index = 0
    for (let length = 1; length <= LONGEST; length += 1) {
      word = (word << 1) | ((bits >> (length - 1)) & 1)
      const count = this.#counts[length] ?? 0
      if (word - first < count) {
        reader.skip(length)
        return this.#symbols[index + word - first] ?? -1
      }
      index += count
      first = (first + count) << 1
    }
    return -1
  }
}

function reverse(word: number, length: number): number {
  let reversed = 0
  for (let bit = 0; bit < length; bit += 1) reversed |= ((word >> bit) & 1) << (length - 1 - bit)
  return reversed
}
