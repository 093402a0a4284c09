import type { RuntimeState } from '@plugboard/contracts'
import { configureStore, Tuple, type EnhancedStore, type Middleware } from '@reduxjs/toolkit'

import type { PluginHost } from './pluginHost.ts'

/** A store that holds nothing but a host's slice. */
export type HostStore<Path extends string = 'plugins'> = EnhancedStore<Readonly<Record<Path, RuntimeState>>>

/**
 * The smallest store for applications that have none: a host is connected to it when it returns.
 *
 * @throws PluginHostError `ALREADY_CONNECTED`.
 *
 * @example
 * const host = createPluginHost({ runtime })
 * createHostStore(host)
 */
export function createHostStore<Path extends string>(host: PluginHost<Path>): HostStore<Path> {
  const store = configureStore({
    reducer: { [host.reducerPath]: host.reducer },
    // The development checks of the default middleware walk the whole state; the host checks its data where it changes.
    middleware: () => new Tuple<Middleware[]>(host.middleware),
    devTools: false,
  })
  // A computed key loses its literal type.
  return store as unknown as HostStore<Path>
}
