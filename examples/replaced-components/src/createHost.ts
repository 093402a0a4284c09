import { createHostStore, createPluginHost, type PluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

/** A host with a store of its own. An application that has a store gives it `host.reducer` and `host.middleware`. */
export function createHost(): PluginHost {
  const host = createPluginHost({ runtime: createQuickJSRuntime() })
  createHostStore(host)
  return host
}
