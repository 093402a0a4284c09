import { useStore } from 'react-redux'

import { useAppSelector, type RootState } from '../workspace/hooks.ts'
import { editorActions, writeSettings, type EditorSettings } from './editorSlice.ts'

export interface EditorSettingsControl {
  readonly settings: EditorSettings
  /** Changes some of them, and keeps them in this browser. */
  readonly change: (settings: Partial<EditorSettings>) => void
}

export function useEditorSettings(): EditorSettingsControl {
  const store = useStore<RootState>()
  const settings = useAppSelector((state) => state.editor)
  return {
    settings,
    change: (changed) => {
      store.dispatch(editorActions.settingsChanged(changed))
      writeSettings(store.getState().editor)
    },
  }
}
