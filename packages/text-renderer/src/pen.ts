import type { A11y, DialogNode, FormNode, UINode } from '@plugboard/contracts'

import { cleanLine, cleanLines } from './cleanText.ts'
import { blank, type Line, prefixLines } from './line.ts'
import type { Look, Style } from './look.ts'
import type { Memory } from './memory.ts'
import type { ButtonPress, DrawnAction, Effect } from './textAction.ts'
import { cutText, textWidth, wrapText } from './textWidth.ts'

/** What is the same for all of a drawing. */
export interface Paper {
  readonly look: Look
  readonly memory: Memory
  readonly drawNode: (node: UINode, pen: Pen) => readonly Line[]
  readonly actions: DrawnAction[]
  /** Open dialogs, in reading order. The last of them takes all presses. */
  readonly dialogs: DialogNode[]
  /** The dialog that nothing outside of can be pressed. */
  readonly modal: DialogNode | null
  /** Whether anything can be pressed at all. */
  readonly isLive: boolean
  /** Forms in which a button that sends them was drawn. */
  readonly sentByButton: Set<FormNode>
  /** The button that waits for an answer, once it was drawn. */
  asked: ButtonPress | null
}

/** Where a node is drawn. */
export interface Pen {
  readonly paper: Paper
  /** Columns that its lines may take. */
  readonly width: number
  /** Keys, or places, from the root to here. */
  readonly path: string
  /** What is drawn here; null for words of the renderer's own. */
  readonly node: UINode | null
  readonly depth: number
  /** Whether what is drawn here can be pressed. */
  readonly isLive: boolean
  /** The form around it. */
  readonly form: FormNode | null
}

/** Least columns that are left to what stands in a box: where there are fewer, it has no box. */
const LEAST_INSIDE = 16

/** Columns that a box or a mark of `width` takes before what it holds: none, where it would leave too little. */
export function roomFor(pen: Pen, width: number): number {
  return pen.width - width >= LEAST_INSIDE ? width : 0
}

export function narrow(pen: Pen, width: number): Pen {
  return { ...pen, width: Math.max(1, width) }
}

/** One line of words of ours. */
export function lineOf(pen: Pen, text: string, style?: Style): Line {
  const cut = cutText(text, pen.width, pen.paper.look.signs.more)
  return { text: pen.paper.look.paint(cut, style), width: textWidth(cut) }
}

/** A piece that is known to fit. */
export function piece(pen: Pen, text: string, style?: Style): Line {
  return { text: pen.paper.look.paint(text, style), width: textWidth(text) }
}

/** Words on as many lines as they need; line breaks in them are blanks. */
export function words(pen: Pen, text: string, style?: Style): readonly Line[] {
  return wrapText(cleanLine(text), pen.width).map((line) => piece(pen, line, style))
}

/** Words whose line breaks count; of empty lines one after another the first stays. */
export function paragraphs(pen: Pen, text: string, style?: Style): readonly Line[] {
  const lines = cleanLines(text).map((line) => line.trimEnd())
  return lines
    .filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .flatMap((line) => wrapText(line, pen.width).map((part) => piece(pen, part, style)))
}

/** What `draw` gives, two columns further in where there is room. */
export function indented(pen: Pen, draw: (inside: Pen) => readonly Line[]): readonly Line[] {
  const room = roomFor(pen, 2)
  return prefixLines(draw(narrow(pen, pen.width - room)), blank(room))
}

export interface NumberedOptions {
  /** What tells it from other actions of the same node. */
  readonly id: string
  readonly label: string
  /** Null: it cannot be pressed just now. */
  readonly effect: Effect | null
}

/** Gives an action its number, in the order of the calls: what stands before it in the text. */
export function numbered(pen: Pen, { id, label, effect }: NumberedOptions): string {
  const { actions } = pen.paper
  if (effect === null || !pen.isLive) return '[-]'
  actions.push({
    id: `${pen.path}#${id}`,
    label: cleanLine(label).slice(0, LONGEST_LABEL).toWellFormed(),
    node: pen.node,
    effect,
  })
  return `[${actions.length}]`
}

/** A pressable thing on lines of its own: its number and its words. */
export function pressable(pen: Pen, options: NumberedOptions, style?: Style): readonly Line[] {
  const number = numbered(pen, options)
  return words(pen, `${number} ${options.label}`, number === '[-]' ? 'dim' : (style ?? 'press'))
}

/** What a control says: its label, or its other name where the label is a sign. */
export function controlLabel(label: string, a11y: A11y | undefined): string {
  return a11y?.label === undefined || HAS_WORD.test(label) ? label : a11y.label
}

/** Where a child is drawn, by its key or its place among its siblings. */
export function penFor(pen: Pen, node: UINode, place: number | string): Pen {
  const name = 'key' in node && node.key !== undefined ? `k${node.key}` : `p${place}`
  return { ...pen, node, depth: pen.depth + 1, path: `${pen.path}/${node.kind}:${name}` }
}

/** Characters of the label of an action. */
const LONGEST_LABEL = 120
const HAS_WORD = /\p{L}{2}/u
