/** One line of a drawing: how it is written, and the columns that it takes, which its colours do not. */
export interface Line {
  readonly text: string
  readonly width: number
}

/** Lines, each after a prefix: the first after `first`, all others after `rest`, which are equally wide. */
export function prefixLines(lines: readonly Line[], first: Line, rest: Line = blank(first.width)): readonly Line[] {
  return lines.map((line, index) => join(index === 0 ? first : rest, line))
}

/** Two pieces beside one another. */
export function join(left: Line, right: Line): Line {
  return { text: left.text + right.text, width: left.width + right.width }
}

/** That many columns of nothing. */
export function blank(width: number): Line {
  return { text: ' '.repeat(Math.max(0, width)), width: Math.max(0, width) }
}

/** The line in a place of `width` columns. */
export function padLine(line: Line, width: number, align: 'start' | 'end' = 'start'): Line {
  const space = blank(width - line.width)
  return align === 'end' ? join(space, line) : join(line, space)
}

/** Blocks of lines beside one another, each in a place of its width, with `gap` columns between them. */
export function besideOneAnother(
  blocks: readonly { readonly lines: readonly Line[]; readonly width: number }[],
  gap: number,
): readonly Line[] {
  const height = blocks.reduce((most, { lines }) => Math.max(most, lines.length), 0)
  return Array.from({ length: height }, (_, row) => {
    const cells = blocks.map(({ lines, width }) => padLine(lines[row] ?? blank(0), width))
    return cells.reduce((line, cell) => join(join(line, blank(gap)), cell))
  })
}
