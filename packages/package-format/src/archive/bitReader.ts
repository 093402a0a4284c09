/** Bits of a deflate stream, least significant first. Behind the end there are zeros, and `isOver` says so. */
export class BitReader {
  readonly #bytes: Uint8Array
  #position = 0
  #value = 0
  #count = 0
  /** Whether more was taken than there was. */
  isOver = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Whether nothing is left but bits that fill the last byte. */
  get isAtEnd(): boolean {
    return !this.isOver && this.#position === this.#bytes.length && this.#count < 8
  }

  /** The next bits, of which there are at most 15, without taking them. */
  peek(count: number): number {
    while (this.#count < count && this.#position < this.#bytes.length) {
      this.#value |= (this.#bytes[this.#position] ?? 0) << this.#count
      this.#position += 1
      this.#count += 8
    }
    return this.#value & ((1 << count) - 1)
  }

  skip(count: number): void {
    if (count > this.#count) this.isOver = true
    this.#value >>>= count
    this.#count = Math.max(0, this.#count - count)
  }

  take(count: number): number {
    const value = this.peek(count)
    this.skip(count)
    return value
  }

  /** Whole bytes, from the next byte on. Fewer when there are fewer. */
  takeBytes(length: number): Uint8Array {
    this.skip(this.#count & 7)
    // What was loaded and not taken is whole bytes now.
    const start = this.#position - (this.#count >> 3)
    const bytes = this.#bytes.subarray(start, start + length)
    if (bytes.length < length) this.isOver = true
    this.#position = start + bytes.length
    this.#value = 0
    this.#count = 0
    return bytes
  }
}
