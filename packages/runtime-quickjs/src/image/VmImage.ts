import type { MemoryLayout } from '../engine/memoryLayout.ts'

/** Bytes that are compared and kept together in a difference. */
const BLOCK = 512

/** A VM at rest as bytes: the engine's static data, then its heap up to the break. Nothing else belongs to it. */
export interface VmImage {
  readonly bytes: Uint8Array
  /** How many of `bytes` are the image's; the rest is room for growth. */
  readonly length: number
}

/** An image as its difference to another, in blocks of 512 bytes. */
export interface ImageDelta {
  readonly length: number
  /** Offsets of the blocks that differ, in bytes. */
  readonly offsets: Uint32Array
  /** These blocks, one after the other; the last one may be cut short by `length`. */
  readonly blocks: Uint8Array
}

/** Bytes that a VM takes in the memory now. */
export function measureImage(layout: MemoryLayout): number {
  return layout.staticEnd - layout.staticStart + layout.readBreak() - layout.heapStart
}

/** Copies the VM out of the memory, into the room of an earlier image where that is large enough. */
export function saveImage(memory: Uint8Array, layout: MemoryLayout, room?: VmImage): VmImage {
  const { heapStart, staticEnd, staticStart } = layout
  const length = measureImage(layout)
  const bytes = room !== undefined && room.bytes.length >= length ? room.bytes : new Uint8Array(roomFor(length))
  bytes.set(memory.subarray(staticStart, staticEnd))
  bytes.set(memory.subarray(heapStart, layout.readBreak()), staticEnd - staticStart)
  return { bytes, length }
}

/** Copies an image into the memory. What lies above its heap is not touched: the caller zeroes it. */
export function loadImage(memory: Uint8Array, layout: MemoryLayout, { bytes, length }: VmImage): void {
  const { heapStart, staticEnd, staticStart } = layout
  const staticLength = staticEnd - staticStart
  memory.set(bytes.subarray(0, staticLength), staticStart)
  memory.set(bytes.subarray(staticLength, length), heapStart)
}

/** What of `image` differs from `base`. */
export function diffImage(base: VmImage, image: VmImage): ImageDelta {
  const [left, right] = [words(base.bytes), words(image.bytes)]
  const { bytes, length } = image
  const offsets: number[] = []
  for (let offset = 0; offset < length; offset += BLOCK) {
    // Past the end of the base there is nothing to be the same as.
    if (offset + BLOCK > base.length || !isSameBlock(left, right, offset)) offsets.push(offset)
  }
  const blocks = new Uint8Array(offsets.length * BLOCK)
  for (const [index, offset] of offsets.entries())
    blocks.set(bytes.subarray(offset, Math.min(offset + BLOCK, length)), index * BLOCK)
  return { length, offsets: Uint32Array.from(offsets), blocks }
}

/** Turns the base, which was loaded, into the image that a difference was taken of. */
export function patchImage(memory: Uint8Array, layout: MemoryLayout, { blocks, length, offsets }: ImageDelta): void {
  for (const [index, offset] of offsets.entries()) {
    const start = index * BLOCK
    memory.set(blocks.subarray(start, start + Math.min(BLOCK, length - offset)), addressOf(layout, offset))
  }
}

/** Where a block of an image lies in the memory. The static part is a whole number of blocks, so that none lies in both. */
function addressOf({ heapStart, staticEnd, staticStart }: MemoryLayout, offset: number): number {
  const staticLength = staticEnd - staticStart
  return offset < staticLength ? staticStart + offset : heapStart + offset - staticLength
}

// Four words at a time: this runs over a few hundred kilobytes whenever an image is put away for longer.
function isSameBlock(left: Uint32Array, right: Uint32Array, offset: number): boolean {
  const start = offset / 4
  for (let at = start; at < start + BLOCK / 4; at += 4) {
    const difference =
      ((left[at] ?? 0) ^ (right[at] ?? 0)) |
      ((left[at + 1] ?? 0) ^ (right[at + 1] ?? 0)) |
      ((left[at + 2] ?? 0) ^ (right[at + 2] ?? 0)) |
      ((left[at + 3] ?? 0) ^ (right[at + 3] ?? 0))
    if (difference !== 0) return false
  }
  return true
}

// Rooms of images are whole words.
function words({ buffer, byteLength, byteOffset }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT)
}

// Heaps grow in steps of the allocator's 64 KiB: room for one more saves an allocation per growth.
function roomFor(length: number): number {
  return Math.ceil(length / 65_536) * 65_536
}
