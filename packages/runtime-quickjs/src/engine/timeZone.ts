import { createZoneOffset } from '@plugboard/contracts'

// What the engine's build calls them.
const MODULE = 'a'
const LOCAL_TIME = 'm'
const SET_ZONE = 'n'

export interface ImportTimeZoneOptions {
  readonly memory: WebAssembly.Memory
  /** Its IANA name. */
  readonly timeZone: string
}

/**
 * The engine's imports with a time zone in the place of the machine's: what a guest writes as local time would differ from
 * machine to machine, and would tell where it runs.
 *
 * @throws `RangeError` when there is no zone of that name.
 */
export function importTimeZone(
  imports: WebAssembly.Imports,
  { memory, timeZone }: ImportTimeZoneOptions,
): WebAssembly.Imports {
  const offset = createZoneOffset(timeZone)
  return {
    ...imports,
    [MODULE]: {
      ...imports[MODULE],
      [LOCAL_TIME]: (seconds: bigint, address: number) => {
        const epochMs = Number(seconds) * 1_000
        const minutes = offset(epochMs)
        writeLocalTime(new Int32Array(memory.buffer, address, LOCAL_TIME_FIELDS), epochMs, minutes)
      },
      // The C library asks once, for names that the engine never shows.
      [SET_ZONE]: (zone: number, hasSummer: number, name: number, summerName: number) => {
        const bytes = new DataView(memory.buffer)
        bytes.setInt32(zone, 0, true)
        bytes.setInt32(hasSummer, 0, true)
        bytes.setUint8(name, 0)
        bytes.setUint8(summerName, 0)
      },
    },
  }
}

/** Of C's `struct tm`, in 32-bit words. */
const LOCAL_TIME_FIELDS = 10

function writeLocalTime(fields: Int32Array, epochMs: number, minutes: number): void {
  const local = new Date(epochMs + minutes * 60_000)
  const year = local.getUTCFullYear()
  const daysBefore = Math.floor((local.getTime() - Date.UTC(year, 0, 1)) / 86_400_000)
  fields.set([
    local.getUTCSeconds(),
    local.getUTCMinutes(),
    local.getUTCHours(),
    local.getUTCDate(),
    local.getUTCMonth(),
    year - 1_900,
    local.getUTCDay(),
    daysBefore,
    0, // Whether it is summer time: nobody asks.
    minutes * 60,
  ])
}
