import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { applyDelta, diffImage, type VmImage } from './VmImage.ts'

const BLOCK = 1_024

/** An image in a room that is larger than it, with bytes of somebody else behind its end. */
function imageOf(bytes: Uint8Array): VmImage {
  const room = new Uint8Array(Math.ceil((bytes.length + 1) / 65_536) * 65_536).fill(0xee)
  room.set(bytes)
  return { bytes: room, length: bytes.length }
}

const content = (image: VmImage): Uint8Array => image.bytes.slice(0, image.length)

describe('the difference of two images', () => {
  test('gives the image back, whatever both hold and however long they are', () => {
    const bytes = uint8Array({ minLength: 1, maxLength: 8 * BLOCK, size: 'max' })
    assert(
      property(bytes, bytes, (left, right) => {
        const base = imageOf(left)
        const image = imageOf(right)
        expect(content(applyDelta(base, diffImage(base, image)))).toEqual(right)
      }),
      { numRuns: 200 },
    )
  })

  test('holds only the blocks that changed', () => {
    const bytes = new Uint8Array(20 * BLOCK).fill(7)
    const changed = bytes.slice()
    changed[3 * BLOCK + 5] = 8
    changed[19 * BLOCK + 1_023] = 8
    const delta = diffImage(imageOf(bytes), imageOf(changed))
    expect([...delta.offsets]).toEqual([3 * BLOCK, 19 * BLOCK])
    expect(delta.blocks.length).toBe(2 * BLOCK)
  })

  test('takes nothing from behind the end of either image', () => {
    const base = imageOf(new Uint8Array(BLOCK + 10).fill(1))
    const image = imageOf(new Uint8Array(BLOCK + 20).fill(1))
    const delta = diffImage(base, image)
    expect([...delta.blocks.subarray(0, 20)]).toEqual(Array.from({ length: 20 }, () => 1))
    expect(delta.blocks.includes(0xee)).toBe(false)
  })
})
