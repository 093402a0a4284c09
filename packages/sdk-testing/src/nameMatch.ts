import { cleanDisplayText } from '@plugboard/contracts'

/** What something is called: the whole of its words, or a pattern that is found in them. */
export type NameMatch = string | RegExp

/** Whether one of some names is meant. Blanks at the ends and rows of them do not count. */
export function isNamed(names: readonly string[], match: NameMatch): boolean {
  if (typeof match === 'string') {
    const wanted = toOneLine(match)
    return names.some((name) => toOneLine(name) === wanted)
  }
  // A pattern with the flag `g` or `y` remembers where it stopped.
  return names.some((name) => toOneLine(name).search(match) >= 0)
}

/** A name as it stands in a message. */
export function writeName(match: NameMatch): string {
  return typeof match === 'string' ? `"${toOneLine(match)}"` : String(match)
}

function toOneLine(text: string): string {
  return cleanDisplayText(text).replaceAll(/\s+/g, ' ').trim()
}
