/**
 * Where the caret belongs after a text was rewritten: it keeps its distance to the end when what follows it is still
 * there, whatever the case, and otherwise its place.
 */
export function mapCaret(before: string, after: string, caret: number): number {
  if (after.length === before.length) return caret
  const tail = before.slice(caret).toLowerCase()
  return after.toLowerCase().endsWith(tail) ? after.length - tail.length : Math.min(caret, after.length)
}
