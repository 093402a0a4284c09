import { FORBIDDEN_KEYS, type JsonObject, type JsonValue } from '../json.ts'
import { inspectJson, JSON_DEPTH } from '../jsonGuard.ts'
import { EDIT, ITEMS, LIST, RECORD, SET } from './delta.ts'

/**
 * The value that `delta` makes out of `previous`, or undefined when it is no delta of it. What the delta does not name
 * is the same object as before; a delta that changes nothing gives `previous` itself.
 *
 * Nothing that it says is believed: places have to be there, no item may be taken twice, the result is JSON without
 * names that reach a prototype and at most `JSON_DEPTH` levels deep. Its parser must have bounded the delta's own depth.
 */
export function applyDelta(previous: JsonValue, delta: unknown): JsonValue | undefined {
  return apply(previous, delta, 1)
}

function apply(previous: JsonValue | undefined, delta: unknown, level: number): JsonValue | undefined {
  if (!Array.isArray(delta)) return checked(delta, level)
  const list: readonly unknown[] = delta
  switch (list[0]) {
    case SET:
      return list.length === 2 ? checked(list[1], level) : undefined
    case EDIT:
      if (previous === undefined) return undefined
      if (list.length === 1) return previous
      return isRecord(previous) ? editRecord(previous, list, level) : undefined
    case ITEMS:
      return isList(previous) ? editItems(previous, list, level) : undefined
    case LIST:
      return isList(previous) ? rebuildList(previous, list, level) : undefined
    case RECORD:
      return isRecord(previous) ? rebuildRecord(previous, list, level) : undefined
    default:
      return undefined
  }
}

function checked(value: unknown, level: number): JsonValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (level > JSON_DEPTH) return undefined
  // What was inspected is JSON.
  return inspectJson(value, { depth: JSON_DEPTH + 1 - level }) === null ? (value as JsonValue) : undefined
}

function editRecord(previous: JsonObject, delta: readonly unknown[], level: number): JsonObject | undefined {
  const next: Record<string, JsonValue> = { ...previous }
  for (let at = 1; at < delta.length; at += 2) {
    const name = delta[at]
    const change: unknown = delta[at + 1]
    if (!isName(name)) return undefined
    if (Array.isArray(change) && change.length === 0) {
      if (!Object.hasOwn(next, name)) return undefined
      delete next[name]
      continue
    }
    const value = apply(memberOf(previous, name), change, level + 1)
    if (value === undefined) return undefined
    next[name] = value
  }
  return delta.length % 2 === 1 ? next : undefined
}

function rebuildRecord(previous: JsonObject, delta: readonly unknown[], level: number): JsonObject | undefined {
  const next: Record<string, JsonValue> = {}
  for (let at = 1; at < delta.length; at += 2) {
    const name = delta[at]
    if (!isName(name)) return undefined
    const value = apply(memberOf(previous, name), delta[at + 1], level + 1)
    if (value === undefined) return undefined
    next[name] = value
  }
  return delta.length % 2 === 1 ? next : undefined
}

function editItems(previous: readonly JsonValue[], delta: readonly unknown[], level: number): JsonValue | undefined {
  const next = [...previous]
  for (let at = 1; at < delta.length; at += 2) {
    const index = delta[at]
    if (!isIndex(index, previous.length)) return undefined
    const value = apply(previous[index], delta[at + 1], level + 1)
    if (value === undefined) return undefined
    next[index] = value
  }
  return delta.length % 2 === 1 ? next : undefined
}

function rebuildList(previous: readonly JsonValue[], delta: readonly unknown[], level: number): JsonValue | undefined {
  const next: JsonValue[] = []
  const taken = new Uint8Array(previous.length)
  const take = (index: number): boolean => {
    if (taken[index] === 1) return false
    taken[index] = 1
    return true
  }
  for (let at = 1; at < delta.length; at += 1) {
    const part: unknown = delta[at]
    if (!Array.isArray(part)) return undefined
    const [first, second] = part as readonly unknown[] // a list of anything
    if (part.length === 1 && Array.isArray(first)) {
      if (checked(first, level) === undefined) return undefined
      for (const item of first as readonly JsonValue[]) next.push(item)
    } else if (part.length === 2 && isIndex(first, previous.length)) {
      const count = typeof second === 'number' ? second : 1
      if (!isIndex(count, previous.length - first + 1)) return undefined
      for (let index = first; index < first + count; index += 1) {
        const item = typeof second === 'number' ? previous[index] : apply(previous[index], second, level + 1)
        if (item === undefined || !take(index)) return undefined
        next.push(item)
      }
    } else return undefined
  }
  return next
}

function memberOf(record: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && !FORBIDDEN_KEYS.includes(value)
}

function isIndex(value: unknown, length: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
