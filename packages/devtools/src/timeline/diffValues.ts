/** One place where two values differ. Undefined: there is nothing on that side. */
export interface ValueChange {
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

/** Places that are told; what differs in more is told in part. */
export const MOST_CHANGES = 100

/** Where two JSON values differ, outermost first. What is the same object on both sides is not looked into. */
export function diffValues(before: unknown, after: unknown): readonly ValueChange[] {
  const changes: ValueChange[] = []
  // Grows while it is gone through.
  const waiting: ValueChange[] = [{ path: [], before, after }]
  for (const place of waiting) {
    if (changes.length >= MOST_CHANGES) break
    if (Object.is(place.before, place.after)) continue
    if (!isOpen(place.before) || !isOpen(place.after) || Array.isArray(place.before) !== Array.isArray(place.after)) {
      changes.push(place)
      continue
    }
    for (const name of new Set([...Object.keys(place.before), ...Object.keys(place.after)])) {
      const inside = { path: [...place.path, name], before: place.before[name], after: place.after[name] }
      if (!Object.is(inside.before, inside.after)) waiting.push(inside)
    }
  }
  return changes
}

function isOpen(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
