/** How far local time is ahead of UTC at a time, in whole minutes; 0 for what is no time. */
export type ZoneOffset = (epochMs: number) => number

/** The zone of guests whose seed names none: the same on every machine. */
export const DEFAULT_TIME_ZONE = 'UTC'

/**
 * Reads a time zone by its IANA name, as `Europe/Berlin`. Zones are those of the platform; `UTC` is the same on all of them.
 *
 * @throws `RangeError` when the platform has no zone of that name.
 */
export function createZoneOffset(timeZone: string): ZoneOffset {
  // Also for UTC, so that whatever is no name is refused alike.
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  if (timeZone === DEFAULT_TIME_ZONE) return () => 0
  return (epochMs) => {
    if (!(Math.abs(epochMs) <= LAST_TIME)) return 0
    const name = format.formatToParts(epochMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours = 0, minutes = 0] = OFFSET.exec(name) ?? []
    const ahead = Number(hours) * 60 + Number(minutes)
    return sign === '-' ? -ahead : ahead
  }
}

/** Whether the platform has a time zone of that name. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > NAME_LENGTH) return false
  try {
    createZoneOffset(value)
    return true
  } catch {
    return false
  }
}

/** Longest name that is looked up; those that there are have about thirty characters. */
const NAME_LENGTH = 100

/** The last millisecond that a `Date` can be, either way. */
const LAST_TIME = 8.64e15

// `GMT` alone is no offset at all.
const OFFSET = /^GMT([+-])(\d\d):(\d\d)/
