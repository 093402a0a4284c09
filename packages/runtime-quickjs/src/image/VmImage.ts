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
  for (let offset = 0; offset < image.length; offset += BLOCK) {
    // Past the end of the base everything differs; what lies in its room is not part of it.
    const isCovered = offset + BLOCK <= base.length
    if (!isCovered || !isSameBlock(left, right, offset / Uint32Array.BYTES_PER_ELEMENT)) offsets.push(offset)
  }
  const blocks = new Uint8Array(offsets.length * BLOCK)
  for (const [index, offset] of offsets.entries()) {
    blocks.set(image.bytes.subarray(offset, Math.min(offset + BLOCK, image.length)), index * BLOCK)
  }
  return { length: image.length, offsets: Uint32Array.from(offsets), blocks }
}

/** Turns the base, which was loaded, into the image that a difference was taken of. */
export function patchImage(memory: Uint8Array, layout: MemoryLayout, { blocks, length, offsets }: ImageDelta): void {
  const { heapStart, staticEnd, staticStart } = layout
  const staticLength = staticEnd - staticStart
  for (const [index, offset] of offsets.entries()) {
    // The static part is a whole number of blocks, so that none lies in both.
    const address = offset < staticLength ? staticStart + offset : heapStart + offset - staticLength
    const start = index * BLOCK
    memory.set(blocks.subarray(start, start + Math.min(BLOCK, length - offset)), address)
  }
}

// Four words at a time: this runs over a few hundred kilobytes whenever an image is put away for longer.
function isSameBlock(left: Uint32Array, right: Uint32Array, start: number): boolean {
  for (let at = start; at < start + BLOCK / Uint32Array.BYTES_PER_ELEMENT; at += 4) {
    const difference =
      word(left, at, right) | word(left, at + 1, right) | word(left, at + 2, right) | word(left, at + 3, right)
    if (difference !== 0) return false
  }
  return true
}

function word(left: Uint32Array, at: number, right: Uint32Array): number {
  return (left[at] ?? 0) ^ (right[at] ?? 0)
}

function words({ bytes }: VmImage): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT)
}

// Heaps grow in steps of the allocator's 64 KiB: room for one more saves an allocation per growth.
function roomFor(length: number): number {
  return Math.ceil(length / 65_536) * 65_536
}
