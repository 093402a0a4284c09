import type { JsonValue, PluginView, RuntimeIdentity } from '@plugboard/contracts'

import { projectShared, type ProjectSharedOptions } from './projectShared.ts'

export interface PluginViewOptions extends ProjectSharedOptions {
  readonly identity: RuntimeIdentity
  readonly pluginState: JsonValue
}

/**
 * Everything that one instance gets to see: its own state, who it is, and the shared domains open to it.
 * Nothing else of what is passed in is carried over.
 */
export function createPluginView(options: PluginViewOptions): PluginView {
  const { grants, identity, pluginState } = options
  return {
    pluginState,
    globalState: {
      self: { instanceId: identity.instanceId, packageId: identity.packageId },
      shared: projectShared(options),
    },
    grants,
  }
}
