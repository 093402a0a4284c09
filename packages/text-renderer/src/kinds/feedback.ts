import type { NodeOf, UIEventRef } from '@plugboard/contracts'

import type { Line } from '../line.ts'
import { styleOf } from '../look.ts'
import { indented, paragraphs, type Pen, pressable, words } from '../pen.ts'
import { flow } from '../stack.ts'
import { toneSign } from './words.ts'

/** Columns of a bar. */
const BAR = 20

export function drawProgress(node: NodeOf<'progress'>, pen: Pen): readonly Line[] {
  const { signs } = pen.paper.look
  if (node.value === null) return words(pen, `${node.label} ${signs.more}`, styleOf(node.tone))
  const share = Math.min(1, Math.max(0, node.value / (node.max ?? 100)))
  const full = Math.round(share * BAR)
  const bar = `[${signs.full.repeat(full)}${signs.rest.repeat(BAR - full)}]`
  return words(pen, `${node.label} ${bar} ${Math.floor(share * 100)} %`, styleOf(node.tone))
}

export function drawSpinner(node: NodeOf<'spinner'>, pen: Pen): readonly Line[] {
  return words(pen, `${pen.paper.look.signs.more} ${node.label}`, 'dim')
}

export function drawAlert(node: NodeOf<'alert'>, pen: Pen): readonly Line[] {
  const { signs } = pen.paper.look
  const sign = toneSign(signs, node.tone) || `${signs.tones[node.tone]} `
  const dismiss = node.onDismiss
  return [
    ...words(pen, `${sign}${node.title}`, styleOf(node.tone) ?? 'strong'),
    ...indented(pen, (inside) => (node.text === undefined ? [] : paragraphs(inside, node.text))),
    ...indented(pen, (inside) =>
      flow(inside, [
        node.action === undefined ? [] : drawAction(inside, node.action),
        dismiss === undefined
          ? []
          : pressable(inside, {
              id: 'dismiss',
              label: 'Dismiss',
              effect: { does: 'send', ref: dismiss, event: { type: 'close' } },
            }),
      ]),
    ),
  ]
}

export function drawEmpty(node: NodeOf<'empty'>, pen: Pen): readonly Line[] {
  return [
    ...words(pen, node.title, 'strong'),
    ...(node.text === undefined ? [] : paragraphs(pen, node.text, 'dim')),
    ...(node.action === undefined ? [] : drawAction(pen, node.action)),
  ]
}

function drawAction(pen: Pen, { label, onPress }: { label: string; onPress: UIEventRef }): readonly Line[] {
  return pressable(pen, { id: 'action', label, effect: { does: 'send', ref: onPress, event: { type: 'press' } } })
}
