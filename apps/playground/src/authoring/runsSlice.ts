import type { InstanceId, PackageId, SourcePosition } from '@plugboard/contracts'
import { createSlice, type ActionCreatorWithPayload, type PayloadAction, type Reducer } from '@reduxjs/toolkit'

import { projectsActions } from '../projects/projectsSlice.ts'
import type { SourceProblem } from './sourceProblem.ts'

/** Why the newest version of a project does not run. */
export type RunFailure =
  /** Its files could not be compiled: no VM has seen it. */
  | { readonly stage: 'compile'; readonly problems: readonly [SourceProblem, ...SourceProblem[]] }
  /** A VM had it, and it did not load, or did not draw. */
  | { readonly stage: 'run'; readonly code: string; readonly message: string; readonly source?: SourcePosition }

/** What became of the last attempt to run a project. */
export type ProjectRun =
  | { readonly phase: 'running' }
  | {
      readonly phase: 'ran'
      /** Of the instances that there were: whether they went on with their state. `new`: there was none. */
      readonly state: 'kept' | 'reset' | 'new'
    }
  | {
      readonly phase: 'failed'
      readonly failure: RunFailure
      /** Instances that show an older version. */
      readonly stale: readonly InstanceId[]
    }

/** By the package's id. A project that nobody has run in this page has none. */
export type RunsState = Readonly<Record<PackageId, ProjectRun>>

export interface RunsActions {
  readonly runChanged: ActionCreatorWithPayload<{ readonly packageId: PackageId; readonly run: ProjectRun }>
}

const NO_RUNS: RunsState = {}

const runsSlice = createSlice({
  name: 'runs',
  initialState: NO_RUNS,
  reducers: {
    runChanged: (state, { payload }: PayloadAction<{ readonly packageId: PackageId; readonly run: ProjectRun }>) => ({
      ...state,
      [payload.packageId]: payload.run,
    }),
  },
  // A project that takes the id of one that is gone was not run.
  extraReducers: (builder) => {
    builder
      .addCase(projectsActions.projectRemoved, (state, { payload }) =>
        Object.fromEntries(Object.entries(state).filter(([packageId]) => packageId !== payload)),
      )
      .addCase(projectsActions.projectsRestored, () => NO_RUNS)
  },
})

export const runsReducer: Reducer<RunsState> = runsSlice.reducer
export const runsActions: RunsActions = runsSlice.actions
