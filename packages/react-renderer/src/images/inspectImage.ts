import { isImageSource } from '@plugboard/contracts'

import type { ImageMeasure, MeasureImage } from './imageMeasure.ts'
import { ImageReader } from './imageReader.ts'
import { measureAvif } from './measureAvif.ts'
import { measureGif } from './measureGif.ts'
import { measureJpeg } from './measureJpeg.ts'
import { measurePng } from './measurePng.ts'
import { measureWebp } from './measureWebp.ts'

/** Most pixels that a picture may have a side. */
export const IMAGE_SIDE = 4_096

/** Most pixels that all frames or scans of a picture may have together: sixteen of the largest pictures. */
export const IMAGE_WORK: number = 16 * IMAGE_SIDE ** 2

/** Why a picture is not given to the browser. */
export type ImageFault = 'not-a-picture' | 'too-large'

const FORMATS: Readonly<Record<string, MeasureImage>> = {
  avif: measureAvif,
  gif: measureGif,
  jpeg: measureJpeg,
  png: measurePng,
  webp: measureWebp,
}

/**
 * Looks at a picture's own bytes before a decoder does: a few hundred of them can claim gigabytes of pixels. The format has
 * to be the one that the address names, because browsers decode what they find. Null when nothing speaks against it.
 */
export function inspectImage(source: string): ImageFault | null {
  const measure = measureImage(source)
  if (measure === null || measure.width === 0 || measure.height === 0) return 'not-a-picture'
  const { height, passes, width } = measure
  return Math.max(width, height) > IMAGE_SIDE || width * height * passes > IMAGE_WORK ? 'too-large' : null
}

/** What a picture claims to be; null when it is none. Never throws. */
export function measureImage(source: string): ImageMeasure | null {
  if (!isImageSource(source)) return null
  const format = source.slice('data:image/'.length, source.indexOf(';'))
  try {
    return FORMATS[format]?.(new ImageReader(decodeBase64(source.slice(source.indexOf(',') + 1)))) ?? null
  } catch (error) {
    // A read past the end, or text that is no base64.
    if (error instanceof RangeError || error instanceof DOMException) return null
    throw error
  }
}

/** All of it, because a size may stand at the end. A loop: a call for each of a quarter of a million bytes takes its time. */
function decodeBase64(base64: string): DataView {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index)
  return new DataView(bytes.buffer)
}
