import { linter, setDiagnosticsEffect, type Diagnostic } from '@codemirror/lint'
import { RangeSetBuilder, StateField, type EditorState, type Extension, type Text } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'

import { messages } from '../../messages/index.ts'
import type { TypeProblem } from '../types/pluginTypes.ts'

/** What is wrong in a text. It may answer late: an answer for a text that has changed since is dropped. */
export type FindProblems = (text: string) => Promise<readonly TypeProblem[]>

export interface ProblemLinesOptions {
  readonly find: FindProblems
  /** Told whenever the problems are known anew. */
  readonly onCount: (count: number) => void
}

/** Milliseconds without a key before a text is checked. */
const PAUSE_MS = 250

/** Lines that show their problem below them: more than these would hide the text. */
const MOST_LINES = 20

/** Underlines what is wrong, and says below the line what it is, with a button where it is known how to mend it. */
export function problemLines({ find, onCount }: ProblemLinesOptions): Extension {
  return [
    linter(async ({ state }) => (await find(state.doc.toString())).map((problem) => toDiagnostic(problem, state)), {
      delay: PAUSE_MS,
    }),
    lines,
    EditorView.updateListener.of(({ transactions }) => {
      for (const { effects } of transactions) {
        for (const effect of effects) if (effect.is(setDiagnosticsEffect)) onCount(effect.value.length)
      }
    }),
  ]
}

function toDiagnostic({ fix, from, message, severity, to }: TypeProblem, { doc }: EditorState): Diagnostic {
  return {
    from: Math.min(from, doc.length),
    to: Math.min(to, doc.length),
    severity,
    message,
    ...(fix === undefined
      ? {}
      : {
          actions: [
            { name: messages.editor.fix, apply: (view) => view.dispatch({ changes: fix, userEvent: 'input' }) },
          ],
        }),
  }
}

const lines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setDiagnosticsEffect)) return describeLines(effect.value, transaction.state.doc)
    }
    return transaction.docChanged ? shown.map(transaction.changes) : shown
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** The first problem of each line. */
function describeLines(diagnostics: readonly Diagnostic[], doc: Text): DecorationSet {
  const first = new Map<number, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const { number } = doc.lineAt(Math.min(diagnostic.from, doc.length))
    if (!first.has(number) && first.size < MOST_LINES) first.set(number, diagnostic)
  }
  const builder = new RangeSetBuilder<Decoration>()
  for (const [number, diagnostic] of [...first].toSorted(([one], [other]) => one - other)) {
    const { to } = doc.line(number)
    builder.add(to, to, Decoration.widget({ widget: new ProblemLine(diagnostic), block: true, side: 1 }))
  }
  return builder.finish()
}

class ProblemLine extends WidgetType {
  readonly #diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic) {
    super()
    this.#diagnostic = diagnostic
  }

  // Otherwise it is drawn anew with each check, and a button loses the focus.
  override eq(other: ProblemLine): boolean {
    const { from, message } = this.#diagnostic
    return other.#diagnostic.message === message && other.#diagnostic.from === from
  }

  override toDOM(view: EditorView): HTMLElement {
    const { actions, from, message, severity, to } = this.#diagnostic
    const line = document.createElement('div')
    line.className = `problem-line ${severity}`
    const text = document.createElement('span')
    text.className = 'grow'
    text.textContent = message
    line.append(text)
    for (const { apply, name } of actions ?? []) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'btn'
      button.textContent = name
      button.addEventListener('click', () => {
        apply(view, from, to)
        view.focus()
      })
      line.append(button)
    }
    return line
  }

  override ignoreEvent(): boolean {
    return true
  }
}
