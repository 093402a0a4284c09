import type { ImageReader } from './imageReader.ts'

/** A box of ISO/IEC 14496-12. */
export interface ImageBox {
  readonly name: string
  readonly content: ImageReader
}

/** Boxes in a file, and in them: far more than any picture has. */
const MOST_BOXES = 1_000

/** The boxes of a file, one after the other. Throws a `RangeError` when one does not fit, or there is no end to them. */
export function boxesOf(reader: ImageReader, from = 0): readonly ImageBox[] {
  const boxes: ImageBox[] = []
  for (let at = from; at < reader.length;) {
    const short = reader.uint32(at)
    const head = short === 1 ? 16 : 8
    const size = short === 0 ? reader.length - at : short === 1 ? reader.uint(at + 8, 8) : short
    if (size < head || boxes.length >= MOST_BOXES) throw new RangeError('Not a list of boxes.')
    boxes.push({ name: reader.text(at + 4, 4), content: reader.part(at + head, size - head) })
    at += size
  }
  return boxes
}

/** The boxes in a box, after the `head` bytes that it begins with. */
export function childBoxes(box: ImageBox, head = 0): readonly ImageBox[] {
  return boxesOf(box.content, head)
}
