import type { Diagnostic, PackageId } from '@plugboard/contracts'
import type { PackageDigest, PackageFiles, PluginManifest } from '@plugboard/package-format'

/** One package that a source has, as far as it is known without running anything. All of it is a claim of the package. */
export interface Candidate {
  /** Id of the source. */
  readonly source: string
  /** Where in the source, with `/` between folders. Never a path of the machine. */
  readonly location: string
  /** Absent where no manifest could be read: nothing can enable such a package. */
  readonly id?: PackageId
  readonly version?: string
  /** Of the content, found or, for an index, promised: `read` holds the content against it. */
  readonly digest?: PackageDigest
  /** Absent where it could not be read, or will only be known when the content was fetched. */
  readonly manifest?: PluginManifest
  /** In bytes, as it travels; where it is known before it was fetched. */
  readonly size?: number
  /** A signature that the source has for it, as it was parsed from JSON: a claim too. */
  readonly signature?: unknown
  /** What is wrong with it. An `error` keeps it from being enabled. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What a source has. */
export interface SourceListing {
  readonly candidates: readonly Candidate[]
  /** What is to be said about the source itself. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The content of one package. */
export interface PackageContent {
  /** Absent when there is an `error` among the diagnostics, and only then. */
  readonly files?: PackageFiles
  /** As the content has it; with the files, and only then. */
  readonly manifest?: PluginManifest
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Where packages are found. A source only looks: it runs nothing, writes nothing, and opens nothing but the packages
 * themselves. What is wrong with a package or a place is a diagnostic; neither method rejects for it.
 */
export interface PluginSource {
  /** The first half of a ref: see `isSourceId`. */
  readonly id: string
  list(signal?: AbortSignal): Promise<SourceListing>
  /** The content of a candidate of this source, of exactly the digest that the candidate has, or none. */
  read(candidate: Candidate, signal?: AbortSignal): Promise<PackageContent>
}
