import type { JsonValue, PluginReducer } from '@plugboard/contracts'

/**
 * A package's own reducer, written against the type of its state, as a store's `localReducers` takes it.
 * A package with a reducer of its own owns all its actions: the generic `state/replace` and `state/merge` are gone.
 */
export function defineLocalReducer<S = JsonValue>(reducer: PluginReducer<S>): PluginReducer {
  // Sound as long as the package's initialState is an S: the store hands it only that and its own results.
  return reducer as unknown as PluginReducer
}
