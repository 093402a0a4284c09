import { createHostStore, createPluginHost, type HostStore, type PluginHost } from '@plugboard/host'
import type { PluginRuntime } from '@plugboard/contracts'

export interface App {
  readonly host: PluginHost
  readonly store: HostStore
}

/** A host over a runtime of one's own: it asks for nothing but the interface. */
export function createApp(runtime: PluginRuntime): App {
  const host = createPluginHost({ runtime })
  return { host, store: createHostStore(host) }
}
