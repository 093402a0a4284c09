import { PluginTestError } from './pluginTestError.ts'

/** A moment: milliseconds since the epoch, a `Date`, or text that `Date` understands. */
export type Moment = number | Date | string

/**
 * The clock of a mounted plugin and of its host. It stands still.
 *
 * A plugin reads the time at which its VM was started, one millisecond later at each reading, and nothing else. So a new
 * time begins with a fresh VM: the plugin is started again with its state, as a host does whenever it likes, and its
 * variables outside the state are new.
 */
export interface FakeClock {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Sets the time, and starts the plugin again. */
  set(moment: Moment): Promise<void>
  /** Moves the time by milliseconds, and starts the plugin again. */
  advance(milliseconds: number): Promise<void>
}

/** What a clock shows that nobody has set: noon of the first day of 2026, UTC. */
const FIRST_MOMENT: Moment = Date.UTC(2026, 0, 1, 12)

/** A clock whose owner is told when the time is another one. @throws PluginTestError `NOT_MOUNTED` when it is no moment. */
export function createFakeClock(start: Moment = FIRST_MOMENT, onChange: () => Promise<void>): FakeClock {
  let now = toMilliseconds(start)
  const set = (moment: Moment): Promise<void> => {
    now = toMilliseconds(moment)
    return onChange()
  }
  return {
    get now() {
      return now
    },
    set: async (moment) => set(moment),
    advance: async (milliseconds) => set(now + milliseconds),
  }
}

function toMilliseconds(moment: Moment): number {
  const milliseconds = new Date(moment).getTime()
  if (Number.isFinite(milliseconds)) return milliseconds
  throw new PluginTestError(
    'NOT_MOUNTED',
    `"${String(moment)}" is no moment: give milliseconds since the epoch, a Date, or text like "2026-01-01T12:00Z".`,
  )
}
