import { distance } from 'fastest-levenshtein'

/** The name in `candidates` that was probably meant by `name`, or undefined when none is close. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > 64) return undefined
  // Two edits cover a swapped pair of letters; longer names may differ more.
  let nearest = { edits: name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3)), prefix: -1 }
  let best: string | undefined
  for (const candidate of candidates) {
    const edits = distance(name, candidate)
    const prefix = commonPrefix(name, candidate)
    // Of two names as far away, the one that begins alike: "tabel" is "table" rather than "panel".
    if (edits > nearest.edits || (edits === nearest.edits && prefix <= nearest.prefix)) continue
    nearest = { edits, prefix }
    best = candidate
  }
  return best
}

function commonPrefix(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return length
}
