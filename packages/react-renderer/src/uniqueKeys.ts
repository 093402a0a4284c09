/**
 * React keys for keyed items. Two items with one key would make React drop one of them; the later ones get a suffix, so
 * that everything is drawn and the first keeps its identity.
 */
export function uniqueKeys(items: readonly { readonly key: string }[]): readonly string[] {
  const seen = new Map<string, number>()
  return items.map(({ key }) => {
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return count === 0 ? key : `${key}\u0000${count}`
  })
}
