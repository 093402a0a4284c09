import type { PackageManifest, PluginReducer } from '@plugboard/contracts'

/** A package that is ready to be loaded: what a host takes in its list of packages. */
export interface PresetPlugin {
  readonly manifest: PackageManifest
  /** One script without imports: it calls the VM's `definePlugin`. */
  readonly code: string
  /** Version-3 source map of `code`, with the author's source inside. */
  readonly sourceMap: string
  /** Owns every action of the package's own state. Absent: the package has no actions of its own. */
  readonly localReducer?: PluginReducer
}
