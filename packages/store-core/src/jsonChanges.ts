import {
  extendPath,
  FORBIDDEN_KEYS,
  inspectJson,
  isPlainObject,
  DATA_DEPTH,
  shareStructure,
} from '@plugboard/contracts'

/** One step from a JSON value to another. */
export interface JsonChange {
  readonly path: readonly (string | number)[]
  /** Absent: the key is removed. For an array, the path may end in `length`. */
  readonly value?: unknown
}

/** More steps than this become one: the whole value. What is recorded per dispatch stays bounded. */
export const MOST_CHANGES = 64

/**
 * The steps from `previous` to `next`; none when they are equal. Parts that are equal are not touched, so that what
 * carries the steps out keeps their references.
 *
 * @throws `TypeError` when `next` holds anything but JSON data, naming the place.
 */
export function diffJson(previous: unknown, next: unknown): readonly JsonChange[] {
  const changes: JsonChange[] = []
  collect({ changes, path: [], text: 'root', level: 1 }, previous, next)
  if (changes.length <= MOST_CHANGES) return changes
  // Nobody went on to look at the rest of it.
  const fault = inspectJson(next, { depth: DATA_DEPTH })
  if (fault !== null) throw notJson(fault.path)
  return [{ path: [], value: shareStructure(previous, next) }]
}

interface Place {
  readonly changes: JsonChange[]
  readonly path: readonly (string | number)[]
  readonly text: string
  readonly level: number
}

function collect(place: Place, previous: unknown, next: unknown): void {
  if (Object.is(previous, next) || place.changes.length > MOST_CHANGES) return
  if (Array.isArray(previous) && Array.isArray(next)) return collectArray(place, previous, next)
  if (isPlainObject(previous) && isPlainObject(next)) return collectObject(place, previous, next)
  set(place, next)
}

function collectObject(
  place: Place,
  previous: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): void {
  for (const key of Object.keys(previous)) {
    if (!Object.hasOwn(next, key)) place.changes.push({ path: [...place.path, key] })
  }
  for (const key of Object.keys(next)) {
    const inside = enter(place, key)
    if (FORBIDDEN_KEYS.includes(key)) throw notJson(inside.text)
    if (Object.hasOwn(previous, key)) collect(inside, previous[key], next[key])
    else set(inside, next[key])
  }
}

function collectArray(place: Place, previous: readonly unknown[], next: readonly unknown[]): void {
  const common = Math.min(previous.length, next.length)
  if (previous.length !== next.length && !isPrefix(previous, next, common)) {
    // Something was put in or taken out in the middle: one step that keeps the items beats one step for each.
    return set(place, shareStructure(previous, next))
  }
  if (Math.abs(next.length - previous.length) > MOST_CHANGES) return set(place, shareStructure(previous, next))
  for (let index = 0; index < common; index += 1) {
    // A place costs its path, and most of a long list is what it was.
    if (!Object.is(previous[index], next[index])) collect(enter(place, index), previous[index], next[index])
  }
  for (let index = common; index < next.length; index += 1) set(enter(place, index), next[index])
  if (next.length < previous.length) place.changes.push({ path: [...place.path, 'length'], value: next.length })
}

function isPrefix(previous: readonly unknown[], next: readonly unknown[], length: number): boolean {
  for (let index = 0; index < length; index += 1) {
    if (!Object.is(previous[index], next[index]) && shareStructure(previous[index], next[index]) !== previous[index]) {
      return false
    }
  }
  return true
}

function set(place: Place, value: unknown): void {
  const fault = inspectJson(value, { depth: DATA_DEPTH - place.level + 1 })
  if (fault !== null) throw notJson(`${place.text}${fault.path.slice('root'.length)}`)
  place.changes.push({ path: place.path, value })
}

function enter(place: Place, step: string | number): Place {
  if (place.level >= DATA_DEPTH) throw notJson(place.text)
  return {
    changes: place.changes,
    path: [...place.path, step],
    text: extendPath(place.text, step),
    level: place.level + 1,
  }
}

function notJson(place: string): TypeError {
  return new TypeError(`A reducer returned something that is not JSON data at ${place}: return plain data only.`)
}
