import type { TextChange } from '../types/pluginTypes.ts'

/** The one stretch in which two texts differ, so that the cursor stays where it is; null when they are the same. */
export function findChange(before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1
  let same = 0
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1
  }
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) }
}
