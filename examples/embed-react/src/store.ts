import { createPluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit'

const firstTodos: readonly string[] = ['Read the manual']

const todos = createSlice({
  name: 'todos',
  initialState: firstTodos,
  reducers: { todoAdded: (state, { payload }: PayloadAction<string>) => [...state, payload] },
})

export const { todoAdded } = todos.actions

// The three lines that plugins take in a store that is there already: a host, its reducer, its middleware.
export const host = createPluginHost({ runtime: createQuickJSRuntime() })

export const store = configureStore({
  reducer: { todos: todos.reducer, [host.reducerPath]: host.reducer },
  // The default checks walk the whole state at each dispatch; the host checks its part where it changes.
  middleware: (getDefault) => getDefault({ serializableCheck: false, immutableCheck: false }).concat(host.middleware),
})

export type RootState = ReturnType<typeof store.getState>
