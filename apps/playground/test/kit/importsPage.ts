import { createPluginHost } from '@plugboard/host'
import { presetPlugins, presetSharedDomains } from '@plugboard/preset-plugins'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { configureStore } from '@reduxjs/toolkit'
import { onTestFinished, vi } from 'vitest'

import type { PackageFacts } from '../../src/imports/arrivedPackage.ts'
import { importsReducer } from '../../src/imports/importsSlice.ts'
import { PackageImports } from '../../src/imports/packageImports.ts'
import { projectsReducer } from '../../src/projects/projectsSlice.ts'
import { UndoOffers } from '../../src/workspace/undoOffers.ts'
import { packClock, type PackedPluginOptions } from './packedPlugin.ts'

/** A page without a screen, with real VMs. */
export function openImports() {
  const runtime = createQuickJSRuntime({ placement: 'inline' })
  const load = vi.spyOn(runtime, 'load')
  const host = createPluginHost({ runtime, packages: presetPlugins, sharedDomains: presetSharedDomains })
  const store = configureStore({
    reducer: { [host.reducerPath]: host.reducer, projects: projectsReducer, imports: importsReducer },
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }).concat(host.middleware),
  })
  onTestFinished(() => host.dispose())
  const offers = new UndoOffers()
  const packages = new PackageImports({ host, store, offers })
  const read = async (options?: PackedPluginOptions, name = 'clock.plug') =>
    await packages.read(new File([await packClock(options)], name))
  const factsOf = async (options?: PackedPluginOptions): Promise<PackageFacts> => {
    const { facts, offer } = await read(options)
    if (facts === null || offer.kind === 'refused') throw new Error(JSON.stringify(offer))
    return facts
  }
  return {
    host,
    load,
    offers,
    packages,
    read,
    factsOf,
    store,
    grantsOf: (instanceId: string) => store.getState().plugins.grantsByInstance[instanceId],
    instances: () => Object.values(store.getState().plugins.instances),
    stateOf: (instanceId: string) => store.getState().plugins.pluginStateByInstance[instanceId],
  }
}
