import type { JsonObject, JsonValue } from '../json.ts'
import { ITEMS, keepsPart, LIST, setTo, type Delta } from './delta.ts'

type DiffItem = (previous: JsonValue, next: JsonValue) => Delta | undefined

/**
 * What makes the list `next` out of `previous`. Items are matched by being the same object, then by a `key` or an `id`,
 * else by their place.
 */
export function diffList(
  previous: readonly JsonValue[],
  next: readonly JsonValue[],
  diff: DiffItem,
): Delta | undefined {
  const [head, tail] = matchEnds(previous, next)
  if (previous.length === next.length && isPaired(previous, next, head, tail)) {
    return diffItems(previous, next, diff)
  }
  const parts = new Parts()
  parts.keep(0, head)
  const matchOf = matchMiddle(previous, next, head, tail)
  for (let index = head; index < next.length - tail; index += 1) {
    const item = next[index] as JsonValue // within the list
    const from = matchOf[index - head]
    const delta = from === undefined ? setTo(item) : diff(previous[from] as JsonValue, item)
    if (from !== undefined && delta === undefined) parts.keep(from, 1)
    else if (from !== undefined && delta !== undefined && keepsPart(delta)) parts.change(from, delta)
    else parts.add(item)
  }
  parts.keep(previous.length - tail, tail)
  return parts.isPart ? parts.list : setTo(next)
}

function diffItems(previous: readonly JsonValue[], next: readonly JsonValue[], diff: DiffItem): Delta | undefined {
  const changes: Delta[] = [ITEMS]
  let isPart = false
  for (let index = 0; index < next.length; index += 1) {
    const item = next[index] as JsonValue // within the list
    const old = previous[index] as JsonValue
    const delta = old === item ? undefined : diff(old, item)
    if (delta !== undefined) changes.push(index, delta)
    isPart ||= delta === undefined || keepsPart(delta)
  }
  if (changes.length === 1) return undefined
  return isPart ? changes : setTo(next)
}

/** How many items at either end are the same. */
function matchEnds(previous: readonly JsonValue[], next: readonly JsonValue[]): [head: number, tail: number] {
  const shorter = Math.min(previous.length, next.length)
  let head = 0
  while (head < shorter && previous[head] === next[head]) head += 1
  let tail = 0
  while (tail < shorter - head && previous[previous.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1
  return [head, tail]
}

/** Whether every item between the ends is the one in its place, changed or not, and none was moved there. */
function isPaired(previous: readonly JsonValue[], next: readonly JsonValue[], head: number, tail: number): boolean {
  let others: Set<JsonValue> | null = null
  for (let index = head; index < next.length - tail; index += 1) {
    const item = next[index] as JsonValue // within the list
    if (previous[index] === item) continue
    const name = nameOf(item)
    if (nameOf(previous[index]) !== name) return false
    if (name !== undefined || typeof item !== 'object') continue
    others ??= new Set(previous.slice(head, previous.length - tail))
    if (others.has(item)) return false
  }
  return true
}

/** For each item between the ends: where it was, or undefined. No place is given twice. */
function matchMiddle(
  previous: readonly JsonValue[],
  next: readonly JsonValue[],
  head: number,
  tail: number,
): readonly (number | undefined)[] {
  const middle = next.slice(head, next.length - tail)
  if (middle.length === 0) return []
  const end = previous.length - tail
  const taken = new Set<number>()
  const take = (index: number | undefined): number | undefined => {
    if (index === undefined || taken.has(index)) return undefined
    taken.add(index)
    return index
  }
  // The same objects first, so that nobody else takes their places; and where they were before anywhere else.
  const isInPlace = (item: JsonValue, at: number): boolean => head + at < end && previous[head + at] === item
  const inPlace = middle.map((item, at) => (isObject(item) && isInPlace(item, at) ? take(head + at) : undefined))
  const byIdentity = new Map<JsonValue, number>()
  const byName = new Map<string, number>()
  for (let index = head; index < end; index += 1) {
    const item = previous[index]
    if (!isObject(item) || taken.has(index)) continue
    byIdentity.set(item, index)
    const name = nameOf(item)
    if (name !== undefined) byName.set(name, index)
  }
  const matches = middle.map(
    (item, at) => inPlace[at] ?? (byIdentity.size === 0 ? undefined : take(byIdentity.get(item))),
  )
  return matches.map((match, at) => {
    if (match !== undefined) return match
    const item = middle[at]
    if (!isObject(item)) return undefined
    const name = nameOf(item)
    if (name !== undefined) return take(byName.get(name))
    const index = head + at
    const isSlot = index < end && nameOf(previous[index]) === undefined
    return isSlot && isObject(previous[index]) ? take(index) : undefined
  })
}

function isObject(item: JsonValue | undefined): item is JsonObject | readonly JsonValue[] {
  return typeof item === 'object' && item !== null
}

/** What an item is called, when it has a `key` or an `id`: for finding it again, not for telling whether it is equal. */
function nameOf(item: JsonValue | undefined): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  if ('key' in item && typeof item['key'] === 'string') return `key ${item['key']}`
  if (!('id' in item)) return undefined
  const { id } = item
  return typeof id === 'string' || typeof id === 'number' ? `id ${id}` : undefined
}

/** The parts of a list delta, neighbours joined. */
class Parts {
  readonly list: Delta[] = [LIST]
  isPart = false
  #run: [number, number] | null = null
  #added: JsonValue[] | null = null

  keep(from: number, count: number): void {
    if (count === 0) return
    this.isPart = true
    this.#added = null
    if (this.#run !== null && this.#run[0] + this.#run[1] === from) {
      this.#run[1] += count
      return
    }
    this.#run = [from, count]
    this.list.push(this.#run)
  }

  change(from: number, delta: Delta): void {
    this.isPart = true
    this.#run = null
    this.#added = null
    this.list.push([from, delta])
  }

  add(item: JsonValue): void {
    this.#run = null
    if (this.#added === null) {
      this.#added = []
      this.list.push([this.#added])
    }
    this.#added.push(item)
  }
}
