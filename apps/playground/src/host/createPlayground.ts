import type { PluginRuntime } from '@plugboard/contracts'
import { createDevtools, type DevtoolsSession, type OpenSourceRequest } from '@plugboard/devtools'
import { createPluginHost, type PluginHost } from '@plugboard/host'
import { presetPlugins, presetSharedDomains } from '@plugboard/preset-plugins'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { configureStore, type EnhancedStore } from '@reduxjs/toolkit'

import { AuthoringClient } from '../authoring/authoringClient.ts'
import { ProjectRunner } from '../authoring/projectRunner.ts'
import { runsReducer } from '../authoring/runsSlice.ts'
import { editorReducer } from '../editor/editorSlice.ts'
import { projectsReducer } from '../projects/projectsSlice.ts'
import { goTo } from '../shell/goTo.ts'
import { shellReducer } from '../shell/shellSlice.ts'
import { offerClearedTimeline } from '../workspace/offerClearedTimeline.ts'
import { SavedWorkspace } from '../workspace/savedWorkspace.ts'
import { UndoOffers } from '../workspace/undoOffers.ts'
import { workspaceReducer } from '../workspace/workspaceSlice.ts'

/** The host, the store that it and the page share, and what keeps both in this browser. */
export interface Playground {
  readonly host: PluginHost
  readonly store: EnhancedStore
  readonly devtools: DevtoolsSession
  readonly savedWorkspace: SavedWorkspace
  readonly runner: ProjectRunner
  readonly undoOffers: UndoOffers
}

/** Instances of one package that the playground lets a person open. */
export const INSTANCES_PER_PACKAGE = 10

/** Composes the layers once for the page. The caller disposes the host. */
export function createPlayground(): Playground {
  const host = createPluginHost({
    runtime: createQuickJSRuntime(),
    packages: presetPlugins,
    sharedDomains: presetSharedDomains,
    maxInstancesPerPackage: INSTANCES_PER_PACKAGE,
  })
  const store = configureStore({
    reducer: {
      [host.reducerPath]: host.reducer,
      editor: editorReducer,
      projects: projectsReducer,
      shell: shellReducer,
      runs: runsReducer,
      workspace: workspaceReducer,
    },
    // Both development checks walk the whole state after each action; the plugin state is JSON by contract.
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }).concat(host.middleware),
  })
  const devtools = createDevtools({ host, store, onOpenSource: openSource, createPastRuntime })
  const runner = new ProjectRunner({ host, store, authoring: new AuthoringClient() })
  const undoOffers = new UndoOffers()
  offerClearedTimeline(devtools, undoOffers)
  return { host, store, devtools, savedWorkspace: new SavedWorkspace({ host, store, devtools }), runner, undoOffers }
}

/** For a look back: workers of its own, few, and only as long as somebody looks. */
function createPastRuntime(): PluginRuntime {
  return createQuickJSRuntime({ trustedWorkers: 1, maxWorkers: 2, standby: false })
}

/** Each plugin is written in one file here, whatever its source map calls it. */
function openSource({ packageId, source: { column, line } }: OpenSourceRequest): void {
  goTo({ page: 'split', packageId, place: { file: 'plugin.tsx', line, column } })
}

/** The playground of the page: made, and its saved workspace asked for, when somebody first needs it. */
export function createPlaygroundOnce(): () => Playground {
  let playground: Playground | null = null
  return () => {
    if (playground === null) {
      playground = createPlayground()
      void playground.savedWorkspace.open()
    }
    return playground
  }
}
