import type { Clock } from '@plugboard/react-renderer'

export interface FakeClock extends Clock {
  /** Lets time pass, and runs what is due on the way. */
  readonly advance: (time: number) => void
}

/** A clock that stands still until it is told to go on. */
export function createFakeClock(): FakeClock {
  let now = 0
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    now: () => now,
    schedule(run, delay) {
      const entry = { at: now + delay, run }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
    advance(time) {
      now += time
      for (const entry of [...waiting].toSorted((one, other) => one.at - other.at)) {
        if (entry.at <= now && waiting.delete(entry)) entry.run()
      }
    },
  }
}
