import type { ListItem, NodeOf } from '@plugboard/contracts'
import { wordsOf } from '@plugboard/contracts/rendering'

import { type Line, prefixLines } from '../line.ts'
import { narrow, numbered, type Pen, piece, roomFor, words } from '../pen.ts'
import { drawFlow } from '../stack.ts'
import { textWidth } from '../textWidth.ts'

export function drawList(node: NodeOf<'list'>, pen: Pen): readonly Line[] {
  if (node.items.length === 0) return words(pen, `${node.label}: ${node.empty ?? 'Nothing here yet.'}`, 'dim')
  return [
    ...words(pen, `${node.label} (${node.items.length})`, 'strong'),
    ...node.items.flatMap((item) => drawItem(item, { ...pen, path: `${pen.path}/item:${item.key}` })),
  ]
}

function drawItem({ key, onPress, content }: ListItem, pen: Pen): readonly Line[] {
  const number =
    onPress === undefined
      ? ''
      : `${numbered(pen, {
          id: 'press',
          label: wordsOf(content) || key,
          effect: { does: 'send', ref: onPress, event: { type: 'press', key } },
        })} `
  const mark = `${pen.paper.look.signs.bullet} ${number}`
  const room = roomFor(pen, textWidth(mark))
  const lines = drawFlow(narrow(pen, pen.width - room), content)
  if (room === 0) return [...words(pen, mark.trim(), 'press'), ...lines]
  const first = piece(pen, mark, number === '' ? 'dim' : 'press')
  return lines.length === 0 ? [first] : prefixLines(lines, first)
}
