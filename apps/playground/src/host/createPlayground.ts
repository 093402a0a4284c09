import type { PluginRuntime } from '@plugboard/contracts'
import { createDevtools, type DevtoolsSession, type OpenSourceRequest } from '@plugboard/devtools'
import { createPluginHost, type PluginHost } from '@plugboard/host'
import { presetPlugins, presetSharedDomains } from '@plugboard/preset-plugins'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { configureStore, type EnhancedStore } from '@reduxjs/toolkit'

import { lazyAuthoring } from '../authoring/lazyAuthoring.ts'
import { ProjectRunner } from '../authoring/projectRunner.ts'
import { runsReducer } from '../authoring/runsSlice.ts'
import { editorReducer } from '../editor/editorSlice.ts'
import { importsReducer } from '../imports/importsSlice.ts'
import { lazyImports, type LazyImports } from '../imports/lazyImports.ts'
import { projectsReducer } from '../projects/projectsSlice.ts'
import { goTo } from '../shell/goTo.ts'
import { shellActions, shellReducer } from '../shell/shellSlice.ts'
import { offerClearedTimeline } from '../workspace/offerClearedTimeline.ts'
import { SavedWorkspace, type OpenTarget } from '../workspace/savedWorkspace.ts'
import { UndoOffers } from '../workspace/undoOffers.ts'
import { workspaceActions, workspaceReducer } from '../workspace/workspaceSlice.ts'

/** The host, the store that it and the page share, and what keeps both in this browser. */
export interface Playground {
  /** Of its own: what was drawn of one playground is nothing to the next. */
  readonly key: string
  readonly host: PluginHost
  readonly store: EnhancedStore
  readonly devtools: DevtoolsSession
  readonly savedWorkspace: SavedWorkspace
  readonly runner: ProjectRunner
  readonly imports: LazyImports
  readonly undoOffers: UndoOffers
  /** Saves, and ends every VM. */
  readonly dispose: () => Promise<void>
}

/** Instances of one package that the playground lets a person open. */
export const INSTANCES_PER_PACKAGE = 10

let playgrounds = 0

/** One compiler for the page: it starts with the first plugin of one's own. */
const authoring = lazyAuthoring()

/** Composes the layers for one workspace. */
export function createPlayground(target: Promise<OpenTarget>): Playground {
  const runtime = createQuickJSRuntime()
  const host = createPluginHost({
    runtime,
    packages: presetPlugins,
    sharedDomains: presetSharedDomains,
    maxInstancesPerPackage: INSTANCES_PER_PACKAGE,
  })
  const store = configureStore({
    reducer: {
      [host.reducerPath]: host.reducer,
      editor: editorReducer,
      imports: importsReducer,
      projects: projectsReducer,
      shell: shellReducer,
      runs: runsReducer,
      workspace: workspaceReducer,
    },
    // Both development checks walk the whole state after each action; the plugin state is JSON by contract.
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }).concat(host.middleware),
  })
  const devtools = createDevtools({
    host,
    store,
    // A packed plugin was answered by a person, and its manifest is not that answer.
    agreedGrants: (instanceId) => {
      const { imports, plugins } = store.getState()
      const packageId = plugins.instances[instanceId]?.packageId
      return packageId === undefined || !Object.hasOwn(imports, packageId) ? undefined : imports[packageId]?.granted
    },
    // What came packed is not written here: its code is with what was agreed to.
    onOpenSource: (request) => {
      const { packageId } = request
      if (store.getState().imports[packageId] === undefined) openSource(request)
      else store.dispatch(shellActions.dialogOpened({ kind: 'package', packageId }))
    },
    // The editor's views have no inspector, and a narrow page has it closed.
    onInspect: () => {
      store.dispatch(workspaceActions.inspectorOpened())
      goTo({ page: 'run' })
    },
    createPastRuntime,
  })
  const runner = new ProjectRunner({ host, store, authoring })
  const savedWorkspace = new SavedWorkspace({ host, store, authoring, devtools }, target)
  const undoOffers = new UndoOffers()
  offerClearedTimeline(devtools, undoOffers)
  const imports = lazyImports({ host, store, offers: undoOffers })
  playgrounds += 1
  return {
    key: String(playgrounds),
    host,
    store,
    devtools,
    savedWorkspace,
    runner,
    imports,
    undoOffers,
    dispose: async () => {
      devtools.close()
      await savedWorkspace.close()
      await host.dispose()
      await runtime[Symbol.asyncDispose]()
    },
  }
}

/** For a look back: workers of its own, few, and only as long as somebody looks. */
function createPastRuntime(): PluginRuntime {
  return createQuickJSRuntime({ trustedWorkers: 1, maxWorkers: 2, standby: false })
}

/** Each plugin is written in one file here, whatever its source map calls it. */
function openSource({ packageId, source: { column, line } }: OpenSourceRequest): void {
  goTo({ page: 'split', packageId, place: { file: 'plugin.tsx', line, column } })
}
