/**
 * Text of a plugin as it may stand among the host's own words: on one line, and in the order in which it reads.
 *
 * A control character becomes a space. Characters that turn the direction of all that follows are dropped, or a title
 * could rewrite the sentence around it (https://www.unicode.org/reports/tr9/, explicit directional formatting);
 * right-to-left scripts need none of them.
 */
export function cleanDisplayText(text: string): string {
  return text.replaceAll(CONTROLS, ' ').replaceAll(DIRECTIONS, '')
}

const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/gu
