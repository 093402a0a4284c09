import type { Diagnostic, JsonObject, PackageId } from '@plugboard/contracts'
import type { PackageDigest, PluginManifest } from '@plugboard/package-format'

import type { PluginGrants } from '../grants/pluginGrants.ts'
import type { Candidate } from '../pluginSource.ts'
import type { PluginSurface } from './pluginSurface.ts'

/**
 * What became of a package.
 *
 * - `active`: enabled, and it gets every surface and request that it asks for.
 * - `partial`: enabled, and it gets less than it asks for.
 * - `disabled`: there, and not enabled, or enabled without any of its surfaces.
 * - `missing`: enabled, and its content is not there.
 * - `rejected`: something about it is an error, whether it is enabled or not.
 *
 * Only the first two run.
 */
export type PluginStatus = 'active' | 'partial' | 'disabled' | 'missing' | 'rejected'

/** One package, or one entry of the enablement, with all that was decided about it. */
export interface PluginEntry {
  /**
   * `folder:clock`; the entry's own words where they name no package (`clock`), and `folder:./broken.plug` for one without
   * a readable manifest, which nothing can enable.
   */
  readonly ref: string
  readonly source?: string
  /** Where in its source. */
  readonly location?: string
  readonly id?: PackageId
  readonly version?: string
  readonly digest?: PackageDigest
  readonly manifest?: PluginManifest
  /** What its source has as a signature, verified or not. */
  readonly signature?: unknown
  readonly status: PluginStatus
  /** What the package asks for. */
  readonly requested: PluginGrants
  /** What the enablement gives. */
  readonly granted: PluginGrants
  /** What it may do: never more than it asks for, than it was given, and than the policy allows. */
  readonly effective: PluginGrants
  readonly surfaces: readonly PluginSurface[]
  readonly config: JsonObject
  readonly diagnostics: readonly Diagnostic[]
}

/** Whether the package runs. */
export function isRunnable({ status }: Pick<PluginEntry, 'status'>): boolean {
  return status === 'active' || status === 'partial'
}

/** What is to run with which grants, and what is not, with the reasons. Data: nothing happened yet. */
export interface ResolvedPlan {
  /** In the order of refs, versions and locations. */
  readonly entries: readonly PluginEntry[]
  /** What belongs to no entry: sources, and a lock that does not fit. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What an entry says of the package that it is about. */
export function describeCandidate({
  digest,
  id,
  location,
  manifest,
  signature,
  source,
  version,
}: Candidate): Pick<PluginEntry, 'source' | 'location' | 'id' | 'version' | 'digest' | 'manifest' | 'signature'> {
  return {
    source,
    location,
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version }),
    ...(digest === undefined ? {} : { digest }),
    ...(manifest === undefined ? {} : { manifest }),
    ...(signature === undefined ? {} : { signature }),
  }
}
