import { createFakeRuntime } from '@plugboard/contract-tests'
import { createDevtools } from '@plugboard/devtools'
import { createPluginHost } from '@plugboard/host'
import { presetPlugins, presetSharedDomains } from '@plugboard/preset-plugins'
import { createMemoryPlace, createMemoryStorage, type MemoryPlace } from '@plugboard/storage'
import { configureStore } from '@reduxjs/toolkit'
import { expect, onTestFinished, test } from 'vitest'

import { importsReducer } from '../imports/importsSlice.ts'
import { projectsActions, projectsReducer } from '../projects/projectsSlice.ts'
import { SavedWorkspace, type OpenTarget } from './savedWorkspace.ts'
import { workspaceReducer } from './workspaceSlice.ts'

const PROJECT = {
  packageId: 'mine',
  title: 'Mine',
  files: { 'plugin.tsx': 'typed', 'manifest.json': '{}' },
  editedAt: 1,
}

function createKit(target: Pick<OpenTarget, 'fill'>) {
  const host = createPluginHost({
    runtime: createFakeRuntime(),
    packages: presetPlugins,
    sharedDomains: presetSharedDomains,
  })
  onTestFinished(() => host.dispose())
  const store = configureStore({
    reducer: {
      [host.reducerPath]: host.reducer,
      imports: importsReducer,
      projects: projectsReducer,
      workspace: workspaceReducer,
    },
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }).concat(host.middleware),
  })
  const devtools = createDevtools({ host, store })
  const place = createMemoryPlace()
  const storage = createMemoryStorage({ place })
  const authoring = { compile: () => Promise.reject(new Error('Nothing is compiled here.')) }
  const saved = new SavedWorkspace(
    { authoring, devtools, host, store },
    Promise.resolve({ storage, hasDemo: false, ...target }),
  )
  return { devtools, place, saved, store }
}

async function partsIn(place: MemoryPlace): Promise<Record<string, unknown>> {
  return Object.fromEntries((await createMemoryStorage({ place }).read()).parts)
}

test('what is typed while a workspace is filled is saved when another one is opened', async () => {
  const filling = Promise.withResolvers<void>()
  const { place, saved, store } = createKit({ fill: () => filling.promise })
  const opening = saved.open()
  await saved.opened
  store.dispatch(projectsActions.projectPut(PROJECT))
  await saved.close()
  expect(await partsIn(place)).toMatchObject({ 'app/project/mine': { files: { 'plugin.tsx': 'typed' } } })
  filling.resolve()
  await opening
})

test('a workspace that could not be filled is saved like any other', async () => {
  const { devtools, place, saved, store } = createKit({ fill: () => Promise.reject(new Error('No compiler.')) })
  await saved.open()
  expect(store.getState().workspace).toMatchObject({ phase: 'failed', refusal: 'No compiler.' })
  store.dispatch(projectsActions.projectPut(PROJECT))
  devtools.restore({ tab: 'state' })
  await saved.flush()
  expect(await partsIn(place)).toMatchObject({
    'app/project/mine': { files: { 'plugin.tsx': 'typed' } },
    layout: { inspectorTab: 'state' },
  })
  await saved.close()
})
