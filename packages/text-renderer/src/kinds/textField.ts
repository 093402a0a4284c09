import type { NodeOf } from '@plugboard/contracts'

import { type Line, prefixLines } from '../line.ts'
import { narrow, paragraphs, type Pen, piece, roomFor, words } from '../pen.ts'
import { fieldLabel, fieldNotes, fieldState } from './fieldNotes.ts'

/** What stands where nothing was typed. */
const NOTHING = '____'

export function drawInput(node: NodeOf<'input'>, pen: Pen): readonly Line[] {
  const value = textOf(pen, node)
  // As many signs for any password: its length is nobody's business.
  const shown = node.type === 'password' && value !== '' ? pen.paper.look.signs.hidden.repeat(8) : value
  const before = node.prefix === undefined ? '' : `${node.prefix} `
  const after = node.suffix === undefined ? '' : ` ${node.suffix}`
  const hint = value === '' && node.placeholder !== undefined ? ` (${node.placeholder})` : ''
  return [
    ...words(
      pen,
      `${fieldLabel(node)}: ${before}[${shown === '' ? NOTHING : shown}]${after}${hint}${fieldState(node)}`,
    ),
    ...fieldNotes(node, pen),
  ]
}

export function drawTextarea(node: NodeOf<'textarea'>, pen: Pen): readonly Line[] {
  const value = textOf(pen, node)
  const hint = value === '' && node.placeholder !== undefined ? ` (${node.placeholder})` : ''
  const room = roomFor(pen, 2)
  const lines = paragraphs(narrow(pen, pen.width - room), value === '' ? NOTHING : value)
  return [
    ...words(pen, `${fieldLabel(node)}:${hint}${fieldState(node)}`),
    ...(room === 0 ? lines : prefixLines(lines, side(pen), side(pen))),
    ...fieldNotes(node, pen),
  ]
}

function textOf(pen: Pen, node: NodeOf<'input' | 'textarea'>): string {
  const value = pen.paper.memory.valueOf(node)
  return typeof value === 'string' ? value : ''
}

function side(pen: Pen): Line {
  return piece(pen, `${pen.paper.look.signs.boxSide} `, 'dim')
}
