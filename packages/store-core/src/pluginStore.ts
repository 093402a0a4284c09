import type { RuntimeState } from '@plugboard/contracts'
import { configureStore, Tuple, type Store } from '@reduxjs/toolkit'

import { createPluginSlice, type PluginSlice } from './pluginSlice.ts'
import type { PluginSliceOptions } from './registries.ts'

export interface PluginStoreOptions extends PluginSliceOptions {
  readonly preloadedState?: RuntimeState
  /** Whether the Redux DevTools may attach; false when absent. */
  readonly devTools?: boolean
}

/** A slice and a store of its own, whose whole state is the runtime state. */
export interface PluginStore extends PluginSlice {
  readonly store: Store<RuntimeState>
}

/**
 * A ready Redux store for applications that have none, and for tests.
 *
 * @throws PluginStoreError when an option cannot be used.
 *
 * @example
 * ```ts
 * const { store, selectors } = createPluginStore({ localReducers, sharedDomains })
 * ```
 */
export function createPluginStore(options: PluginStoreOptions = {}): PluginStore {
  const { devTools = false, preloadedState, ...sliceOptions } = options
  const slice = createPluginSlice(sliceOptions)
  const store = configureStore({
    reducer: slice.reducer,
    // None of the defaults: the reducer checks its data itself, at the places that changed, and there are no thunks.
    middleware: () => new Tuple(),
    devTools,
    ...(preloadedState === undefined ? {} : { preloadedState }),
  })
  return Object.freeze({ ...slice, store })
}
