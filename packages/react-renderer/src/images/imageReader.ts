/** Reads bytes that nobody vouches for. A read past the end throws a `RangeError`; nothing is read outside. */
export class ImageReader {
  readonly #view: DataView

  constructor(view: DataView) {
    this.#view = view
  }

  get length(): number {
    return this.#view.byteLength
  }

  byte(at: number): number {
    return this.#view.getUint8(at)
  }

  /** Two bytes, the high one first. */
  uint16(at: number): number {
    return this.#view.getUint16(at)
  }

  /** Two bytes, the low one first. */
  uint16Low(at: number): number {
    return this.#view.getUint16(at, true)
  }

  /** Three bytes, the low one first. */
  uint24Low(at: number): number {
    return this.uint16Low(at) + this.byte(at + 2) * 0x1_00_00
  }

  /** Four bytes, the high one first. */
  uint32(at: number): number {
    return this.#view.getUint32(at)
  }

  /** Four bytes, the low one first. */
  uint32Low(at: number): number {
    return this.#view.getUint32(at, true)
  }

  /** A number of 0 to 8 bytes, the high one first. Beyond 2^53 it is not exact, and beyond any file. */
  uint(at: number, size: number): number {
    let value = 0
    for (let index = 0; index < size; index += 1) value = value * 256 + this.byte(at + index)
    return value
  }

  /** Bytes as characters, one each. */
  text(at: number, length: number): string {
    let text = ''
    for (let index = 0; index < length; index += 1) text += String.fromCharCode(this.byte(at + index))
    return text
  }

  /** A part with a reader of its own, so that nothing in it can point outside of it. */
  part(at: number, length: number): ImageReader {
    if (at + length > this.length) throw new RangeError('The part ends outside.')
    return new ImageReader(new DataView(this.#view.buffer, this.#view.byteOffset + at, length))
  }
}
