import { createHostStore, createPluginHost, type PluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { counterSummary } from './counterSummary.ts'

/** A host whose plugins may be granted the domain. */
export function createHost(): PluginHost {
  const host = createPluginHost({ runtime: createQuickJSRuntime(), sharedDomains: [counterSummary] })
  createHostStore(host)
  return host
}
