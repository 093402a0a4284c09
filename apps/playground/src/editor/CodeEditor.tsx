import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useEffectEvent, useRef, type ReactElement } from 'react'

import type { ProjectFile } from '../projects/pluginProject.ts'
import { createEditorState } from './codemirror/createEditorState.ts'
import { findChange } from './codemirror/findChange.ts'

/** Where a cursor is: both from 1. */
export interface CursorPlace {
  readonly line: number
  readonly column: number
}

export interface CodeEditorProps {
  readonly file: ProjectFile
  readonly text: string
  /** The text as it is now, also where that was not drawn yet. */
  readonly readText: () => string
  readonly label: string
  readonly isReadOnly?: boolean
  /** Completion, checks and the like: of the first drawing. */
  readonly support: Extension
  /** What is kept of an editor that was closed: its history and its cursor. */
  readonly kept: Map<string, EditorState>
  /** Where the cursor is to go; another object goes there again. */
  readonly place: CursorPlace | null
  readonly onChange: (text: string) => void
  readonly onCursor: (place: CursorPlace) => void
}

/** CodeMirror for one file. Give it a `key` by file: it does not change into another one. */
export function CodeEditor(props: CodeEditorProps): ReactElement {
  const { file, place, text } = props
  const parent = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | null>(null)
  const change = useEffectEvent(props.onChange)
  const tellCursor = useEffectEvent(props.onCursor)
  const begin = useEffectEvent((): EditorState => {
    const { isReadOnly = false, kept, label, support } = props
    const state = kept.get(file)
    if (state?.doc.toString() === text) return state
    return createEditorState({ file, text, label, isReadOnly, support })
  })
  const show = useEffectEvent((drawn: string) => {
    const view = editor.current
    const before = view?.state.doc.toString()
    if (view === null || before === undefined || before === drawn) return
    // What was drawn may be older than what has been typed since.
    const found = findChange(before, props.readText())
    if (found !== null) view.dispatch({ changes: found })
  })
  const keep = useEffectEvent((state: EditorState) => props.kept.set(file, state))

  useEffect(() => {
    if (parent.current === null) return undefined
    const view = new EditorView({
      parent: parent.current,
      state: begin(),
      dispatchTransactions: (transactions, target) => {
        target.update(transactions)
        if (transactions.some(({ docChanged }) => docChanged)) change(target.state.doc.toString())
        if (transactions.some(({ docChanged, selection }) => docChanged || selection !== undefined)) {
          tellCursor(cursorOf(target.state))
        }
      },
    })
    editor.current = view
    tellCursor(cursorOf(view.state))
    return () => {
      keep(view.state)
      view.destroy()
      editor.current = null
    }
  }, [])

  // What was changed elsewhere: formatted, rolled back, restored.
  useEffect(() => {
    show(text)
  }, [text])

  useEffect(() => {
    const view = editor.current
    if (view === null || place === null) return
    const line = view.state.doc.line(Math.min(place.line, view.state.doc.lines))
    const at = Math.min(line.from + place.column - 1, line.to)
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
    view.focus()
  }, [place])

  return <div ref={parent} className="code-editor" />
}

function cursorOf({ doc, selection }: EditorState): CursorPlace {
  const { head } = selection.main
  const line = doc.lineAt(head)
  return { line: line.number, column: head - line.from + 1 }
}
