import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { IMAGE_SIDE, inspectImage, measureImage } from '../src/images/inspectImage.ts'
import { bytesOf, PICTURES, pictureOf, sourceOf } from './pictures.ts'

/** A picture with some of its bytes changed. */
function changed(name: string, change: (bytes: Uint8Array, view: DataView) => void): string {
  const { src } = pictureOf(name)
  const bytes = bytesOf(src)
  change(bytes, new DataView(bytes.buffer))
  return sourceOf(src.slice('data:image/'.length, src.indexOf(';')), bytes)
}

/** Where these characters are in a picture. */
function placeOf(bytes: Uint8Array, text: string): number {
  const at = String.fromCharCode(...bytes).indexOf(text)
  if (at === -1) throw new Error(`There is no ${text}.`)
  return at
}

function asciiOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const FORMATS = ['png', 'jpeg', 'webp', 'gif', 'avif'] as const

describe('a picture', () => {
  test.each(PICTURES.map(({ name, ...picture }) => [name, picture] as const))(
    'is measured before it is decoded: %s',
    (_name, { src, measure }) => {
      expect(measureImage(src)).toEqual(measure)
      expect(inspectImage(src)).toBeNull()
    },
  )

  test.each([
    ['an address', 'https://example.com/a.png'],
    ['an SVG', `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')}`],
    ['no base64', 'data:image/png;base64,A'],
    // The bytes of each of these are those of a good picture.
    ['a type with parameters', pictureOf('png').src.replace(';base64', ';charset=x;base64')],
    ['a type that a server would take for another', pictureOf('png').src.replace(';base64', ';/../x.svg;base64')],
    ['white space in its base64', pictureOf('png').src.replace(';base64,', ';base64, ')],
    ['more text than a tree may hold', `${pictureOf('png').src.replace(/=+$/, '')}${'A'.repeat(400_000)}`],
    ['nothing', sourceOf('png', [0])],
    ['text', sourceOf('png', asciiOf('<html><script>alert(1)</script>'))],
    ['a bitmap, which browsers would find and decode', sourceOf('png', [0x42, 0x4d, ...Array<number>(60).fill(0x7f)])],
  ])('is not %s', (_name, src) => {
    expect(inspectImage(src)).toBe('not-a-picture')
  })

  test('is of the format that its address names', () => {
    for (const { src } of PICTURES) {
      const own = src.slice('data:image/'.length, src.indexOf(';'))
      for (const other of FORMATS) {
        const said = `data:image/${other};base64,${src.slice(src.indexOf(',') + 1)}`
        expect(inspectImage(said)).toBe(own === other ? null : 'not-a-picture')
      }
    }
  })
})

describe('a small file that claims to be huge is refused', () => {
  test.each([
    ['png', changed('png', (_, view) => view.setUint32(16, 30_000))],
    ['png, high', changed('png', (_, view) => view.setUint32(20, 30_000))],
    ['gif, by its screen', changed('gif', (_, view) => view.setUint16(6, 30_000, true))],
    ['gif, by a picture', changed('gif', (bytes, view) => view.setUint16(placeOf(bytes, ',') + 7, 30_000, true))],
    ['gif, by a place', changed('gif', (bytes, view) => view.setUint16(placeOf(bytes, ',') + 1, 30_000, true))],
    ['jpeg', changed('jpeg', (bytes, view) => view.setUint16(placeOf(bytes, '\u00FF\u00C0') + 5, 30_000))],
    [
      'a progressive jpeg',
      changed('a progressive jpeg', (bytes, view) => view.setUint16(placeOf(bytes, '\u00FF\u00C2') + 7, 30_000)),
    ],
    ['webp', changed('webp', (bytes, view) => view.setUint16(placeOf(bytes, 'VP8 ') + 14, 0x3f_ff, true))],
    [
      'webp without loss',
      changed('webp without loss', (bytes, view) => view.setUint16(placeOf(bytes, 'VP8L') + 9, 0x3f_ff, true)),
    ],
    [
      'webp, by its canvas',
      changed('webp with transparency', (bytes) => bytes.fill(0xff, placeOf(bytes, 'VP8X') + 12)),
    ],
    [
      'webp, by the picture on its canvas',
      changed('webp with transparency', (bytes, view) => view.setUint16(placeOf(bytes, 'VP8 ') + 14, 0x3f_ff, true)),
    ],
    [
      'webp, by the picture in a frame',
      changed('an animated webp', (bytes, view) => view.setUint16(placeOf(bytes, 'VP8L') + 9, 0x3f_ff, true)),
    ],
    [
      'webp, by a frame',
      changed('an animated webp', (bytes) =>
        bytes.fill(0xff, placeOf(bytes, 'ANMF') + 14, placeOf(bytes, 'ANMF') + 20),
      ),
    ],
    ['avif, by what it says', changed('avif', (bytes, view) => view.setUint32(placeOf(bytes, 'ispe') + 8, 30_000))],
    [
      'avif, by its transparency',
      changed('avif with transparency', (bytes, view) => view.setUint32(placeOf(bytes, 'ispe') + 12, 30_000)),
    ],
  ])('%s', (_name, src) => {
    expect(inspectImage(src)).toBe('too-large')
  })

  test('avif, by the stream, which is what a decoder goes by', () => {
    // 16 bits for the width and the height, and all of them set: a reduced header of a still picture.
    const header = [0b0001_1000, 0b0011_1111, 0xff, 0xff, 0xff, 0xff, 0xff]
    const src = changed('avif', (bytes) => {
      const mdat = placeOf(bytes, 'mdat') + 4
      bytes.set([0x0a, header.length, ...header], mdat)
      // What is left belongs to a unit that no decoder reads.
      bytes.set([0x78], mdat + 2 + header.length)
    })
    expect(measureImage(src)).toMatchObject({ width: 65_536, height: 65_536 })
    expect(inspectImage(src)).toBe('too-large')
  })

  test.each([
    ['of 4,096 pixels a side is drawn', IMAGE_SIDE, null],
    ['of one pixel more is not', IMAGE_SIDE + 1, 'too-large'],
    ['of none is none', 0, 'not-a-picture'],
  ] as const)('one %s', (_name, side, fault) => {
    expect(inspectImage(changed('png', (_, view) => view.setUint32(16, side)))).toBe(fault)
  })
})

describe('what has to be gone over again and again', () => {
  /** A GIF of one pixel a frame, on a screen of this side. */
  function animation(side: number, frames: number): string {
    const word = (value: number): readonly number[] => [value & 0xff, value >> 8]
    const colours = [0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 0x01, 0]
    return sourceOf('gif', [
      ...asciiOf('GIF89a'),
      ...word(side),
      ...word(side),
      ...colours,
      ...Array.from({ length: frames }, () => frame).flat(),
      0x3b,
    ])
  }

  test.each([
    ['a few large frames', 4_096, 16, null],
    ['more of them', 4_096, 17, 'too-large'],
    ['many small frames', 400, 1_000, null],
    ['very many of them', 400, 2_000, 'too-large'],
  ] as const)('an animation of %s', (_name, side, frames, fault) => {
    const src = animation(side, frames)
    expect(measureImage(src)?.passes).toBe(frames)
    expect(inspectImage(src)).toBe(fault)
  })

  test('a jpeg of many scans', () => {
    const { src } = pictureOf('jpeg')
    const bytes = bytesOf(src)
    const scan = bytes.subarray(placeOf(bytes, '\u00FF\u00DA'), -2)
    const bomb = [...bytes.subarray(0, -2), ...Array.from({ length: 500 }, () => [...scan]).flat(), 0xff, 0xd9]
    expect(measureImage(sourceOf('jpeg', bomb))?.passes).toBe(501)
    const large = Uint8Array.from(bomb)
    new DataView(large.buffer).setUint16(placeOf(bytes, '\u00FF\u00C0') + 5, 4_000)
    new DataView(large.buffer).setUint16(placeOf(bytes, '\u00FF\u00C0') + 7, 4_000)
    expect(inspectImage(sourceOf('jpeg', large))).toBe('too-large')
  })

  test('a png of many frames', () => {
    const { src } = pictureOf('png')
    const bytes = bytesOf(src)
    const frame = [0, 0, 0, 0, ...asciiOf('fcTL'), 0, 0, 0, 0]
    const end = placeOf(bytes, 'IDAT') - 4
    const animated = [
      ...bytes.subarray(0, end),
      ...Array.from({ length: 9 }, () => frame).flat(),
      ...bytes.subarray(end),
    ]
    expect(measureImage(sourceOf('png', animated))?.passes).toBe(9)
  })
})

describe('bytes that nobody vouches for', () => {
  const isAnswer = (src: string): boolean => {
    const measure = measureImage(src)
    return measure === null || (measure.width >= 0 && measure.height >= 0 && measure.passes >= 1)
  }

  property.prop([fc.constantFrom(...FORMATS), fc.uint8Array({ maxLength: 400 })])(
    'are measured or not',
    (format, bytes) => {
      expect(isAnswer(sourceOf(format, bytes))).toBe(true)
    },
  )

  property.prop(
    [
      fc.constantFrom(...PICTURES),
      fc.array(fc.record({ at: fc.nat({ max: 600 }), byte: fc.integer({ min: 0, max: 255 }) }), { maxLength: 12 }),
      fc.nat({ max: 600 }),
    ],
    { numRuns: 2_000 },
  )('that were a picture once neither hang nor throw', ({ src }, changes, cut) => {
    const bytes = bytesOf(src)
    for (const { at, byte } of changes) bytes[at % bytes.length] = byte
    const format = src.slice('data:image/'.length, src.indexOf(';'))
    expect(isAnswer(sourceOf(format, bytes))).toBe(true)
    expect(isAnswer(sourceOf(format, bytes.subarray(0, cut)))).toBe(true)
  })

  test('cost no more than their length: the worst of each format', () => {
    const megabyte = 262_000
    for (const [format, head, filler] of [
      ['jpeg', [0xff, 0xd8], 0xff],
      ['jpeg', [0xff, 0xd8], 0xd0],
      ['gif', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0], 0x21],
      ['avif', [0, 0, 0, 0], 0x08],
      ['webp', [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50], 0],
      ['png', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0, 0x49, 0x48, 0x44, 0x52], 0],
    ] as const) {
      const bytes = new Uint8Array(megabyte).fill(filler)
      bytes.set(head)
      expect(isAnswer(sourceOf(format, bytes))).toBe(true)
    }
  })
})

/** The picture with more items in its table, which are none of its own. */
function avifWithItems(count: number): string {
  const bytes = bytesOf(pictureOf('avif').src)
  const at = placeOf(bytes, 'iloc') + 4
  // Version and flags, sizes, count; then 18 bytes an item.
  const first = at + 8
  const item = bytes.slice(first, first + 18)
  const others = Array.from({ length: count - 1 }, () => [0, 99, ...item.slice(2)]).flat()
  const longer = new Uint8Array([...bytes.slice(0, first), ...item, ...others, ...bytes.slice(first + 18)])
  const view = new DataView(longer.buffer)
  const grow = (place: number, by: number): void => view.setUint32(place, view.getUint32(place) + by)
  grow(at - 8, others.length)
  grow(placeOf(bytes, 'meta') - 4, others.length)
  view.setUint16(at + 6, count)
  for (let index = 0; index < count; index += 1) grow(first + index * 18 + 10, others.length)
  return sourceOf('avif', longer)
}

describe('a table that would be read without end is not read', () => {
  test('an avif of a few items is, of many not', () => {
    expect(inspectImage(avifWithItems(4))).toBeNull()
    expect(inspectImage(avifWithItems(17))).toBe('not-a-picture')
  })

  test('an avif whose item is in thousands of parts, said in no bytes', () => {
    const src = changed('avif', (bytes, view) => {
      const at = placeOf(bytes, 'iloc') + 4
      view.setUint16(at + 4, 0)
      view.setUint16(at + 8 + 4, 0xff_ff)
    })
    expect(inspectImage(src)).toBe('not-a-picture')
  })
})
