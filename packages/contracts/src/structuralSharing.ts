/**
 * Returns a value equal to `next` in which every part that is equal to the same part of `previous` is `previous`'s own
 * object. Two equal JSON values therefore come back as the first one, and a change shows up as new references along its
 * path only: what a renderer needs to skip unchanged rows, and a selector to stay quiet.
 *
 * Array items with a string `key` are matched by key, others by position. Recursive: the depth of `next` must have been
 * bounded before (see `inspectJson`).
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next
  if (typeof previous !== 'object' || typeof next !== 'object' || previous === null || next === null) return next
  if (Array.isArray(next)) return Array.isArray(previous) ? (shareArray(previous, next) as T) : next
  if (Array.isArray(previous)) return next
  return shareObject(previous as Record<string, unknown>, next as Record<string, unknown>) as T
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byKey = indexByKey(previous)
  let same = previous.length === next.length
  const shared = next.map((item, index) => {
    const key = keyOf(item)
    const candidate = key === undefined || byKey === undefined ? previous[index] : byKey.get(key)
    const result = shareStructure(candidate, item)
    if (!Object.is(result, previous[index])) same = false
    return result
  })
  return same ? previous : shared
}

function shareObject(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next)
  let same = Object.keys(previous).length === keys.length
  const shared: Record<string, unknown> = {}
  for (const key of keys) {
    // Assigning it would set the prototype of the copy instead.
    if (key === '__proto__') return next
    const has = Object.hasOwn(previous, key)
    const result = has ? shareStructure(previous[key], next[key]) : next[key]
    if (!has || !Object.is(result, previous[key])) same = false
    shared[key] = result
  }
  return same ? previous : shared
}

function indexByKey(items: readonly unknown[]): Map<string, unknown> | undefined {
  let byKey: Map<string, unknown> | undefined
  for (const item of items) {
    const key = keyOf(item)
    if (key !== undefined) (byKey ??= new Map()).set(key, item)
  }
  return byKey
}

function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('key' in item)) return undefined
  return typeof item.key === 'string' ? item.key : undefined
}
