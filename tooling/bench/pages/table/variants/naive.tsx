import type { JsonValue, UINode } from '@plugboard/contracts'
import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import { code } from '../../../plugins/table/naive.guest.tsx?guest'
import { DrawNode } from '../../naive/drawNode.tsx'
import { NaiveWorker } from '../../naive/naiveWire.ts'
import type { NaiveView } from '../../naive/naivePlugin.ts'
import type { TableVariant } from '../tableVariant.ts'

const INSTANCE = 'table'

/**
 * The naive protocol: the whole state into every call as source, the whole tree out of it by `dump` and structured clone,
 * one trip for the event and one for the picture, and a new tree drawn from the top.
 */
export const naive: TableVariant = {
  name: 'naive',
  takesMany: true,
  async mount(element, sizes) {
    const worker = new NaiveWorker()
    const initialState = await worker.load(INSTANCE, `const SIZES = ${JSON.stringify(sizes)};\n${code}`)
    const slice = createSlice({
      name: 'table',
      // One name for a value of any depth: Immer's types would unfold it without end.
      initialState: { pluginState: initialState as unknown },
      reducers: {
        replaced: (state, { payload }: PayloadAction<JsonValue>) => {
          state.pluginState = payload
        },
      },
    })
    const store = configureStore({
      reducer: slice.reducer,
      middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }),
      devTools: false,
    })
    const viewOf = (): NaiveView => ({
      pluginState: store.getState().pluginState as JsonValue,
      globalState: { shared: {} },
    })
    const root = createRoot(element)
    const draw = (tree: UINode): void =>
      flushSync(() =>
        root.render(
          <DrawNode
            node={tree}
            emit={(handler, event) => {
              void worker
                .event(INSTANCE, { widgetId: 'main', handler, event, view: viewOf() })
                .then(async (intents) => {
                  for (const { payload = null } of intents) store.dispatch(slice.actions.replaced(payload))
                  draw(await worker.render(INSTANCE, 'main', viewOf()))
                })
            }}
          />,
        ),
      )
    draw(await worker.render(INSTANCE, 'main', viewOf()))
    return {
      close() {
        root.unmount()
        worker.terminate()
      },
    }
  },
}
