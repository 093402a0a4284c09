import type { UINode } from '@plugboard/contracts'

import { drawNode } from './drawNode.ts'
import { blank, type Line } from './line.ts'
import { createLook } from './look.ts'
import { type Memory, NO_MEMORY } from './memory.ts'
import { paragraphs, type Paper, type Pen, pressable, words } from './pen.ts'
import { type ButtonPress, type DrawnAction, messageOf, type TextAction } from './textAction.ts'

/** How trees are drawn as text. */
export interface TextOptions {
  /** Columns of the widest line, 20 to 1,000; 80 when absent. */
  readonly width?: number
  /** Colours, as ANSI escape sequences; none when absent. They are the only ones in the text. */
  readonly color?: boolean
  /** Signs beyond ASCII, for rules, bars and marks; they are used when absent. What plugins write stays as it is. */
  readonly unicode?: boolean
}

/** A tree that was drawn. */
export interface Drawing {
  readonly lines: readonly Line[]
  readonly actions: readonly DrawnAction[]
  /** What a person gets at: all of it, or the dialog on top; null while a question waits for an answer, or nothing is live. */
  readonly reach: UINode | null
}

export interface DrawTreeOptions extends TextOptions {
  readonly memory?: Memory
  /** Whether anything can be pressed; it can when absent. */
  readonly isLive?: boolean
}

/** Draws a tree. What is pressed in it is the topmost dialog's, or the question's that a button asks, if there is one. */
export function drawTree(tree: UINode, options: DrawTreeOptions = {}): Drawing {
  const { memory = NO_MEMORY, isLive = true } = options
  const draw = (parts: Pick<Paper, 'modal' | 'isLive'>): { readonly paper: Paper; readonly lines: readonly Line[] } => {
    const paper = createPaper(options, memory, parts)
    const pen = createPen(paper, options)
    return { paper, lines: paper.drawNode(tree, { ...pen, node: tree, isLive: parts.isLive && parts.modal === null }) }
  }
  const first = draw({ modal: null, isLive })
  const modal = first.paper.dialogs.at(-1) ?? null
  // Who takes the presses is known when all was seen: then it is drawn again, so that only those are numbered.
  const drawn = modal === null ? first : draw({ modal, isLive })
  const { asked } = drawn.paper
  if (!isLive || asked === null) {
    return { lines: drawn.lines, actions: drawn.paper.actions, reach: isLive ? (modal ?? tree) : null }
  }
  const behind = draw({ modal, isLive: false })
  return {
    lines: [...behind.lines, ...drawQuestion(createPen(behind.paper, options), asked)],
    actions: behind.paper.actions,
    reach: null,
  }
}

/** Draws a tree as text, each line at most `width` columns wide. A static picture: a `createTextView` has one that lives. */
export function renderText(tree: UINode, options: TextOptions = {}): string {
  return writeLines(drawTree(tree, options).lines)
}

/** What can be pressed in the text of a tree, by number. */
export function listActions(tree: UINode, options: TextOptions = {}): readonly TextAction[] {
  return toTextActions(drawTree(tree, options).actions)
}

/** Lines as one text, without blanks at their ends. */
export function writeLines(lines: readonly Line[]): string {
  return lines.map(({ text }) => text.trimEnd()).join('\n')
}

export function toTextActions(actions: readonly DrawnAction[]): readonly TextAction[] {
  return actions.map(({ label, node, effect }, index) => ({
    number: index + 1,
    label,
    node,
    get ref() {
      return messageOf(effect).ref
    },
    // Made when it is asked for: the event of a row that is selected names all that are.
    get event() {
      return messageOf(effect).event
    },
  }))
}

export function createPaper(options: TextOptions, memory: Memory, parts: Pick<Paper, 'modal' | 'isLive'>): Paper {
  const { color = false, unicode = true } = options
  return {
    look: createLook({ color, unicode }),
    memory,
    drawNode,
    actions: [],
    dialogs: [],
    sentByButton: new Set(),
    asked: null,
    ...parts,
  }
}

/** A pen for lines of the host's own, beside the tree. */
export function createPen(paper: Paper, { width = 80 }: TextOptions): Pen {
  const columns = Number.isFinite(width) ? Math.min(1_000, Math.max(20, Math.floor(width))) : 80
  return { paper, width: columns, path: '', node: null, depth: 0, isLive: true, form: null }
}

/** What a button asks before it sends anything: the host's words are ours, and nothing else can be pressed. */
function drawQuestion(pen: Pen, asked: ButtonPress): readonly Line[] {
  const { confirm } = asked.button
  if (confirm === undefined) return []
  return [
    blank(0),
    ...words(pen, `? ${confirm.title}`, 'strong'),
    ...(confirm.text === undefined ? [] : paragraphs(pen, confirm.text)),
    ...pressable(pen, { id: 'confirm', label: confirm.confirmLabel, effect: { does: 'confirm', ...asked } }),
    ...pressable(pen, { id: 'cancel', label: 'Cancel', effect: { does: 'cancel' } }),
  ]
}
