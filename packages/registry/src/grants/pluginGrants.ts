import type { FsRequest, HttpsRequest, PluginRequests } from '@plugboard/package-format'

/** What a package may do: every kind of request, each in its one written form. Equal grants are deeply equal. */
export interface PluginGrants {
  readonly readShared: readonly string[]
  readonly writeShared: readonly string[]
  readonly systemCommands: readonly string[]
  readonly components: readonly string[]
  readonly https: readonly HttpsRequest[]
  readonly fs: readonly FsRequest[]
  readonly secrets: readonly string[]
}

/** One kind of request, as the key of a manifest's `requests`. */
export type GrantKind = keyof PluginGrants & keyof PluginRequests

/** Nothing at all. */
export const NO_PLUGIN_GRANTS: PluginGrants = Object.freeze({
  readShared: [],
  writeShared: [],
  systemCommands: [],
  components: [],
  https: [],
  fs: [],
  secrets: [],
})
