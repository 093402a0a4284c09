import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta']

/**
 * Tab indents, but after Escape it leaves the editor, as Shift-Tab then does backwards: nobody is caught in it. It has no
 * time limit, and any other key takes it back.
 */
export function escapeHatch(): Extension {
  return EditorView.domEventHandlers({
    keydown(event, view) {
      if (event.key === 'Escape') view.setTabFocusMode(true)
      else if (event.key !== 'Tab' && !MODIFIERS.includes(event.key)) view.setTabFocusMode(false)
      return false
    },
    focus(_event, view) {
      view.setTabFocusMode(false)
      return false
    },
  })
}
