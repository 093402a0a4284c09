import { createZoneOffset, DEFAULT_TIME_ZONE, type GuestSeed, type ZoneOffset } from '@plugboard/contracts'

/** What a guest finds as globals, beside `definePlugin` and `ui`. Nothing in it depends on the host's clock or chance. */
export interface GuestGlobals {
  readonly Math: object
  readonly Date: unknown
  readonly performance: { now(): number }
}

/**
 * Seeded stand-ins for the clock and for chance: equal seeds give equal answers in equal order.
 * Each reading of the clock is one millisecond later than the one before. Local times are those of the seeded zone where they
 * are read part by part, or made of parts; what writes or changes a whole date is this realm's own.
 */
export function createGuestGlobals(seed: GuestSeed): GuestGlobals {
  const random = createRandom(seed.random)
  let ticks = 0
  const now = (): number => seed.epochMs + ticks++
  const offset = createZoneOffset(seed.timeZone ?? DEFAULT_TIME_ZONE)
  class SeededDate extends Date {
    constructor(...args: readonly unknown[]) {
      // The real constructor has one signature per number of arguments; they are handed on as they came.
      super(...((args.length === 0 ? [now()] : args.length === 1 ? args : [fromLocal(args, offset)]) as [number]))
    }
    static override now(): number {
      return now()
    }
    override getTimezoneOffset(): number {
      // Not -0 for UTC.
      return 0 - offset(this.getTime())
    }
  }
  for (const part of DATE_PARTS) {
    const read = function (this: Date): number {
      return new Date(this.getTime() + offset(this.getTime()) * MINUTE)[`getUTC${part}`]()
    }
    Object.defineProperty(SeededDate.prototype, `get${part}`, { value: read, writable: true, configurable: true })
  }
  return {
    Math: Object.defineProperties({ random }, { ...Object.getOwnPropertyDescriptors(Math), random: { value: random } }),
    Date: SeededDate,
    performance: { now: () => now() - seed.epochMs },
  }
}

const MINUTE = 60_000

const DATE_PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds'] as const

function fromLocal(parts: readonly unknown[], offset: ZoneOffset): number {
  const time = Date.UTC(...(parts as [number]))
  return time - offset(time) * MINUTE
}

/** Mulberry32: small, seeded, good enough to shuffle cards. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
