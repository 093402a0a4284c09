import type { PackageManifest, PluginReducer } from '@plugboard/contracts'

/**
 * A package that the host vouches for: its manifest is trusted, so its requests reach the grant policy, and its code may
 * be loaded by name alone.
 */
export interface PluginPackage {
  readonly manifest: PackageManifest
  readonly code: string
  /** Version-3 source map of `code`. */
  readonly sourceMap?: string
  /** Owns every action of the package's own state. Absent: the generic `state/replace` and `state/merge`. */
  readonly localReducer?: PluginReducer
}
