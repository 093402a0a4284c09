/** How many are under way at once: few enough that a call in between waits for few, enough to share a message. */
const AT_ONCE = 8

/**
 * Restarts a few instances at a time, in their order. Whoever is needed sooner does not wait for all the others: its own
 * call brings it back.
 */
export async function inTurns<T>(items: readonly T[], restart: (item: T) => Promise<void>): Promise<void> {
  for (let first = 0; first < items.length; first += AT_ONCE) {
    await Promise.all(items.slice(first, first + AT_ONCE).map((item) => restart(item)))
  }
}
