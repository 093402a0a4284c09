import { isLinkAddress } from '@plugboard/contracts'
import type { NodeOf, Tone } from '@plugboard/contracts'

import { cleanLine } from '../cleanText.ts'
import type { Line } from '../line.ts'
import { type Signs, styleOf } from '../look.ts'
import { lineOf, paragraphs, type Pen, words } from '../pen.ts'

export function drawText(node: NodeOf<'text'>, pen: Pen): readonly Line[] {
  const style = styleOf(node.tone) ?? (node.weight === 'bold' ? 'strong' : undefined)
  if (node.truncate === true) return node.text === '' ? [] : [lineOf(pen, cleanLine(node.text), style)]
  return paragraphs(pen, node.text, style)
}

export function drawHeading(node: NodeOf<'heading'>, pen: Pen): readonly Line[] {
  return words(pen, `${'#'.repeat(node.level ?? 1)} ${node.text}`, 'strong')
}

export function drawBadge(node: NodeOf<'badge'>, pen: Pen): readonly Line[] {
  return words(pen, `(${toneSign(pen.paper.look.signs, node.tone)}${node.text})`, styleOf(node.tone))
}

/** A sign is decoration, unless it has a label. */
export function drawIcon(node: NodeOf<'icon'>, pen: Pen): readonly Line[] {
  return node.label === undefined ? [] : words(pen, `(${node.label})`, styleOf(node.tone))
}

export function drawImage(node: NodeOf<'image'>, pen: Pen): readonly Line[] {
  return node.alt === '' ? [] : words(pen, `[image: ${node.alt}]`, 'dim')
}

/** The address stands in full behind the words: that is all there is to follow. */
export function drawLink(node: NodeOf<'link'>, pen: Pen): readonly Line[] {
  return words(pen, isLinkAddress(node.href) ? `${node.text} <${node.href}>` : node.text, 'accent')
}

export function drawStat(node: NodeOf<'stat'>, pen: Pen): readonly Line[] {
  const delta = node.delta === undefined ? '' : ` (${toneSign(pen.paper.look.signs, node.tone)}${node.delta})`
  return words(pen, `${node.label}: ${node.value}${delta}`, styleOf(node.tone))
}

export function drawDivider(_node: NodeOf<'divider'>, pen: Pen): readonly Line[] {
  return [lineOf(pen, pen.paper.look.signs.rule.repeat(pen.width), 'dim')]
}

export function drawInvalidNode(node: NodeOf<'invalid-node'>, pen: Pen): readonly Line[] {
  return words(pen, `[not shown: ${node.path} ${node.message}]`, 'critical')
}

/** A tone is told by a sign, not by its colour alone. */
export function toneSign(signs: Signs, tone: Tone | undefined): string {
  return tone === undefined || tone === 'neutral' || tone === 'accent' ? '' : `${signs.tones[tone]} `
}
