/** Told of each object or list of the new value in whose place another one stands now. */
export type OnReplaced = (next: object, shared: object) => void

/**
 * Returns a value equal to `next` in which every part that is equal to the same part of `previous` is `previous`'s own
 * object. Two equal JSON values therefore come back as the first one, and a change shows up as new references along its
 * path only: what a renderer needs to skip unchanged rows, and a selector to stay quiet.
 *
 * Array items that are the same object stay it. Others are matched by a string `key`, or else by position. What has nothing
 * in common with `previous` is `next`'s own object. Recursive: the depth of `next` must have been bounded before (see
 * `inspectJson`).
 */
export function shareStructure<T>(previous: unknown, next: T, onReplaced?: OnReplaced): T {
  if (Object.is(previous, next)) return next
  if (typeof previous !== 'object' || typeof next !== 'object' || previous === null || next === null) return next
  if (Array.isArray(previous) !== Array.isArray(next)) return next
  const shared = Array.isArray(next)
    ? shareArray(previous as readonly unknown[], next, onReplaced)
    : shareObject(previous as Record<string, unknown>, next as Record<string, unknown>, onReplaced)
  if (shared !== next) onReplaced?.(next, shared)
  return shared as T
}

function shareArray(
  previous: readonly unknown[],
  next: readonly unknown[],
  onReplaced: OnReplaced | undefined,
): readonly unknown[] {
  const [head, tail] = matchEnds(previous, next)
  if (head === previous.length && head === next.length) return previous
  const oldEnd = previous.length - tail
  const match = indexMiddle(previous, head, oldEnd)
  let same = previous.length === next.length
  let shared: unknown[] | null = null
  for (let index = head; index < next.length - tail; index += 1) {
    const result = shareStructure(match(next[index], index), next[index], onReplaced)
    if (!Object.is(result, previous[index])) same = false
    if (Object.is(result, next[index])) continue
    shared ??= next.slice()
    shared[index] = result
  }
  return same ? previous : (shared ?? next)
}

/** How many items at either end are the same. */
function matchEnds(previous: readonly unknown[], next: readonly unknown[]): [head: number, tail: number] {
  const shorter = Math.min(previous.length, next.length)
  let head = 0
  while (head < shorter && Object.is(previous[head], next[head])) head += 1
  let tail = 0
  const [lastOld, lastNew] = [previous.length - 1, next.length - 1]
  while (tail < shorter - head && Object.is(previous[lastOld - tail], next[lastNew - tail])) tail += 1
  return [head, tail]
}

function shareObject(
  previous: Record<string, unknown>,
  next: Record<string, unknown>,
  onReplaced: OnReplaced | undefined,
): Record<string, unknown> {
  const keys = Object.keys(next)
  let same = Object.keys(previous).length === keys.length
  let shared: Record<string, unknown> | null = null
  for (const key of keys) {
    // Assigning it would set the prototype of the copy instead.
    if (key === '__proto__') return next
    const has = Object.hasOwn(previous, key)
    const result = has ? shareStructure(previous[key], next[key], onReplaced) : next[key]
    if (!has || !Object.is(result, previous[key])) same = false
    if (Object.is(result, next[key])) continue
    shared ??= { ...next }
    shared[key] = result
  }
  return same ? previous : (shared ?? next)
}

/** What to share with: an item that was there itself, wherever it was; else the one of its key, or of its place. */
function indexMiddle(
  previous: readonly unknown[],
  head: number,
  end: number,
): (item: unknown, index: number) => unknown {
  if (head === end) return () => undefined
  const byKey = new Map<string, unknown>()
  const objects = new Set<unknown>()
  for (let index = head; index < end; index += 1) {
    const item = previous[index]
    if (typeof item !== 'object' || item === null) continue
    objects.add(item)
    const key = keyOf(item)
    if (key !== undefined) byKey.set(key, item)
  }
  return (item, index) => {
    if (objects.has(item)) return item
    const key = byKey.size === 0 ? undefined : keyOf(item)
    if (key !== undefined) return byKey.get(key)
    return index < end ? previous[index] : undefined
  }
}

function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('key' in item)) return undefined
  return typeof item.key === 'string' ? item.key : undefined
}
