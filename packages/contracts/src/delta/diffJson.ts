import type { JsonObject, JsonValue } from '../json.ts'
import { JSON_DEPTH } from '../jsonGuard.ts'
import { EDIT, GONE, keepsPart, RECORD, setTo, type Delta } from './delta.ts'
import { diffList } from './diffList.ts'

/**
 * What makes `next` out of `previous`, or undefined when they are equal. Members of records are in order: what
 * {@link applyDelta} gives back is `next` to the last character of its text.
 *
 * Values that are the same object are not looked into: unchanged parts that are shared cost one comparison, and a value
 * must not have been changed in place. `depth` is how many levels are compared; below them what is not the same object
 * is sent whole. Both values must be JSON, bounded in depth.
 */
export function diffJson(previous: JsonValue, next: JsonValue, depth: number = JSON_DEPTH): Delta | undefined {
  if (previous === next) return undefined
  if (typeof next !== 'object' || typeof previous !== 'object' || next === null || previous === null || depth === 0) {
    return setTo(next)
  }
  if (isList(next)) return isList(previous) ? diffList(previous, next, diffBelow(depth)) : setTo(next)
  return isList(previous) ? setTo(next) : diffRecord(previous, next, diffBelow(depth))
}

type DiffBelow = (previous: JsonValue, next: JsonValue) => Delta | undefined

function diffBelow(depth: number): DiffBelow {
  return (previous, next) => diffJson(previous, next, depth - 1)
}

function diffRecord(previous: JsonObject, next: JsonObject, diff: DiffBelow): Delta | undefined {
  const names = Object.keys(next)
  const oldNames = Object.keys(previous)
  const changes: Delta[] = [EDIT]
  const kept: string[] = []
  const added: string[] = []
  let isPart = false
  for (const name of names) {
    const value = next[name] as JsonValue // its own name, so it is there
    if (!Object.hasOwn(previous, name)) {
      added.push(name)
      changes.push(name, setTo(value))
      continue
    }
    kept.push(name)
    const delta = diff(previous[name] as JsonValue, value) // as above
    if (delta !== undefined) changes.push(name, delta)
    isPart ||= delta === undefined || keepsPart(delta)
  }
  if (!isPart) return names.length + oldNames.length === 0 ? undefined : setTo(next)
  if (!isInOrder(oldNames, names, kept, added)) return rebuild(previous, next, names, diff)
  if (kept.length < oldNames.length) {
    for (const name of oldNames) if (!Object.hasOwn(next, name)) changes.push(name, GONE)
  }
  return changes.length === 1 ? undefined : changes
}

/** Whether the members that stay, in their old order, and then the new ones, are the members in their new order. */
function isInOrder(
  oldNames: readonly string[],
  names: readonly string[],
  kept: readonly string[],
  added: readonly string[],
): boolean {
  const staying = new Set(kept)
  let at = 0
  for (const name of oldNames) {
    if (!staying.has(name)) continue
    if (names[at] !== name) return false
    at += 1
  }
  return added.every((name, index) => names[at + index] === name)
}

function rebuild(previous: JsonObject, next: JsonObject, names: readonly string[], diff: DiffBelow): Delta {
  const members: Delta[] = [RECORD]
  for (const name of names) {
    const value = next[name] as JsonValue // its own name, so it is there
    const delta = Object.hasOwn(previous, name) ? diff(previous[name] as JsonValue, value) : setTo(value)
    members.push(name, delta === undefined ? [EDIT] : delta)
  }
  return members
}

// Array.isArray does not narrow readonly arrays out of a union.
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
