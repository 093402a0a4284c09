import { type ImageMeasure, largest, type MeasureImage } from './imageMeasure.ts'
import type { ImageReader } from './imageReader.ts'

/** GIF, <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>: a screen, then extensions and pictures on it. */
export const measureGif: MeasureImage = (file) => {
  if (!/^GIF8[79]a$/.test(file.text(0, 6))) return null
  const sizes: Omit<ImageMeasure, 'passes'>[] = [{ width: file.uint16Low(6), height: file.uint16Low(8) }]
  let at = 13 + colourTableSize(file.byte(10))
  while (at < file.length && file.byte(at) !== TRAILER) {
    const block = file.byte(at)
    if (block === EXTENSION) {
      at = skipBlocks(file, at + 2)
    } else if (block === PICTURE) {
      // Browsers widen the screen for a picture that is larger.
      sizes.push({
        width: file.uint16Low(at + 1) + file.uint16Low(at + 5),
        height: file.uint16Low(at + 3) + file.uint16Low(at + 7),
      })
      at = skipBlocks(file, at + 11 + colourTableSize(file.byte(at + 9)))
    } else {
      return null
    }
  }
  return largest(sizes, Math.max(1, sizes.length - 1))
}

const EXTENSION = 0x21
const PICTURE = 0x2c
const TRAILER = 0x3b

function colourTableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1)
}

/** Blocks of up to 255 bytes, with an empty one at the end. */
function skipBlocks(file: ImageReader, from: number): number {
  let at = from
  while (file.byte(at) !== 0) at += 1 + file.byte(at)
  return at + 1
}
