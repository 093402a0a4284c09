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
 * Costs what is new: a value that shares its unchanged parts with one that was measured before is not walked again. Of a
 * list that is much like one of `like`, only what is not at either end of both is looked up.
 */
export function measureJson(value: unknown, like?: unknown): JsonSize | null {
  return measure(value, JSON_DEPTH, like)
}

// Recursive to a fixed depth: past it a value is refused, one that contains itself too.
function measure(value: unknown, levels: number, like?: unknown): JsonSize | null {
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
  const size = Array.isArray(value) ? measureList(value, levels, like) : measureRecord(value, levels, like)
  if (size !== null) known.set(value, size)
  return size
}

function measureList(list: readonly unknown[], levels: number, like: unknown): JsonSize | null {
  if (Array.isArray(like)) {
    const size = measureLike(list, levels, like)
    if (size !== undefined) return size
  }
  const items = measureItems(list, 0, list.length, levels)
  return items === null ? null : { length: items.length + signsOf(list), depth: items.depth + 1 }
}

/** What comes between and around the items of a list. */
function signsOf({ length }: readonly unknown[]): number {
  return length === 0 ? 2 : length + 1
}

/** All of the items together, and the deepest of them. */
function measureItems(list: readonly unknown[], from: number, end: number, levels: number): JsonSize | null {
  let length = 0
  let depth = 0
  for (let index = from; index < end; index += 1) {
    const size = measure(list[index], levels - 1)
    if (size === null) return null
    length += size.length
    if (size.depth > depth) ({ depth } = size)
  }
  return { length, depth }
}

/** What a list measures whose ends are those of another that was measured; undefined when that does not tell. */
function measureLike(list: readonly unknown[], levels: number, like: readonly unknown[]): JsonSize | null | undefined {
  const whole = known.get(like)
  if (whole === undefined || whole.depth > levels) return undefined
  const shorter = Math.min(list.length, like.length)
  let head = 0
  while (head < shorter && list[head] === like[head]) head += 1
  let tail = 0
  while (tail < shorter - head && list[list.length - 1 - tail] === like[like.length - 1 - tail]) tail += 1
  const added = measureItems(list, head, list.length - tail, levels)
  const gone = measureItems(like, head, like.length - tail, levels)
  if (added === null) return null
  if (gone === null) return undefined
  // The deepest item may be among those that are gone: then one that stayed has to be as deep.
  const deepest = whole.depth - 1
  const kept = head > 0 ? list[0] : tail > 0 ? list.at(-1) : undefined
  if (gone.depth === deepest && (measure(kept, levels - 1)?.depth ?? -1) < deepest) return undefined
  const length = whole.length - signsOf(like) - gone.length + added.length + signsOf(list)
  return { length, depth: Math.max(deepest, added.depth) + 1 }
}

function measureRecord(record: object, levels: number, like: unknown): JsonSize | null {
  const other = typeof like === 'object' && like !== null ? (like as Readonly<Record<string, unknown>>) : {}
  // JSON.stringify would call it, and send something else.
  if ('toJSON' in record && typeof record.toJSON === 'function') return null
  const names = Object.keys(record)
  let length = names.length === 0 ? 2 : names.length * 2 + 1
  let depth = 0
  for (const name of names) {
    if (FORBIDDEN_KEYS.includes(name)) return null
    const size = measure((record as Record<string, unknown>)[name], levels - 1, other[name])
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
