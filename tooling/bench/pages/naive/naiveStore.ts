import type { JsonValue } from '@plugboard/contracts'
import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit'

import { INITIAL_TOTAL, type CounterState } from '../../plugins/counter/counter.ts'
import type { NaiveIntent, NaiveView } from './naivePlugin.ts'

/** The state of the counters as an application would keep it: a slice of Redux Toolkit. */
export interface NaiveCounterStore {
  /** What a counter is told. */
  viewOf(instanceId: string): NaiveView
  /** Applies what a handler asked for; true when something that all counters see changed. */
  apply(instanceId: string, intents: readonly NaiveIntent[]): boolean
}

/** A store with these counters. */
export function createNaiveCounterStore(instanceIds: readonly string[], initial: CounterState): NaiveCounterStore {
  const slice = createSlice({
    name: 'counters',
    initialState: {
      byInstance: Object.fromEntries(instanceIds.map((id) => [id, initial])),
      // A copy, because Immer writes to what it is given.
      total: { ...INITIAL_TOTAL },
    },
    reducers: {
      added: (state, { payload: instanceId }: PayloadAction<string>) => {
        const { value = 0 } = state.byInstance[instanceId] ?? {}
        state.byInstance[instanceId] = { value: value + 1 }
      },
      shared: (state) => {
        state.total.sum += 1
      },
    },
  })
  const store = configureStore({
    reducer: slice.reducer,
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }),
    devTools: false,
  })
  return {
    viewOf(instanceId) {
      const { byInstance, total } = store.getState()
      return {
        pluginState: { ...byInstance[instanceId] } satisfies JsonValue,
        globalState: { shared: { total: { ...total } } },
      }
    },
    apply(instanceId, intents) {
      const { total } = store.getState()
      for (const { scope } of intents) {
        store.dispatch(scope === 'plugin' ? slice.actions.added(instanceId) : slice.actions.shared())
      }
      return store.getState().total !== total
    },
  }
}
