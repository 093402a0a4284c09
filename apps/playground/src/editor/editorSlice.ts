import { createSlice, type ActionCreatorWithPayload, type PayloadAction, type Reducer } from '@reduxjs/toolkit'

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

const initialState: EditorSettings = { isRunOnSave: true, isStateKept: true, previewWidth: 'desktop' }

const editorSlice = createSlice({
  name: 'editor',
  initialState,
  reducers: {
    settingsChanged: (state, { payload }: PayloadAction<Partial<EditorSettings>>) => ({ ...state, ...payload }),
  },
})

export const editorReducer: Reducer<EditorSettings> = editorSlice.reducer
export const editorActions: EditorActions = editorSlice.actions
