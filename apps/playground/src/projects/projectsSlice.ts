import type { PackageId } from '@plugboard/contracts'
import { createSlice, type ActionCreatorWithPayload, type PayloadAction, type Reducer } from '@reduxjs/toolkit'

import type { PluginProject, ProjectFile, RanVersion } from './pluginProject.ts'

/** Every project of the workspace by its package's id, oldest first. */
export type ProjectsState = Readonly<Record<PackageId, PluginProject>>

export interface FileChange {
  readonly packageId: PackageId
  readonly file: ProjectFile
  readonly text: string
  /** In milliseconds since the epoch. */
  readonly at: number
}

export interface ProjectRan {
  readonly packageId: PackageId
  readonly title: string
  readonly version: RanVersion
}

export interface ProjectsActions {
  /** A project is there, or there again: also one that was removed and is taken back. */
  readonly projectPut: ActionCreatorWithPayload<PluginProject>
  readonly fileChanged: ActionCreatorWithPayload<FileChange>
  readonly projectRenamed: ActionCreatorWithPayload<{ readonly packageId: PackageId; readonly title: string }>
  /** A version of it loaded and drew; `title` is what its manifest calls it. */
  readonly projectRan: ActionCreatorWithPayload<ProjectRan>
  readonly projectRemoved: ActionCreatorWithPayload<PackageId>
  /** What was saved is there again, in place of all that was. */
  readonly projectsRestored: ActionCreatorWithPayload<readonly PluginProject[]>
}

const NO_PROJECTS: ProjectsState = {}

const projectsSlice = createSlice({
  name: 'projects',
  initialState: NO_PROJECTS,
  reducers: {
    projectPut: (state, { payload }: PayloadAction<PluginProject>) => ({ ...state, [payload.packageId]: payload }),
    fileChanged: (state, { payload: { at, file, packageId, text } }: PayloadAction<FileChange>) => {
      const project = state[packageId]
      if (project === undefined || project.files[file] === text) return state
      return { ...state, [packageId]: { ...project, files: { ...project.files, [file]: text }, editedAt: at } }
    },
    projectRenamed: (
      state,
      { payload: { packageId, title } }: PayloadAction<{ readonly packageId: PackageId; readonly title: string }>,
    ) => {
      const project = state[packageId]
      return project === undefined ? state : { ...state, [packageId]: { ...project, title } }
    },
    projectRan: (state, { payload: { packageId, title, version } }: PayloadAction<ProjectRan>) => {
      const project = state[packageId]
      return project === undefined ? state : { ...state, [packageId]: { ...project, title, ran: version } }
    },
    projectRemoved: (state, { payload }: PayloadAction<PackageId>) =>
      Object.fromEntries(Object.entries(state).filter(([packageId]) => packageId !== payload)),
    projectsRestored: (_state, { payload }: PayloadAction<readonly PluginProject[]>) =>
      Object.fromEntries(payload.map((project) => [project.packageId, project])),
  },
})

export const projectsReducer: Reducer<ProjectsState> = projectsSlice.reducer
export const projectsActions: ProjectsActions = projectsSlice.actions
