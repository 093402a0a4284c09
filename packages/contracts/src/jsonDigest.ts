/**
 * A 64-bit fingerprint of JSON data as 16 hexadecimal digits: equal data gives equal digests, whatever the order of keys.
 * For comparing two runs, not for security: anybody can make a collision on purpose.
 *
 * Two 32-bit lanes, mixed as in MurmurHash3. An object is the sum of its entries, which needs no sorting. Digests of
 * larger values are remembered by reference, so a tree that shares its unchanged parts with the previous one costs only
 * what changed. Recursive: bound the depth before.
 */
export function digestJson(value: unknown): string {
  digest(value)
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}

// The lanes of the value that was digested last. Pairs would cost more than the arithmetic.
let high = 0
let low = 0

// What kinds of values begin with, so that none looks like another.
const STRING = 0x9747b28c
const NUMBER = 0x2f0b4c47
const INTEGER = 0x61c88647
const LITERAL = 0x3c6ef372
const ARRAY = 0x1b873593
const OBJECT = 0x5bd1e995

interface Remembered {
  readonly high: number
  readonly low: number
}

const remembered = new WeakMap<object, Remembered>()

/** Values from which on a digest is worth its place. */
const LEAST_REMEMBERED = 6

/** Sets the lanes, and returns how many values there are in `value`. */
function digest(value: unknown): number {
  if (typeof value === 'object' && value !== null) return digestContainer(value)
  if (typeof value === 'string') digestText(STRING, value)
  else if (typeof value !== 'number') digestText(LITERAL, String(value))
  else if ((value | 0) === value) digestInteger(INTEGER, value)
  else digestText(NUMBER, String(value))
  return 1
}

function digestContainer(value: object): number {
  const known = remembered.get(value)
  if (known !== undefined) {
    high = known.high
    low = known.low
    return LEAST_REMEMBERED
  }
  const count = Array.isArray(value) ? digestArray(value) : digestRecord(value as Readonly<Record<string, unknown>>)
  if (count >= LEAST_REMEMBERED) remembered.set(value, { high, low })
  return count
}

function digestArray(items: readonly unknown[]): number {
  let first = ARRAY
  let second = ARRAY
  let count = 1
  for (const item of items) {
    count += digest(item)
    first = mix(first, high)
    second = mix(second, low ^ high)
  }
  high = finish(first ^ items.length)
  low = finish(second + items.length)
  return count
}

function digestRecord(record: Readonly<Record<string, unknown>>): number {
  let first = 0
  let second = 0
  let count = 1
  for (const key of Object.keys(record)) {
    const value = record[key]
    if (value === undefined) continue
    count += digest(value)
    const [valueHigh, valueLow] = [high, low]
    digestText(OBJECT, key)
    // A sum is the same in any order.
    first = (first + finish(mix(high, valueHigh))) | 0
    second = (second + finish(mix(low, valueLow ^ valueHigh))) | 0
  }
  high = finish(mix(OBJECT, first))
  low = finish(mix(OBJECT, second ^ first))
  return count
}

function digestText(start: number, text: string): void {
  let first = start
  let second = ~start
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul((second << 5) ^ (second >>> 27) ^ code, 0x85ebca6b)
  }
  high = finish(first ^ text.length)
  low = finish(second + text.length)
}

function digestInteger(start: number, value: number): void {
  high = finish(mix(start, value))
  low = finish(mix(~start, value))
}

function mix(lane: number, value: number): number {
  const scrambled = Math.imul(value, 0xcc9e2d51)
  const turned = lane ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593)
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0
}

function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) | 0
}
