/**
 * Where a caret goes when the text under it is replaced: it keeps its distance from the end as far as the text after it
 * survived, in whatever case; else it stays where it was.
 */
export function mapCaret(previous: string, next: string, caret: number): number {
  if (next.length === previous.length) return caret
  const tail = previous.slice(caret)
  let shared = 0
  while (
    shared < tail.length &&
    shared < next.length &&
    tail[tail.length - 1 - shared]?.toLowerCase() === next[next.length - 1 - shared]?.toLowerCase()
  ) {
    shared += 1
  }
  return shared === tail.length ? next.length - shared : Math.min(caret, next.length)
}
