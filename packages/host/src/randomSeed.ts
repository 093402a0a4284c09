import type { GuestSeed } from '@plugboard/contracts'

/** A seed for one VM that nobody chose. */
export function createRandomSeed(epochMs: number): GuestSeed {
  return { random: Math.floor(Math.random() * 2 ** 32), epochMs }
}
