/** Rows that a key goes over at once where nobody knows how many are seen. */
export const PAGE = 10

/** How long typed letters belong together, in milliseconds. */
const TYPE_PAUSE = 500

/** Where a key leads from a place, before it is known whether there is a row to press. Null: it is no such key. */
export function targetOf(
  key: string,
  { count, page, place }: { readonly place: number; readonly count: number; readonly page: number },
): { readonly place: number; readonly step: 1 | -1 } | null {
  switch (key) {
    case 'ArrowDown':
      return { place: place + 1, step: 1 }
    case 'ArrowUp':
      return { place: place - 1, step: -1 }
    case 'PageDown':
      return { place: Math.min(place + page, count - 1), step: -1 }
    case 'PageUp':
      return { place: Math.max(place - page, 0), step: 1 }
    case 'Home':
      return { place: 0, step: 1 }
    case 'End':
      return { place: count - 1, step: -1 }
    default:
      return null
  }
}

/** Letters that were typed among the rows. */
export interface TypedLetters {
  readonly letters: string
  readonly at: number
}

/** The letters with one more. Null: the key is none. */
export function typeLetter(typed: TypedLetters, key: string, now: number): TypedLetters | null {
  const isOn = typed.letters !== '' && now - typed.at < TYPE_PAUSE
  // A space presses the row, unless it stands between words.
  if (key.length !== 1 || (key === ' ' && !isOn)) return null
  return { letters: (isOn ? typed.letters : '') + key.toLocaleLowerCase(), at: now }
}

/** What to look for, and whether the row that one is at counts: the same letter again leads to the next row. */
export function lookFor({ letters }: TypedLetters): { readonly start: string; readonly isHereToo: boolean } {
  const first = letters.charAt(0)
  const isRepeated = letters === first.repeat(letters.length)
  return isRepeated ? { start: first, isHereToo: false } : { start: letters, isHereToo: true }
}
