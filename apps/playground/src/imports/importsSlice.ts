import type { CapabilityGrants, PackageId } from '@plugboard/contracts'
import type { PackageDigest } from '@plugboard/package-format'
import { createSlice, type ActionCreatorWithPayload, type PayloadAction, type Reducer } from '@reduxjs/toolkit'

import type { ContentCheck, ImportedPackage } from './importedPackage.ts'

/** Every imported package of the workspace by its id, oldest first. */
export type ImportsState = Readonly<Record<PackageId, ImportedPackage>>

export interface ImportChecked {
  readonly packageId: PackageId
  /** Of the content that was checked. */
  readonly digest: PackageDigest
  readonly check: ContentCheck
}

export interface ImportGranted {
  readonly packageId: PackageId
  readonly granted: CapabilityGrants
}

export interface ImportsActions {
  /** A package was enabled, disabled or updated, or is there again. */
  readonly importPut: ActionCreatorWithPayload<ImportedPackage>
  readonly importChecked: ActionCreatorWithPayload<ImportChecked>
  readonly importGranted: ActionCreatorWithPayload<ImportGranted>
  readonly importRemoved: ActionCreatorWithPayload<PackageId>
  /** What was saved is there again, in place of all that was. */
  readonly importsRestored: ActionCreatorWithPayload<ImportsState>
}

const NO_IMPORTS: ImportsState = {}

const importsSlice = createSlice({
  name: 'imports',
  initialState: NO_IMPORTS,
  reducers: {
    importPut: (state, { payload }: PayloadAction<ImportedPackage>) => ({ ...state, [payload.packageId]: payload }),
    importChecked: (state, { payload: { check, digest, packageId } }: PayloadAction<ImportChecked>) => {
      const imported = state[packageId]
      // Another content may have come meanwhile.
      return imported?.digest === digest ? { ...state, [packageId]: { ...imported, check } } : state
    },
    importGranted: (state, { payload: { granted, packageId } }: PayloadAction<ImportGranted>) => {
      const imported = state[packageId]
      return imported === undefined ? state : { ...state, [packageId]: { ...imported, granted } }
    },
    importRemoved: (state, { payload }: PayloadAction<PackageId>) =>
      Object.fromEntries(Object.entries(state).filter(([packageId]) => packageId !== payload)),
    importsRestored: (_state, { payload }: PayloadAction<ImportsState>) => payload,
  },
})

export const importsReducer: Reducer<ImportsState> = importsSlice.reducer
export const importsActions: ImportsActions = importsSlice.actions
