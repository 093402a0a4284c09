import type { Diagnostic } from '@plugboard/contracts'

import type { PluginManifest } from './pluginManifest.ts'

/** The files of a package by path, with `/` between folders. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

/** `sha256:` and 64 hexadecimal digits: what the content is, however it travelled. */
export type PackageDigest = `sha256:${string}`

/** What there is to say about a package without running any of it. */
export interface PackageReport {
  /** Absent where there is none that could be read. */
  readonly manifest?: PluginManifest
  /** Absent where the content is not known: no manifest, or a file of it is missing. */
  readonly digest?: PackageDigest
  /** What belongs to the package: `plugin.json` and its closed list. */
  readonly files: PackageFiles
  readonly diagnostics: readonly Diagnostic[]
}
