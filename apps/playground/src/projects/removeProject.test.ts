import { NO_GRANTS } from '@plugboard/contracts'
import { createPluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { configureStore } from '@reduxjs/toolkit'
import { expect, onTestFinished, test } from 'vitest'

import { importsActions, importsReducer } from '../imports/importsSlice.ts'
import { CHECKING } from '../imports/importedPackage.ts'
import { UndoOffers } from '../workspace/undoOffers.ts'
import { createProject } from './createProject.ts'
import { projectsActions, projectsReducer } from './projectsSlice.ts'
import { removeProject } from './removeProject.ts'

const CODE = "definePlugin(() => ({ title: 'Mine', initialState: { a: 1 }, widgets: { main: { render: () => [] } } }))"

function open() {
  const host = createPluginHost({ runtime: createQuickJSRuntime({ placement: 'inline' }) })
  onTestFinished(() => host.dispose())
  const store = configureStore({
    reducer: { [host.reducerPath]: host.reducer, imports: importsReducer, projects: projectsReducer },
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }).concat(host.middleware),
  })
  return { host, store }
}

test('a project goes with its instances and no others, and all of it can be had again', async () => {
  const { host, store } = open()
  const project = createProject({ title: 'Mine', text: CODE, taken: new Set(), at: 1 })
  const { packageId } = project
  store.dispatch(projectsActions.projectPut(project))
  const own = await host.load({ packageId, code: CODE })
  const other = await host.load({ packageId: 'other', code: CODE })
  host.setGrants(own, { readShared: ['a'], writeShared: [], systemCommands: [] })
  const offers = new UndoOffers()
  const instances = () => Object.keys(store.getState().plugins.instances)

  await removeProject({ host, offers, packageId, store })
  expect(store.getState().projects).toEqual({})
  expect(instances()).toEqual([other])

  if (offers.last === undefined) throw new Error('Nothing is offered.')
  await offers.take(offers.last)
  expect(store.getState().projects[packageId]).toBe(project)
  expect(instances().toSorted()).toEqual([other, own].toSorted())
  expect(store.getState().plugins.grantsByInstance[own]?.readShared).toEqual(['a'])
})

test('a project whose id another one has by now is refused in words, and is offered still', async () => {
  const { host, store } = open()
  const project = createProject({ title: 'Mine', text: CODE, taken: new Set(), at: 1 })
  const { packageId } = project
  store.dispatch(projectsActions.projectPut(project))
  const offers = new UndoOffers()
  await removeProject({ host, offers, packageId, store })
  const newer = createProject({ title: 'Mine', text: `${CODE} // newer`, taken: new Set(), at: 2 })
  store.dispatch(projectsActions.projectPut(newer))
  const { last } = offers
  if (last === undefined) throw new Error('Nothing is offered.')
  await expect(offers.take(last)).rejects.toThrow(`another plugin has the id ${packageId} now`)
  expect(store.getState().projects[packageId]).toBe(newer)

  store.dispatch(projectsActions.projectRemoved(packageId))
  await offers.take(last)
  expect(store.getState().projects[packageId]).toBe(project)
})

test('a project whose id an imported package has by now is refused too: its instances would be that one’s', async () => {
  const { host, store } = open()
  const project = createProject({ title: 'Mine', text: CODE, taken: new Set(), at: 1 })
  const { packageId } = project
  store.dispatch(projectsActions.projectPut(project))
  const own = await host.load({ packageId, code: CODE })
  const offers = new UndoOffers()
  await removeProject({ host, offers, packageId, store })
  const digest = `sha256:${'0'.repeat(64)}` as const
  const imported = {
    packageId,
    title: 'Other',
    version: '1.0.0',
    digest,
    granted: NO_GRANTS,
    parked: null,
    content: {},
  }
  store.dispatch(importsActions.importPut({ ...imported, check: CHECKING }))
  if (offers.last === undefined) throw new Error('Nothing is offered.')
  await expect(offers.take(offers.last)).rejects.toThrow(`another plugin has the id ${packageId} now`)
  expect(store.getState().projects).toEqual({})
  expect(store.getState().plugins.instances[own]).toBeUndefined()
})

test('a project that is not there is nothing to remove', async () => {
  const { host, store } = open()
  const offers = new UndoOffers()
  await removeProject({ host, offers, packageId: 'nobody', store })
  expect(offers.last).toBeUndefined()
})
