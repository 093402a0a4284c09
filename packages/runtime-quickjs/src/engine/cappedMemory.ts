/** Bytes in one page of WebAssembly memory. */
export const PAGE_SIZE = 65_536

/** What the engine's module asks for as its first memory; no VM can have less. */
export const LEAST_PAGES = 256

// For each growth that it needs, the engine's allocator tries three sizes, the last of them what it cannot do without.
const ATTEMPTS_PER_GROWTH = 3

/**
 * A WebAssembly memory that ends at a maximum and remembers when somebody ran into it.
 *
 * The engine's own limit counts neither typed arrays nor strings, and what a guest says about its memory is not
 * believed: the memory itself is the wall, and this flag is the host's own knowledge of it.
 */
export interface CappedMemory {
  readonly memory: WebAssembly.Memory
  /** Whether a growth failed for good. Stays so until {@link CappedMemory.forgive}. */
  isExhausted(): boolean
  /** The memory was given to somebody else: what its last user ran into is over. */
  forgive(): void
  /** Current size in bytes. */
  size(): number
}

/**
 * Allocates a memory of at most `maximumBytes`, rounded up to whole pages and to what the engine needs to start.
 *
 * @throws `RangeError` when the process has no room for another memory.
 */
export function createCappedMemory(maximumBytes: number): CappedMemory {
  const maximum = Math.max(LEAST_PAGES, Math.ceil(maximumBytes / PAGE_SIZE))
  const memory = new WebAssembly.Memory({ initial: LEAST_PAGES, maximum })
  const grow = memory.grow.bind(memory)
  let failures = 0
  let exhausted = false
  // The engine's glue grows its memory through this property, so the host sees every growth that is refused.
  memory.grow = (pages) => {
    try {
      const before = grow(pages)
      failures = 0
      return before
    } catch (error) {
      failures += 1
      if (failures >= ATTEMPTS_PER_GROWTH) exhausted = true
      throw error
    }
  }
  return {
    memory,
    isExhausted: () => exhausted,
    forgive() {
      failures = 0
      exhausted = false
    },
    size: () => memory.buffer.byteLength,
  }
}
