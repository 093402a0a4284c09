import { FORBIDDEN_KEYS, JSON_DEPTH } from '@plugboard/contracts'

/** What is known of a JSON value without its text. */
export interface JsonSize {
  /** Characters of its text, as `JSON.stringify` writes it. */
  readonly length: number
  /** Levels of lists and records; 0 for what is neither. */
  readonly depth: number
}

// Values do not change once they were handed over, so what was measured once is known by reference.
const known = new WeakMap<object, JsonSize>()

/**
 * Measures a value, or returns null when it is no JSON, reaches a prototype by a name, or is deeper than `JSON_DEPTH`.
 *
 * Costs what is new: a value that shares its unchanged parts with one that was measured before is not walked again.
 */
export function measureJson(value: unknown): JsonSize | null {
  return measure(value, JSON_DEPTH)
}

// Recursive to a fixed depth: past it a value is refused, one that contains itself too.
function measure(value: unknown, levels: number): JsonSize | null {
  switch (typeof value) {
    case 'string':
      return leaf(lengthOfText(value))
    case 'number':
      return Number.isFinite(value) ? leaf(String(value).length) : null
    case 'boolean':
      return leaf(value ? 4 : 5)
    case 'object':
      break
    default:
      return null
  }
  if (value === null) return leaf(4)
  const found = known.get(value)
  if (found !== undefined) return found.depth > levels ? null : found
  if (levels === 0) return null
  const size = Array.isArray(value) ? measureList(value, levels) : measureRecord(value, levels)
  if (size !== null) known.set(value, size)
  return size
}

function measureList(list: readonly unknown[], levels: number): JsonSize | null {
  let length = list.length === 0 ? 2 : list.length + 1
  let depth = 0
  for (let index = 0; index < list.length; index += 1) {
    const size = measure(list[index], levels - 1)
    if (size === null) return null
    length += size.length
    if (size.depth > depth) ({ depth } = size)
  }
  return { length, depth: depth + 1 }
}

function measureRecord(record: object, levels: number): JsonSize | null {
  // JSON.stringify would call it, and send something else.
  if ('toJSON' in record && typeof record.toJSON === 'function') return null
  const names = Object.keys(record)
  let length = names.length === 0 ? 2 : names.length * 2 + 1
  let depth = 0
  for (const name of names) {
    if (FORBIDDEN_KEYS.includes(name)) return null
    const size = measure((record as Record<string, unknown>)[name], levels - 1)
    if (size === null) return null
    length += lengthOfText(name) + size.length
    if (size.depth > depth) ({ depth } = size)
  }
  return { length, depth: depth + 1 }
}

// oxlint-disable-next-line no-control-regex -- they are what JSON writes as escapes
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/

function lengthOfText(text: string): number {
  return ESCAPED.test(text) ? JSON.stringify(text).length : text.length + 2
}

function leaf(length: number): JsonSize {
  return { length, depth: 0 }
}
