import { createDevtools, type DevtoolsSession, writePlace } from '@plugboard/devtools'
import { createPluginHost, type PluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { configureStore, createSlice, type EnhancedStore, type PayloadAction } from '@reduxjs/toolkit'

import { code, sourceMap } from './votes.plugin.tsx?plugin'
import { votes } from './votes.ts'

/** What this page keeps of its own, beside the plugins. */
export interface PageState {
  readonly lastPlace: string | null
}

const firstPage: PageState = { lastPlace: null }

const page = createSlice({
  name: 'page',
  initialState: firstPage,
  reducers: {
    placeOpened: (_state, { payload }: PayloadAction<string>) => ({ lastPlace: payload }),
  },
})

export interface App {
  readonly host: PluginHost
  readonly store: EnhancedStore
  readonly devtools: DevtoolsSession
  /** The instance that may vote, and the one that may not. */
  readonly voters: Promise<readonly [string, string]>
}

/** An application with a store of its own, two plugins in it, and the devtools beside them. */
export function createApp(): App {
  const host = createPluginHost({
    runtime: createQuickJSRuntime(),
    sharedDomains: [votes],
    packages: [
      {
        manifest: { apiVersion: 1, packageId: 'votes', title: 'Votes', capabilities: { writeShared: ['votes'] } },
        code,
        sourceMap,
      },
    ],
  })
  const store = configureStore({
    reducer: { page: page.reducer, [host.reducerPath]: host.reducer },
    middleware: (getDefault) => getDefault({ serializableCheck: false, immutableCheck: false }).concat(host.middleware),
  })
  const devtools = createDevtools({
    host,
    store,
    onOpenSource: ({ source }) => store.dispatch(page.actions.placeOpened(writePlace(source))),
  })
  const voters = Promise.all([
    host.load({ packageId: 'votes' }),
    host.load({ packageId: 'votes', initialGrants: { readShared: [], writeShared: [], systemCommands: [] } }),
  ])
  return { host, store, devtools, voters }
}
