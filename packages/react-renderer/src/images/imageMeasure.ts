import type { ImageReader } from './imageReader.ts'

/** What a decoder would have to do for a picture, by what the file says in all places that a decoder may believe. */
export interface ImageMeasure {
  /** Pixels. */
  readonly width: number
  /** Pixels. */
  readonly height: number
  /** How often all pixels are gone over: frames of an animation, scans of a progressive picture. */
  readonly passes: number
}

/** Measures files of one format. Null when it is not one, or not one that is drawn; throws a `RangeError` when it is cut off. */
export type MeasureImage = (file: ImageReader) => ImageMeasure | null

/** The largest of several sizes, side by side; null when there is none. */
export function largest(sizes: readonly Omit<ImageMeasure, 'passes'>[], passes: number): ImageMeasure | null {
  if (sizes.length === 0) return null
  const most = (all: readonly number[]): number => all.reduce((one, other) => Math.max(one, other), 0)
  return { width: most(sizes.map(({ width }) => width)), height: most(sizes.map(({ height }) => height)), passes }
}
