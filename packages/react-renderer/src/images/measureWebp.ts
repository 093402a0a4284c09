import { type ImageMeasure, largest, type MeasureImage } from './imageMeasure.ts'
import type { ImageReader } from './imageReader.ts'

type Size = Omit<ImageMeasure, 'passes'>

/** WebP, RFC 9649: chunks of a name, a length and that many bytes; a frame of an animation holds chunks itself. */
export const measureWebp: MeasureImage = (file) => {
  if (file.text(0, 4) !== 'RIFF' || file.text(8, 4) !== 'WEBP') return null
  const sizes: Size[] = []
  const frames = readChunks(file.part(12, file.length - 12), sizes, true)
  return largest(sizes, Math.max(1, frames))
}

/** Adds what chunks say about sizes, and counts the frames. */
function readChunks(chunks: ImageReader, sizes: Size[], isOutermost: boolean): number {
  let frames = 0
  for (let at = 0; at + 8 <= chunks.length;) {
    const length = chunks.uint32Low(at + 4)
    const content = chunks.part(at + 8, Math.min(length, chunks.length - at - 8))
    switch (chunks.text(at, 4)) {
      case 'VP8X':
        sizes.push({ width: content.uint24Low(4) + 1, height: content.uint24Low(7) + 1 })
        break
      case 'VP8 ':
        sizes.push({ width: content.uint16Low(6) & 0x3f_ff, height: content.uint16Low(8) & 0x3f_ff })
        break
      case 'VP8L': {
        const bits = content.uint32Low(1)
        sizes.push({ width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 })
        break
      }
      case 'ANMF':
        if (!isOutermost) break
        frames += 1
        sizes.push({
          width: 2 * content.uint24Low(0) + content.uint24Low(6) + 1,
          height: 2 * content.uint24Low(3) + content.uint24Low(9) + 1,
        })
        readChunks(content.part(16, content.length - 16), sizes, false)
        break
      default:
    }
    at += 8 + length + (length % 2)
  }
  return frames
}
