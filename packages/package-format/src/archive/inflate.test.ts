import { deflateRawSync } from 'node:zlib'

import { fc, test } from '@fast-check/vitest'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { inflate } from './inflate.ts'

/** Words that repeat, near and far, as source files have them: every kind of block comes from some of them. */
const contents = fc
  .array(
    fc.oneof(
      fc.constantFrom('const ', 'function ', 'return ', '{ }', '\n', 'x'.repeat(300)),
      fc.string({ maxLength: 20 }),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => String.fromCharCode(...bytes)),
    ),
    { maxLength: 400 },
  )
  .map((words) => new TextEncoder().encode(words.join('')))

const levels = fc.constantFrom<0 | 1 | 6 | 9>(0, 1, 6, 9)

describe('inflate', () => {
  test.prop([contents, levels], { numRuns: 60 })(
    'gives back what two other implementations packed',
    (content, level) => {
      expect(inflate(deflateSync(content, { level }), content.length)).toEqual(content)
      expect(inflate(new Uint8Array(deflateRawSync(content, { level })), content.length)).toEqual(content)
    },
  )

  test.prop([contents, fc.nat(), fc.integer({ min: 1, max: 255 })], { numRuns: 100 })(
    'gives as many bytes as were said or none, whatever the stream is',
    (content, place, mask) => {
      const packed = deflateSync(content)
      const at = place % packed.length
      packed[at] = (packed[at] ?? 0) ^ mask
      expect(inflate(packed, content.length)?.length ?? content.length).toBe(content.length)
    },
  )

  test.prop([fc.uint8Array({ maxLength: 200 }), fc.nat(400)], { numRuns: 100 })('reads any bytes', (packed, size) => {
    expect(inflate(packed, size)?.length ?? size).toBe(size)
  })

  it('refuses a stream with a byte behind it, one that lacks a byte, and one that is of another size', () => {
    const content = new TextEncoder().encode('the clock strikes '.repeat(40))
    const packed = deflateSync(content)
    expect(inflate(Uint8Array.of(...packed, 0), content.length)).toBeNull()
    expect(inflate(packed.subarray(0, -1), content.length)).toBeNull()
    expect(inflate(packed, content.length - 1)).toBeNull()
    expect(inflate(packed, content.length + 1)).toBeNull()
    expect(inflate(packed, content.length)).toEqual(content)
  })

  it('reads what is larger than a window, with words of all lengths', () => {
    // The letter of each place is rarer by half than the one before it, so that words have up to 15 bits.
    const content = Uint8Array.from(
      { length: 200_000 },
      (_, index) => 32 - Math.clz32((index * 2_654_435_761) % 65_521),
    )
    for (const level of [1, 9] as const) {
      expect(inflate(deflateSync(content, { level }), content.length)).toEqual(content)
    }
  })
})
