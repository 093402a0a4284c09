import stringWidth from 'string-width'

/** Columns that a clean text takes in a terminal: 2 for wide characters, 0 for accents. */
export function textWidth(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text)
}

/** The text on lines of at most `width` columns: broken at blanks where it can be, inside of words where it must. */
export function wrapText(text: string, width: number): readonly string[] {
  if (textWidth(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ')) {
    const size = textWidth(word)
    if (line !== '' && used + 1 + size <= width) {
      line += ` ${word}`
      used += 1 + size
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = size <= width ? [word] : breakText(word, width)
    for (const piece of pieces.slice(0, -1)) lines.push(piece)
    line = pieces.at(-1) ?? ''
    used = textWidth(line)
  }
  if (line !== '') lines.push(line)
  return lines
}

/** The text in pieces of at most `width` columns, every blank kept. */
export function breakText(text: string, width: number): readonly string[] {
  if (textWidth(text) <= width) return [text]
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const { segment } of GRAPHEMES.segment(text)) {
    const size = textWidth(segment)
    if (used + size > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += segment
    used += size
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}

/** The text, cut to `width` columns with a mark at the end when it is longer. */
export function cutText(text: string, width: number, mark: string): string {
  if (textWidth(text) <= width) return text
  // As many characters as columns are enough to be cut from, and the rest may be long; an accent takes none.
  const [start = ''] = breakText(text.slice(0, width * 16), Math.max(1, width - textWidth(mark)))
  return `${start}${mark}`
}

const ASCII = /^[\u0020-\u007E]*$/
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })
