import type { JsonValue, PackageManifest, PluginReducer } from '@plugboard/contracts'

/**
 * Turns a state of an older `stateVersion` into one of the present one. The host's own code, pure; what it throws leaves
 * the old state as it is. `fromVersion` is the one that the state was kept under.
 */
export type MigrateState = (state: JsonValue, fromVersion: number) => JsonValue

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
  /**
   * Makes a state of the manifest's `stateVersion` out of one of an older version; a state without a version counts as of
   * version 1, and one of a newer version is never passed. Throw when the state cannot be understood: it is kept as it is.
   */
  readonly migrate?: MigrateState
}
