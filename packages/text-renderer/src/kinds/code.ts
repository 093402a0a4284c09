import type { NodeOf } from '@plugboard/contracts'

import { cleanLine } from '../cleanText.ts'
import { type Line, prefixLines } from '../line.ts'
import { narrow, type Pen, piece, roomFor, words } from '../pen.ts'
import { breakText } from '../textWidth.ts'

/** Lines as they are, broken where they are too long, with a rule at their side. */
export function drawCode(node: NodeOf<'code'>, pen: Pen): readonly Line[] {
  const rows = node.text.split(/\r\n|\n/u)
  const digits = node.lineNumbers === true ? `${rows.length}`.length + 1 : 0
  const room = roomFor(pen, digits + 2)
  const inside = narrow(pen, pen.width - room)
  const side = (text: string): Line =>
    piece(pen, `${text.padStart(digits - 1)}${digits > 0 ? ' ' : ''}${pen.paper.look.signs.boxSide} `, 'dim')
  const body = rows.flatMap((row, index) => {
    const parts = breakText(cleanLine(row.replaceAll('\t', '  ')), inside.width)
    const lines = (parts.length === 0 ? [''] : parts).map((part) => piece(pen, part))
    return room === 0 ? lines : prefixLines(lines, side(digits > 0 ? `${index + 1}` : ''), side(''))
  })
  return [...(node.language === undefined ? [] : words(pen, node.language, 'dim')), ...body]
}
