import { cleanDisplayText } from '@plugboard/contracts'

/**
 * Text of a plugin as one line of a terminal: no control characters, so that nothing of it moves the cursor or starts an
 * escape sequence, and no characters that are not seen, so that its width is what a person sees. Joined signs come apart,
 * because terminals do not agree on how wide they are together; of stacked accents the first four stay.
 */
export function cleanLine(text: string): string {
  if (PRINTABLE.test(text)) return text
  return cleanDisplayText(text).replaceAll(UNSEEN, '').replaceAll(STACKED, '$1').toWellFormed()
}

/** The same for text whose line breaks count. */
export function cleanLines(text: string): readonly string[] {
  return text.split(LINE_BREAK).map(cleanLine)
}

const PRINTABLE = /^[\u0020-\u007E]*$/u
const LINE_BREAK = /\r\n|[\n\u2028\u2029]/u
// What is ignorable by default, and the marks of annotations, which are not but say nothing either.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu
const STACKED = /(\p{M}{4})\p{M}+/gu
