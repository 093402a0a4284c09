import { closest, distance } from 'fastest-levenshtein'

/** The name in `candidates` that was probably meant by `name`, or undefined when none is close. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || name.length > 64) return undefined
  const best = closest(name, candidates)
  // Two edits cover a swapped pair of letters; longer names may differ more.
  const tolerance = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3))
  return distance(name, best) <= tolerance ? best : undefined
}
