import { readAv1Sizes } from './av1Sizes.ts'
import { boxesOf, childBoxes, type ImageBox } from './imageBoxes.ts'
import { type ImageMeasure, largest, type MeasureImage } from './imageMeasure.ts'
import type { ImageReader } from './imageReader.ts'

/**
 * AVIF, <https://aomediacodec.github.io/av1-avif/>: boxes that say how large each item is, and a stream for each, which
 * says it again; a decoder goes by the stream. Animations and pictures put together from others are not drawn.
 */
export const measureAvif: MeasureImage = (file) => {
  const boxes = boxesOf(file)
  const [type] = boxes
  if (type?.name !== 'ftyp' || type.content.text(0, 4) !== 'avif') return null
  const metas = boxes.filter(({ name }) => name === 'meta')
  const [meta] = metas
  if (meta === undefined || metas.length > 1 || boxes.some(({ name }) => name === 'moov')) return null
  const parts = childBoxes(meta, 4)
  const kinds = itemKinds(parts)
  if (kinds === null) return null
  const said = parts
    .filter(({ name }) => name === 'iprp')
    .flatMap((properties) => childBoxes(properties))
    .filter(({ name }) => name === 'ipco')
    .flatMap((container) => childBoxes(container))
    .filter(({ name }) => name === 'ispe')
    .map(({ content }) => ({ width: content.uint32(4), height: content.uint32(8) }))
  const streams = itemStreams(file, parts, kinds)
  const coded = streams.map(readAv1Sizes)
  // A stream that does not say how large it is may be as large as it likes.
  if (said.length === 0 || coded.length === 0 || coded.some((sizes) => sizes.length === 0)) return null
  const all: readonly Omit<ImageMeasure, 'passes'>[] = [...said, ...coded.flat()]
  return largest(all, streams.length)
}

/** What an item is, by its number; null when one is of a kind that is not drawn. */
function itemKinds(parts: readonly ImageBox[]): ReadonlyMap<number, string> | null {
  const info = parts.filter(({ name }) => name === 'iinf')
  const [only] = info
  if (only === undefined || info.length > 1) return null
  const kinds = new Map<number, string>()
  for (const { name, content } of childBoxes(only, only.content.byte(0) === 0 ? 6 : 8)) {
    if (name !== 'infe') return null
    const version = content.byte(0)
    if (version !== 2 && version !== 3) return null
    const size = version === 2 ? 2 : 4
    const kind = content.text(4 + size + 2, 4)
    if (!KNOWN_ITEMS.has(kind)) return null
    kinds.set(content.uint(4, size), kind)
  }
  return kinds
}

/** A stream, and words about a picture. Grids and overlays make one picture of many. */
const KNOWN_ITEMS: ReadonlySet<string> = new Set(['av01', 'Exif', 'mime'])

/** Items of a picture, and parts of one item: far more than any encoder makes of a picture that is drawn. */
const MOST_PARTS = 16

/** The streams of the pictures, each put together from where the file has its parts. */
function itemStreams(
  file: ImageReader,
  parts: readonly ImageBox[],
  kinds: ReadonlyMap<number, string>,
): readonly (readonly ImageReader[])[] {
  const locations = parts.filter(({ name }) => name === 'iloc')
  const [location] = locations
  if (location === undefined || locations.length > 1) return []
  const { content } = location
  const version = content.byte(0)
  const sizes = content.uint16(4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 0xf, (sizes >> 4) & 0xf]
  const indexSize = version === 0 ? 0 : sizes & 0xf
  const idSize = version < 2 ? 2 : 4
  const streams: (readonly ImageReader[])[] = []
  let at = 6 + idSize
  const items = content.uint(6, idSize)
  // Each of them may be the whole file, which would be read as often.
  if (items > MOST_PARTS) throw new RangeError('Of too many items.')
  for (let left = items; left > 0; left -= 1) {
    const id = content.uint(at, idSize)
    at += idSize
    const isInFile = version === 0 || (content.uint16(at) & 0xf) === 0
    at += (version === 0 ? 0 : 2) + 2
    const base = content.uint(at, baseSize)
    at += baseSize
    const extents: ImageReader[] = []
    at += 2
    const count = content.uint16(at - 2)
    // Parts that are said in no bytes at all could be said without end.
    if (count > MOST_PARTS) throw new RangeError('In too many parts.')
    for (let extent = count; extent > 0; extent -= 1) {
      const offset = base + content.uint(at + indexSize, offsetSize)
      const length = content.uint(at + indexSize + offsetSize, lengthSize)
      at += indexSize + offsetSize + lengthSize
      if (kinds.get(id) === 'av01') extents.push(file.part(offset, length === 0 ? file.length - offset : length))
    }
    if (kinds.get(id) === 'av01') streams.push(isInFile ? extents : [])
  }
  return streams
}
