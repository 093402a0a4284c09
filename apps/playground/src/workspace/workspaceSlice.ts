import type { LogLine } from '@plugboard/contracts'
import {
  createSlice,
  type ActionCreatorWithoutPayload,
  type ActionCreatorWithPayload,
  type PayloadAction,
  type Reducer,
} from '@reduxjs/toolkit'

export const PANEL_NAMES = ['timeline', 'console', 'domains', 'problems'] as const
export const INSPECTOR_TABS = ['grants', 'state', 'resources', 'manifest'] as const

export type PanelName = (typeof PANEL_NAMES)[number]
export type InspectorTab = (typeof INSPECTOR_TABS)[number]
export type OutcomeFilter = 'all' | 'denied' | 'ignored'
/** What a narrow screen shows; a wide one shows all of them at once. */
export type MobileView = 'packages' | 'run' | 'timeline' | 'more'

export interface TimedLogLine extends LogLine {
  readonly at: number
}

/** What the person at the screen is looking at. Nothing in here reaches a plugin. */
export interface WorkspaceState {
  readonly phase: 'starting' | 'ready' | 'failed'
  readonly selectedInstanceId: string | null
  readonly selectedSeq: number | null
  readonly panel: PanelName
  readonly inspectorTab: InspectorTab
  readonly isInspectorOpen: boolean
  readonly outcomeFilter: OutcomeFilter
  readonly eventQuery: string
  readonly packageQuery: string
  /** Records up to this number are hidden by "Clear timeline". */
  readonly clearedSeq: number
  readonly mobileView: MobileView
  readonly log: readonly TimedLogLine[]
  /** A refusal that the person should see, in plain words. */
  readonly refusal: string | null
}

/** What can happen to the workspace. */
export interface WorkspaceActions {
  readonly phaseChanged: ActionCreatorWithPayload<WorkspaceState['phase']>
  readonly instanceSelected: ActionCreatorWithPayload<string | null>
  readonly instanceInspected: ActionCreatorWithPayload<string>
  readonly inspectorClosed: ActionCreatorWithoutPayload
  readonly eventSelected: ActionCreatorWithPayload<number | null>
  readonly eventReviewed: ActionCreatorWithPayload<{ readonly seq: number; readonly instanceId: string }>
  readonly panelChanged: ActionCreatorWithPayload<PanelName>
  readonly inspectorTabChanged: ActionCreatorWithPayload<InspectorTab>
  readonly outcomeFilterChanged: ActionCreatorWithPayload<OutcomeFilter>
  readonly eventQueryChanged: ActionCreatorWithPayload<string>
  readonly packageQueryChanged: ActionCreatorWithPayload<string>
  readonly timelineCleared: ActionCreatorWithPayload<number>
  readonly mobileViewChanged: ActionCreatorWithPayload<MobileView>
  /** What was saved of the page is there again. */
  readonly layoutRestored: ActionCreatorWithPayload<Partial<WorkspaceState>>
  /** Everything is as at a first visit. */
  readonly workspaceCleared: ActionCreatorWithoutPayload
  readonly logReceived: ActionCreatorWithPayload<TimedLogLine>
  readonly refusalShown: ActionCreatorWithPayload<string>
  readonly refusalDismissed: ActionCreatorWithoutPayload
}

const LOG_LIMIT = 500

const initialState: WorkspaceState = {
  phase: 'starting',
  selectedInstanceId: null,
  selectedSeq: null,
  panel: 'timeline',
  inspectorTab: 'grants',
  isInspectorOpen: false,
  outcomeFilter: 'all',
  eventQuery: '',
  packageQuery: '',
  clearedSeq: 0,
  mobileView: 'run',
  log: [],
  refusal: null,
}

const workspaceSlice = createSlice({
  name: 'workspace',
  initialState,
  reducers: {
    phaseChanged: (state, action: PayloadAction<WorkspaceState['phase']>) => ({ ...state, phase: action.payload }),
    instanceSelected: (state, action: PayloadAction<string | null>) => ({
      ...state,
      selectedInstanceId: action.payload,
    }),
    instanceInspected: (state, action: PayloadAction<string>) => ({
      ...state,
      selectedInstanceId: action.payload,
      isInspectorOpen: true,
    }),
    inspectorClosed: (state) => ({ ...state, isInspectorOpen: false }),
    eventSelected: (state, action: PayloadAction<number | null>) => ({ ...state, selectedSeq: action.payload }),
    eventReviewed: (state, action: PayloadAction<{ readonly seq: number; readonly instanceId: string }>) => ({
      ...state,
      selectedSeq: action.payload.seq,
      selectedInstanceId: action.payload.instanceId,
      panel: 'timeline' as const,
      outcomeFilter: 'all' as const,
      eventQuery: '',
      mobileView: 'timeline' as const,
    }),
    panelChanged: (state, action: PayloadAction<PanelName>) => ({ ...state, panel: action.payload }),
    inspectorTabChanged: (state, action: PayloadAction<InspectorTab>) => ({ ...state, inspectorTab: action.payload }),
    outcomeFilterChanged: (state, action: PayloadAction<OutcomeFilter>) => ({
      ...state,
      outcomeFilter: action.payload,
    }),
    eventQueryChanged: (state, action: PayloadAction<string>) => ({ ...state, eventQuery: action.payload }),
    packageQueryChanged: (state, action: PayloadAction<string>) => ({ ...state, packageQuery: action.payload }),
    timelineCleared: (state, action: PayloadAction<number>) => ({
      ...state,
      clearedSeq: action.payload,
      selectedSeq: null,
    }),
    mobileViewChanged: (state, action: PayloadAction<MobileView>) => ({ ...state, mobileView: action.payload }),
    layoutRestored: (state, action: PayloadAction<Partial<WorkspaceState>>) => ({ ...state, ...action.payload }),
    workspaceCleared: ({ mobileView, phase }) => ({ ...initialState, phase, mobileView }),
    logReceived: (state, action: PayloadAction<TimedLogLine>) => ({
      ...state,
      log: [...state.log, action.payload].slice(-LOG_LIMIT),
    }),
    refusalShown: (state, action: PayloadAction<string>) => ({ ...state, refusal: action.payload }),
    refusalDismissed: (state) => ({ ...state, refusal: null }),
  },
})

export const workspaceReducer: Reducer<WorkspaceState> = workspaceSlice.reducer

export const workspaceActions: WorkspaceActions = workspaceSlice.actions
