import {
  createSlice,
  type ActionCreatorWithoutPayload,
  type ActionCreatorWithPayload,
  type PayloadAction,
  type Reducer,
} from '@reduxjs/toolkit'

/** What a narrow screen shows; a wide one shows all of them at once. */
export type MobileView = 'packages' | 'run' | 'timeline' | 'more'

/** What the page shows beside its devtools, which know what is selected. Nothing in here reaches a plugin. */
export interface WorkspaceState {
  readonly phase: 'starting' | 'ready' | 'failed'
  readonly isInspectorOpen: boolean
  readonly packageQuery: string
  readonly mobileView: MobileView
  /** A refusal that the person should see, in plain words. */
  readonly refusal: string | null
}

/** What can happen to the workspace. */
export interface WorkspaceActions {
  readonly phaseChanged: ActionCreatorWithPayload<WorkspaceState['phase']>
  readonly inspectorOpened: ActionCreatorWithoutPayload
  readonly inspectorClosed: ActionCreatorWithoutPayload
  readonly packageQueryChanged: ActionCreatorWithPayload<string>
  readonly mobileViewChanged: ActionCreatorWithPayload<MobileView>
  /** What was saved of the page is there again. */
  readonly layoutRestored: ActionCreatorWithPayload<Partial<WorkspaceState>>
  /** Everything is as at a first visit. */
  readonly workspaceCleared: ActionCreatorWithoutPayload
  readonly refusalShown: ActionCreatorWithPayload<string>
  readonly refusalDismissed: ActionCreatorWithoutPayload
}

const initialState: WorkspaceState = {
  phase: 'starting',
  isInspectorOpen: false,
  packageQuery: '',
  mobileView: 'run',
  refusal: null,
}

const workspaceSlice = createSlice({
  name: 'workspace',
  initialState,
  reducers: {
    phaseChanged: (state, action: PayloadAction<WorkspaceState['phase']>) => ({ ...state, phase: action.payload }),
    inspectorOpened: (state) => ({ ...state, isInspectorOpen: true }),
    inspectorClosed: (state) => ({ ...state, isInspectorOpen: false }),
    packageQueryChanged: (state, action: PayloadAction<string>) => ({ ...state, packageQuery: action.payload }),
    mobileViewChanged: (state, action: PayloadAction<MobileView>) => ({ ...state, mobileView: action.payload }),
    layoutRestored: (state, action: PayloadAction<Partial<WorkspaceState>>) => ({ ...state, ...action.payload }),
    workspaceCleared: ({ mobileView, phase }) => ({ ...initialState, phase, mobileView }),
    refusalShown: (state, action: PayloadAction<string>) => ({ ...state, refusal: action.payload }),
    refusalDismissed: (state) => ({ ...state, refusal: null }),
  },
})

export const workspaceReducer: Reducer<WorkspaceState> = workspaceSlice.reducer

export const workspaceActions: WorkspaceActions = workspaceSlice.actions
