import type { PluginLimits } from '@plugboard/contracts'

/** What a saved instance gets of the limits that were saved with it: each of them, but none above the host's own. */
export function capLimits(own: PluginLimits, saved: Partial<PluginLimits> = {}): PluginLimits {
  return lower(own, { ...own, ...saved })
}

function lower<T extends object>(most: T, asked: T): T {
  const figures = Object.entries(most).map(([name, figure]: [string, unknown]) => {
    const wish = asked[name as keyof T] // A name of theirs.
    if (typeof figure === 'number') return [name, Math.min(figure, Number(wish))]
    return [name, lower(figure as object, wish as object)] // A figure for each kind of call.
  })
  return Object.fromEntries(figures) as T // As above.
}
