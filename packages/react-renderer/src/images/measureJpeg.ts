import type { ImageMeasure, MeasureImage } from './imageMeasure.ts'
import type { ImageReader } from './imageReader.ts'

/** JPEG, ITU-T T.81 annex B: markers, most of them with a length. One frame, in one scan or many. */
export const measureJpeg: MeasureImage = (file) => {
  if (file.uint16(0) !== 0xff_d8) return null
  let size: Omit<ImageMeasure, 'passes'> | null = null
  let scans = 0
  let at = 2
  while (at < file.length) {
    at = nextMarker(file, at)
    if (at >= file.length) break
    const marker = file.byte(at)
    at += 1
    if (marker === END) break
    if (marker === START_OF_SCAN) scans += 1
    if (isFrame(marker)) {
      // Two frames are a file for nobody; a height of 0 would come after the pixels.
      if (size !== null) return null
      size = { height: file.uint16(at + 3), width: file.uint16(at + 5) }
    }
    if (!isAlone(marker)) at += Math.max(2, file.uint16(at))
  }
  return size === null || scans === 0 ? null : { ...size, passes: scans }
}

const START_OF_SCAN = 0xda
const END = 0xd9

/** The place of the next marker's name: 0xff before it any number of times, and 0xff 0x00 is a value of the pixels. */
function nextMarker(file: ImageReader, from: number): number {
  let at = from
  while (
    at < file.length &&
    (file.byte(at) !== 0xff || [0x00, 0xff].includes(at + 1 < file.length ? file.byte(at + 1) : 0))
  )
    at += 1
  return at + 1
}

function isFrame(marker: number): boolean {
  // Among the frames: tables of Huffman codes, an extension, conditions of arithmetic coding.
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Markers without a length: restarts, the start, and one for the private use of arithmetic coding. */
function isAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01
}
