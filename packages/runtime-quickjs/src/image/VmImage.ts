import type { MemoryLayout } from '../engine/memoryLayout.ts'

/** Bytes that are compared and kept together in a difference. */
const BLOCK = 1_024

/** A VM at rest as bytes: the engine's static data, then its heap up to the break. Nothing else belongs to it. */
export interface VmImage {
  readonly bytes: Uint8Array
  /** How many of `bytes` are the image's; the rest is room for growth. */
  readonly length: number
}

/** An image as its difference to another, in blocks of 1 KiB. */
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
  const offsets: number[] = []
  // The rooms of both are whole blocks, so both can be read as words.
  const [left, right] = [words(base), words(image)]
  const wordsInBlock = BLOCK / Uint32Array.BYTES_PER_ELEMENT
  for (let offset = 0; offset < image.length; offset += BLOCK) {
    const start = offset / Uint32Array.BYTES_PER_ELEMENT
    // Past the end of the base everything differs; what lies in its room is not part of it.
    const isCovered = offset + BLOCK <= base.length
    if (!isCovered || !isSame(left, right, start, wordsInBlock)) offsets.push(offset)
  }
  const blocks = new Uint8Array(offsets.length * BLOCK)
  for (const [index, offset] of offsets.entries()) {
    blocks.set(image.bytes.subarray(offset, Math.min(offset + BLOCK, image.length)), index * BLOCK)
  }
  return { length: image.length, offsets: Uint32Array.from(offsets), blocks }
}

/** The image that a difference was taken of. */
export function applyDelta(base: VmImage, { blocks, length, offsets }: ImageDelta): VmImage {
  const bytes = new Uint8Array(roomFor(length))
  bytes.set(base.bytes.subarray(0, Math.min(base.length, length)))
  for (const [index, offset] of offsets.entries()) {
    bytes.set(blocks.subarray(index * BLOCK, (index + 1) * BLOCK), offset)
  }
  return { bytes, length }
}

function isSame(left: Uint32Array, right: Uint32Array, start: number, count: number): boolean {
  for (let index = start; index < start + count; index += 1) if (left[index] !== right[index]) return false
  return true
}

function words({ bytes }: VmImage): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT)
}

// Heaps grow in steps of the allocator's 64 KiB: room for one more saves an allocation per growth.
function roomFor(length: number): number {
  return Math.ceil(length / 65_536) * 65_536
}
