/**
 * Code as it is, not as it would be drawn: characters that turn the direction of what follows stand there as escapes, or
 * a line could read as another one than runs (https://trojansource.codes/).
 */
export function showMarks(code: string): string {
  return code.replaceAll(DIRECTIONS, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`)
}

const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g
