import { extendPath, isPlainObject } from '@plugboard/contracts'

/** Where two values begin to differ, and what is there; a side that has nothing there has no key. */
export interface JsonDifference {
  /** As `tree.children[0].text`. */
  readonly path: string
  readonly recorded?: unknown
  readonly replayed?: unknown
}

/**
 * The first place in reading order where two JSON values differ, or null. The order of members is not looked at, as in
 * `digestJson`. Recursive: their depth was bounded before.
 */
export function firstDifference(path: string, recorded: unknown, replayed: unknown): JsonDifference | null {
  if (Object.is(recorded, replayed)) return null
  if (Array.isArray(recorded) && Array.isArray(replayed)) return differInList(path, recorded, replayed)
  if (isPlainObject(recorded) && isPlainObject(replayed)) return differInRecord(path, recorded, replayed)
  return {
    path,
    ...(recorded === undefined ? {} : { recorded }),
    ...(replayed === undefined ? {} : { replayed }),
  }
}

function differInList(path: string, recorded: readonly unknown[], replayed: readonly unknown[]): JsonDifference | null {
  for (let index = 0; index < Math.max(recorded.length, replayed.length); index += 1) {
    const difference = firstDifference(extendPath(path, index), recorded[index], replayed[index])
    if (difference !== null) return difference
  }
  return null
}

function differInRecord(
  path: string,
  recorded: Readonly<Record<string, unknown>>,
  replayed: Readonly<Record<string, unknown>>,
): JsonDifference | null {
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(replayed)])) {
    const here = Object.hasOwn(recorded, key) ? recorded[key] : undefined
    const there = Object.hasOwn(replayed, key) ? replayed[key] : undefined
    const difference = firstDifference(extendPath(path, key), here, there)
    if (difference !== null) return difference
  }
  return null
}
