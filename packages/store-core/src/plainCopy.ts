import { JSON_DEPTH } from '@plugboard/contracts'

/** A copy that nobody else holds, and about the length of its JSON text. */
export interface PlainCopy {
  readonly value: unknown
  readonly weight: number
}

/** Most values in one copy: twice what JSON text of the longest answer that runtimes allow by default can hold. */
export const COPIED_VALUES = 1_000_000

// What an action wraps around a payload or a state comes on top of what those may have.
const COPIED_DEPTH = 2 * JSON_DEPTH

interface Unfilled {
  readonly source: object
  readonly target: object
  readonly level: number
}

/**
 * Copies arrays and objects into plain ones, and keeps every other value as it is: what comes out has no getters and no
 * traps, refers to itself nowhere, and was read exactly once. Iterative, and at most {@link COPIED_VALUES} values.
 *
 * @throws `RangeError` when there is more than that or no end to it, and whatever a getter or trap of the value throws.
 */
export function copyPlain(root: unknown): PlainCopy {
  const unfilled: Unfilled[] = []
  let left = COPIED_VALUES
  let weight = 0
  const copy = (source: unknown, level: number): unknown => {
    left -= 1
    weight += typeof source === 'string' ? source.length + 8 : 8
    if (typeof source !== 'object' || source === null) return source
    if (left < 0 || level > COPIED_DEPTH) throw tooLarge()
    const target = Array.isArray(source) ? [] : {}
    unfilled.push({ source, target, level: level + 1 })
    return target
  }
  const value = copy(root, 1)
  for (let entry = unfilled.pop(); entry !== undefined; entry = unfilled.pop()) {
    const { level, source, target } = entry
    if (Array.isArray(source) && Array.isArray(target)) {
      const { length } = source
      // Before anything is read: a sparse list may claim to hold thousands of millions. A trap may claim anything.
      if (!(typeof length === 'number' && length <= left)) throw tooLarge()
      for (let index = 0; index < length; index += 1) target.push(copy(source[index], level))
      continue
    }
    const keys = Object.keys(source)
    if (keys.length > left) throw tooLarge()
    for (const key of keys) {
      weight += key.length
      const item = copy((source as Readonly<Record<string, unknown>>)[key], level)
      // Assigning would set the prototype; whoever judges the copy must find the key instead.
      if (key === '__proto__') Object.defineProperty(target, key, { value: item, enumerable: true, configurable: true })
      else (target as Record<string, unknown>)[key] = item
    }
  }
  return { value, weight }
}

function tooLarge(): RangeError {
  return new RangeError(`The value is endless, or holds more than ${COPIED_VALUES} values. Send less.`)
}
