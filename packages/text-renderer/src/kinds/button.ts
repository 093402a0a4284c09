import type { NodeOf } from '@plugboard/contracts'

import type { Line } from '../line.ts'
import { controlLabel, type Pen, pressable } from '../pen.ts'

export function drawButton(node: NodeOf<'button'>, pen: Pen): readonly Line[] {
  const { asked, memory } = pen.paper
  const id = `${pen.path}#press`
  const form = node.submit === true ? pen.form : null
  if (form !== null) pen.paper.sentByButton.add(form)
  const isIdle = node.disabled !== true && node.busy !== true && form?.busy !== true
  const isUseful = node.onPress !== undefined || form !== null
  // What the person is asked about has to be what they pressed, to the letter.
  if (asked === null && memory.question?.id === id && memory.question.button === JSON.stringify(node) && isIdle) {
    pen.paper.asked = { button: node, form, memory }
  }
  const label = controlLabel(node.label, node.a11y)
  return pressable(
    pen,
    {
      id: 'press',
      label: node.busy === true ? `${label} (busy)` : label,
      effect: isIdle && isUseful ? { does: 'press', button: node, form, memory, id } : null,
    },
    node.variant === 'danger' ? 'critical' : 'press',
  )
}
