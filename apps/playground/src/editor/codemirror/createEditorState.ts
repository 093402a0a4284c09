import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'

import { messages } from '../../messages/index.ts'
import type { ProjectFile } from '../../projects/pluginProject.ts'
import { escapeHatch } from './escapeHatch.ts'
import { editorTheme } from './theme.ts'

export interface EditorStateOptions {
  readonly file: ProjectFile
  readonly text: string
  /** What assistive technology calls it. */
  readonly label: string
  readonly isReadOnly: boolean
  /** Completion, checks and the like. */
  readonly support: Extension
}

/** An editor's state for one file. */
export function createEditorState({ file, isReadOnly, label, support, text }: EditorStateOptions): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      // First, so that the browser's own "Save page" never opens. It saves nothing itself: a state outlives what drew it, and
      // would call the save of that.
      keymap.of([{ key: 'Mod-s', run: () => true, preventDefault: true }]),
      escapeHatch(),
      file === 'manifest.json' ? json() : javascript({ jsx: true, typescript: true }),
      lineNumbers(),
      highlightSpecialChars(),
      // Also where nothing is written: a link leads to a line, which is to be seen.
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      bracketMatching(),
      highlightSelectionMatches(),
      search({ top: true }),
      indentUnit.of('  '),
      EditorState.readOnly.of(isReadOnly),
      EditorState.phrases.of(messages.editor.phrases),
      // It is one stop for Tab, and says so: what it scrolls in is none.
      EditorView.contentAttributes.of({
        tabindex: '0',
        'aria-label': label,
        ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
      }),
      editorTheme,
      support,
      isReadOnly ? [] : writing,
      keymap.of([...searchKeymap, ...lintKeymap, ...defaultKeymap]),
    ],
  })
}

const writing: Extension = [
  history(),
  indentOnInput(),
  closeBrackets(),
  keymap.of([...completionKeymap, ...closeBracketsKeymap, ...historyKeymap, indentWithTab]),
]
