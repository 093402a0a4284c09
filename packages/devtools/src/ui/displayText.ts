import { cleanDisplayText } from '@plugboard/contracts'

/** Longest text that stands among the host's own words, in characters. */
const SHOWN_LENGTH = 200

/** Text of a plugin as it may stand among the host's own words: on one line, cut, and in the order in which it reads. */
export function displayText(text: string, length: number = SHOWN_LENGTH): string {
  const isCut = text.length > length
  // Cut first: what is not shown is not read either.
  return cleanDisplayText(isCut ? text.slice(0, length) : text) + (isCut ? '…' : '')
}
