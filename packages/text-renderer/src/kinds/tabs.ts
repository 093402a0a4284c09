import type { NodeOf } from '@plugboard/contracts'

import type { Line } from '../line.ts'
import { numbered, type Pen, piece, words } from '../pen.ts'
import { drawStack, flow } from '../stack.ts'

export function drawTabs(node: NodeOf<'tabs'>, pen: Pen): readonly Line[] {
  const chosen = pen.paper.memory.valueOf(node)
  const selected = node.tabs.find(({ id }) => id === chosen) ?? node.tabs[0]
  const heads = node.tabs.map((tab) => {
    const text = tab.badge === undefined ? tab.label : `${tab.label} (${tab.badge})`
    if (tab === selected) return words(pen, `[${pen.paper.look.signs.chosen} ${text}]`, 'strong')
    const number = numbered(pen, {
      id: `tab:${tab.id}`,
      label: tab.label,
      effect: { does: 'set', field: node, next: () => tab.id },
    })
    return words(pen, `${number} ${text}`, number === '[-]' ? 'dim' : 'press')
  })
  return [
    ...flow(pen, [words(pen, `${node.label}:`, 'dim'), ...heads]),
    ...(selected === undefined ? [] : drawStack({ ...pen, path: `${pen.path}/tab:${selected.id}` }, selected.children)),
    piece(pen, pen.paper.look.signs.rule.repeat(pen.width), 'dim'),
  ]
}
