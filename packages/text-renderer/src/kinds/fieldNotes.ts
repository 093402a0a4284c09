import type { FieldNode } from '@plugboard/contracts'
import { explainFault } from '@plugboard/contracts/rendering'

import type { Line } from '../line.ts'
import { indented, type Pen, words } from '../pen.ts'

/** A field with a label of its own: all but tabs. */
export type LabelledField = Exclude<FieldNode, { readonly kind: 'tabs' }>

/** The label, with a star where a value is needed. There is no other way to tell the field, so it is never left out. */
export function fieldLabel(node: LabelledField): string {
  return `${node.label}${node.required === true ? '*' : ''}`
}

/** What is said about a field, below it: what is wrong by the plugin, or by the host, and its help. */
export function fieldNotes(node: LabelledField, pen: Pen): readonly Line[] {
  const { memory, look } = pen.paper
  const fault = memory.faultOf(node)
  const told = [fault === null ? undefined : explainFault(fault), node.error].filter((text) => text !== undefined)
  return indented(pen, (inside) => [
    ...told.flatMap((text) => words(inside, `${look.signs.tones.warning} ${text}`, 'critical')),
    ...(node.help === undefined ? [] : words(inside, node.help, 'dim')),
  ])
}

/** Why a field takes nothing just now, as a word behind it. */
export function fieldState(node: LabelledField): string {
  if (node.disabled === true) return ' (off)'
  return 'readOnly' in node && node.readOnly ? ' (read only)' : ''
}
