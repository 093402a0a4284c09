/** Chance that can be had again: the same seed gives the same run. */
export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number
  /** A whole number from 0 up to `end`. */
  readonly below: (end: number) => number
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
}

/** @param seed - A whole number. The generator is mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    next,
    below,
    oneIn: (times) => below(times) === 0,
    // Never asked of an empty list.
    pick: <T>(items: readonly T[]) => items[below(items.length)] as T,
  }
}
