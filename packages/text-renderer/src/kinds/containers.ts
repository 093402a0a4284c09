import type { NodeOf, Size } from '@plugboard/contracts'
import { sentFields } from '@plugboard/contracts/rendering'

import { drawBox } from '../box.ts'
import { drawnNodesOf } from '../drawnNodes.ts'
import type { Line } from '../line.ts'
import { numbered, type Pen, pressable, words } from '../pen.ts'
import { drawColumns, drawFlow, drawStack } from '../stack.ts'

/** Least columns of a column of a grid. */
const COLUMN_WIDTHS: Readonly<Record<Size, number>> = { sm: 16, md: 24, lg: 36 }

export function drawRow(node: NodeOf<'row'>, pen: Pen): readonly Line[] {
  return drawFlow(pen, node.children, node)
}

export function drawColumn(node: NodeOf<'column'>, pen: Pen): readonly Line[] {
  return drawStack(pen, node.children, node.gap)
}

export function drawGrid(node: NodeOf<'grid'>, pen: Pen): readonly Line[] {
  const gap = 2
  const fit = Math.floor((pen.width + gap) / (COLUMN_WIDTHS[node.minColumn ?? 'md'] + gap))
  const count = Math.max(1, Math.min(fit, node.columns ?? fit, node.children.length))
  return drawColumns(pen, node.children, { gap, count })
}

export function drawPanel(node: NodeOf<'panel'>, pen: Pen): readonly Line[] {
  const { look, memory } = pen.paper
  const isFoldable = node.collapsible === true
  const isOpen = !isFoldable || memory.isOpen(pen.path, node.open)
  const title = node.title ?? ''
  const number = isFoldable
    ? `${numbered(pen, {
        id: 'fold',
        label: title,
        effect: { does: 'fold', path: pen.path, open: node.open, next: !isOpen },
      })} ${isOpen ? look.signs.unfolded : look.signs.folded} `
    : ''
  return drawBox(pen, {
    title: `${number}${title}`,
    tone: node.tone,
    draw: (inside) => [
      ...drawFlow({ ...inside, path: `${inside.path}/actions` }, node.actions ?? []),
      ...(isOpen ? drawStack(inside, node.children) : []),
    ],
  })
}

/** A form without a button of its own to send it has one of ours. */
export function drawForm(node: NodeOf<'form'>, pen: Pen): readonly Line[] {
  const inside: Pen = { ...pen, form: node }
  const { memory } = pen.paper
  const wrong = sentFields(node, drawnNodesOf).filter((field) => memory.faultOf(field) !== null)
  const children = [
    ...drawStack(inside, node.children),
    // Told here too: a field may stand in a tab that is not seen.
    ...(wrong.length === 0 ? [] : words(pen, `Not sent: ${wrong.map(({ label }) => label).join(', ')}`, 'critical')),
  ]
  if (pen.paper.sentByButton.has(node)) return children
  return [
    ...children,
    ...pressable(inside, {
      id: 'submit',
      label: node.busy === true ? 'Send (busy)' : 'Send',
      effect: node.busy === true ? null : { does: 'submit', form: node, memory },
    }),
  ]
}

export function drawDialog(node: NodeOf<'dialog'>, pen: Pen): readonly Line[] {
  if (!node.open) return []
  const { paper } = pen
  paper.dialogs.push(node)
  const isTop = paper.modal === node
  // A dialog is dealt with before anything else: what is outside of it cannot be pressed.
  const own: Pen = { ...pen, isLive: pen.isLive || (isTop && paper.isLive) }
  return drawBox(own, {
    title: node.title,
    isDialog: true,
    draw: (inside) => [
      ...drawStack(inside, node.children),
      ...drawFlow({ ...inside, path: `${inside.path}/footer` }, node.footer ?? []),
      ...pressable(inside, {
        id: 'close',
        label: 'Close',
        effect: { does: 'send', ref: node.onClose, event: { type: 'close' } },
      }),
    ],
  })
}

/** A terminal has no components of a host's: what the plugin offers instead, or the name. */
export function drawCustom(node: NodeOf<'custom'>, pen: Pen): readonly Line[] {
  const fallback = node.fallback ?? []
  return fallback.length === 0 ? words(pen, `[${node.component}]`, 'dim') : drawStack(pen, fallback)
}
