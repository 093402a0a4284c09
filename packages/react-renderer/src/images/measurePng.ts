import type { MeasureImage } from './imageMeasure.ts'

/** PNG and APNG, <https://www.w3.org/TR/png-3/>: chunks of a length, a name, that many bytes and a checksum. */
export const measurePng: MeasureImage = (file) => {
  if (file.text(0, 8) !== '\u0089PNG\r\n\u001A\n' || file.text(12, 4) !== 'IHDR') return null
  let frames = 0
  for (let at = 8; at < file.length; at += 12 + file.uint32(at)) {
    const name = file.text(at + 4, 4)
    if (name === 'fcTL') frames += 1
    if (name === 'IEND') break
  }
  return { width: file.uint32(16), height: file.uint32(20), passes: Math.max(1, frames) }
}
