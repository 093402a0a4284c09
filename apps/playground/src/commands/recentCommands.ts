const KEY = 'plugboard-recent-commands'

/** How many are kept. */
export const MOST_RECENT = 6

/** The ids of the commands that were run last, newest first. Whatever else is kept there counts as nothing. */
export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string').slice(0, MOST_RECENT) : []
  } catch {
    return []
  }
}

export function noteRecent(id: string): void {
  const next = [id, ...readRecent().filter((other) => other !== id)].slice(0, MOST_RECENT)
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // It is a convenience: nothing is lost.
  }
}
