import type { Tone } from '@plugboard/contracts'

import { cleanLine } from './cleanText.ts'
import { type Line, prefixLines } from './line.ts'
import { styleOf } from './look.ts'
import { lineOf, narrow, type Pen, piece, roomFor } from './pen.ts'
import { textWidth } from './textWidth.ts'

export interface BoxOptions {
  /** Empty: a box without a title. */
  readonly title: string
  readonly tone?: Tone | undefined
  /** With the double lines of a dialog. */
  readonly isDialog?: boolean
  readonly draw: (inside: Pen) => readonly Line[]
}

/** What `draw` gives between two rules, with a line at its side where there is room for one. */
export function drawBox(pen: Pen, { title, tone, isDialog = false, draw }: BoxOptions): readonly Line[] {
  const { signs } = pen.paper.look
  const [top, side, bottom, rule] = isDialog
    ? [signs.dialogTop, signs.dialogSide, signs.dialogBottom, signs.dialogRule]
    : [signs.boxTop, signs.boxSide, signs.boxBottom, signs.rule]
  const style = styleOf(tone) ?? 'dim'
  const room = roomFor(pen, 2)
  const lines = draw(narrow(pen, pen.width - room))
  const name = cleanLine(title)
  const head = name === '' ? `${top}${rule}` : `${top}${rule} ${name} `
  return [
    lineOf(
      pen,
      head + rule.repeat(Math.max(0, pen.width - textWidth(head))),
      name === '' ? style : (styleOf(tone) ?? 'strong'),
    ),
    ...(room === 0 ? lines : prefixLines(lines, piece(pen, `${side} `, style), piece(pen, `${side} `, style))),
    lineOf(pen, bottom + rule.repeat(Math.max(0, pen.width - 1)), style),
  ]
}
