import { createSlice, type ActionCreatorWithPayload, type PayloadAction, type Reducer } from '@reduxjs/toolkit'

import { definePreference } from '../ui/preference.ts'

/** How a person likes the editor. */
export interface EditorSettings {
  /** Whether saving runs what was saved. Nothing ever runs while it is being typed. */
  readonly isRunOnSave: boolean
  /** Whether instances go on with their state. */
  readonly isStateKept: boolean
  readonly previewWidth: 'desktop' | 'phone'
}

export interface EditorActions {
  readonly settingsChanged: ActionCreatorWithPayload<Partial<EditorSettings>>
}

const SWITCH = ['on', 'off'] as const
const runOnSave = definePreference({ name: 'run-on-save', values: SWITCH, fallback: 'on' })
const keepState = definePreference({ name: 'keep-state', values: SWITCH, fallback: 'on' })
const previewWidth = definePreference({ name: 'preview-width', values: ['desktop', 'phone'], fallback: 'desktop' })

/** Keeps the settings in this browser. */
export function writeSettings({ isRunOnSave, isStateKept, ...rest }: EditorSettings): void {
  runOnSave.write(isRunOnSave ? 'on' : 'off')
  keepState.write(isStateKept ? 'on' : 'off')
  previewWidth.write(rest.previewWidth)
}

function readSettings(): EditorSettings {
  return {
    isRunOnSave: runOnSave.read() === 'on',
    isStateKept: keepState.read() === 'on',
    previewWidth: previewWidth.read(),
  }
}

const editorSlice = createSlice({
  name: 'editor',
  initialState: readSettings,
  reducers: {
    settingsChanged: (state, { payload }: PayloadAction<Partial<EditorSettings>>) => ({ ...state, ...payload }),
  },
})

export const editorReducer: Reducer<EditorSettings> = editorSlice.reducer
export const editorActions: EditorActions = editorSlice.actions
