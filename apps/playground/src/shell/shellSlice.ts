import type { PackageId } from '@plugboard/contracts'
import {
  createSlice,
  type ActionCreatorWithoutPayload,
  type ActionCreatorWithPayload,
  type PayloadAction,
  type Reducer,
} from '@reduxjs/toolkit'

import { definePreference } from '../ui/preference.ts'

/** What can lie over the page; one at a time. */
export type ShellDialog =
  | { readonly kind: 'palette'; readonly query: string }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'newPlugin' }
  | { readonly kind: 'package'; readonly packageId: PackageId }

export const CARD_LAYOUTS = ['grid', 'list'] as const

export type CardLayout = (typeof CARD_LAYOUTS)[number]

/** How the page is shown. Nothing in here belongs to a workspace. */
export interface ShellState {
  readonly dialog: ShellDialog | null
  readonly cards: CardLayout
}

export interface ShellActions {
  readonly dialogOpened: ActionCreatorWithPayload<ShellDialog>
  readonly dialogClosed: ActionCreatorWithoutPayload
  readonly cardsChanged: ActionCreatorWithPayload<CardLayout>
}

export const cardsPreference = definePreference({ name: 'cards', values: CARD_LAYOUTS, fallback: 'grid' })

const shellSlice = createSlice({
  name: 'shell',
  initialState: (): ShellState => ({ dialog: null, cards: cardsPreference.read() }),
  reducers: {
    dialogOpened: (state, { payload }: PayloadAction<ShellDialog>) => ({ ...state, dialog: payload }),
    dialogClosed: (state) => ({ ...state, dialog: null }),
    cardsChanged: (state, { payload }: PayloadAction<CardLayout>) => ({ ...state, cards: payload }),
  },
})

export const shellReducer: Reducer<ShellState> = shellSlice.reducer
export const shellActions: ShellActions = shellSlice.actions
