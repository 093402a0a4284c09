import type { CapabilityGrants, Diagnostic, PackageId } from '@plugboard/contracts'
import type { SavedInstance } from '@plugboard/host'
import type { PackageDigest, PluginManifest } from '@plugboard/package-format'

/** A plugin that came packed, as a person enabled it: one content, and what it may do. */
export interface ImportedPackage {
  readonly packageId: PackageId
  /** As it calls itself; fit to be shown. */
  readonly title: string
  readonly version: string
  /** Of the content that was agreed to. No other runs. */
  readonly digest: PackageDigest
  /** What instances begin with: what it asks for, as far as the person granted it. */
  readonly granted: CapabilityGrants
  /** Instances that ended when it was disabled; null while it is enabled. */
  readonly parked: readonly ParkedInstance[] | null
  /** Its files in base64, by path. They may be anything until they are checked. */
  readonly content: PackedContent
  readonly check: ContentCheck
}

export type PackedContent = Readonly<Record<string, string>>

/** An instance without its code, which is the package's. */
export type ParkedInstance = Omit<SavedInstance, 'code' | 'sourceMap' | 'manifest'>

/** Whether the content is still the one that was agreed to. */
export type ContentCheck =
  | { readonly state: 'checking' }
  | { readonly state: 'sound'; readonly manifest: PluginManifest }
  | { readonly state: 'rejected'; readonly diagnostics: readonly Diagnostic[] }

export const CHECKING: ContentCheck = { state: 'checking' }

/** As many digits of a digest as people compare. */
const SHORT_DIGEST = 12

export function shortDigest(digest: PackageDigest): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + SHORT_DIGEST)
}
