import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { MemoryLayout } from '../engine/memoryLayout.ts'
import { diffImage, loadImage, measureImage, patchImage, saveImage, type VmImage } from './VmImage.ts'

const BLOCK = 512

/** An image in a room that is larger than it, with bytes of somebody else behind its end. */
function imageOf(bytes: Uint8Array): VmImage {
  const room = new Uint8Array(Math.ceil((bytes.length + 1) / 65_536) * 65_536).fill(0xee)
  room.set(bytes)
  return { bytes: room, length: bytes.length }
}

const content = (image: VmImage): Uint8Array => image.bytes.slice(0, image.length)

/** A memory with two blocks of static data, a stack between, and a heap up to `end`. */
function layoutOf(end: number): MemoryLayout {
  const ignore = (): void => undefined
  return {
    staticStart: 64,
    staticEnd: 64 + 2 * BLOCK,
    stackTop: 5_000,
    heapStart: 5_000,
    readBreak: () => end,
    readStackPointer: () => 5_000,
    resetStackPointer: ignore,
  }
}

/** The image that lies in a memory after `base` was loaded and `delta` was applied. */
function patched(base: VmImage, image: VmImage): Uint8Array {
  const layout = layoutOf(5_000 + Math.max(0, image.length - 2 * BLOCK))
  const memory = new Uint8Array(5_000 + 16 * BLOCK)
  loadImage(memory, layout, base)
  patchImage(memory, layout, diffImage(base, image))
  return content(saveImage(memory, layout))
}

describe('the difference of two images', () => {
  test('gives the image back, whatever both hold and however long they are', () => {
    const bytes = uint8Array({ minLength: 2 * BLOCK, maxLength: 8 * BLOCK, size: 'max' })
    assert(
      property(bytes, bytes, (left, right) => {
        const base = imageOf(left)
        const image = imageOf(right)
        expect(patched(base, image)).toEqual(right)
      }),
      { numRuns: 200 },
    )
  })

  test('holds only the blocks that changed', () => {
    const bytes = new Uint8Array(20 * BLOCK).fill(7)
    const changed = bytes.slice()
    changed[3 * BLOCK + 5] = 8
    changed[19 * BLOCK + 511] = 8
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

  test('is measured as static data and heap, without the stack between them', () => {
    expect(measureImage(layoutOf(7_000))).toBe(2 * BLOCK + 2_000)
  })
})
