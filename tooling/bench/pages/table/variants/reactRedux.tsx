import { configureStore, Tuple, type Middleware } from '@reduxjs/toolkit'
import { useSyncExternalStore, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'

import { EMPTY_TABLE, reduceTable, type TableAction, type TableState } from '../../../plugins/table/rows.ts'
import type { TableSizes } from '../../../plugins/table/view.ts'
import { TableView } from '../TableView.tsx'
import type { TableVariant } from '../tableVariant.ts'

/** React 19 over a Redux Toolkit store with the same reducer. */
export const reactRedux: TableVariant = {
  name: 'react+redux',
  takesMany: true,
  async mount(element, sizes) {
    const store = configureStore({
      reducer: reduce,
      middleware: () => new Tuple<Middleware[]>(),
      devTools: false,
    })
    const subscribe = (listener: () => void): (() => void) => store.subscribe(listener)
    const getState = (): TableState => store.getState()
    const dispatch = (action: TableAction): unknown => store.dispatch({ type: 'table', action })
    const root = createRoot(element)
    root.render(<App store={{ subscribe, getState }} sizes={sizes} dispatch={dispatch} />)
    return { close: () => root.unmount() }
  },
}

interface AppProps {
  readonly store: { readonly subscribe: (listener: () => void) => () => void; readonly getState: () => TableState }
  readonly sizes: TableSizes
  readonly dispatch: (action: TableAction) => void
}

function App({ store, sizes, dispatch }: AppProps): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.getState)
  return <TableView state={state} sizes={sizes} dispatch={dispatch} />
}

function reduce(state: TableState = EMPTY_TABLE, { action }: { type: string; action?: TableAction }): TableState {
  return action === undefined ? state : reduceTable(state, action)
}
