import { inspectPackage, type PackageFiles, type PlatformFacts } from '@plugboard/package-format'

import type { Enablement } from '../enablement/enablement.ts'
import type { Inventory } from '../inventory.ts'
import type { Lock, LockedPackage } from '../lock/lock.ts'
import { mayMean, parsePackageRef } from '../packageRef.ts'
import type { Candidate } from '../pluginSource.ts'
import { createDiagnostic, quoted } from '../registryDiagnostics.ts'
import type { HostPolicy } from '../resolve/hostPolicy.ts'
import { isRunnable, type PluginEntry, type ResolvedPlan } from '../resolve/pluginEntry.ts'
import { resolvePlugins } from '../resolve/resolvePlugins.ts'
import { verifySignatures } from '../resolve/verifySignatures.ts'
import type { PackageCache } from './packageCache.ts'

export interface RestorePluginsOptions {
  readonly lock: Lock
  readonly enablement: Enablement
  readonly cache: PackageCache
  readonly policy?: HostPolicy
  readonly platform?: PlatformFacts
}

/** A plan, and the content of what runs. */
export interface RestoredPlan extends ResolvedPlan {
  /** By ref; of `active` and `partial` entries, and of no others. */
  readonly contents: ReadonlyMap<string, PackageFiles>
}

/**
 * Brings back what was locked, from the cache alone: no source is asked, so nothing is upgraded, and nothing new is found.
 * A content that is not the locked one is rejected.
 *
 * @throws whatever the policy or the cache throws.
 */
export async function restorePlugins(options: RestorePluginsOptions): Promise<RestoredPlan> {
  const { cache, enablement, lock, platform = {}, policy = {} } = options
  const restored = await Promise.all(
    Object.entries(lock.plugins)
      .filter(([ref]) => enablement.plugins.some((enabled) => mayMean(enabled.ref, ref)))
      .map(([ref, locked]) => restoreOne(ref, locked, { cache, platform })),
  )
  const inventory: Inventory = { candidates: restored.flatMap(({ candidate }) => candidate), diagnostics: [] }
  const signatures =
    policy.signatures === undefined ? [] : await verifySignatures({ inventory, enablement, policy: policy.signatures })
  const resolved = resolvePlugins({ inventory, enablement, lock, policy, signatures })
  const plan = { ...resolved, entries: resolved.entries.map(sayUnlocked) }
  const files = new Map(restored.map((each) => [each.ref, each.files]))
  const contents = plan.entries.filter(isRunnable).map(({ ref }) => [ref, files.get(ref) ?? new Map()] as const)
  return { ...plan, contents: new Map(contents) }
}

/** What is not in the lock is in no inventory of it. That is no word about the sources, which nobody asked. */
function sayUnlocked(entry: PluginEntry): PluginEntry {
  const { diagnostics, ref } = entry
  const unlocked = createDiagnostic('package-unlocked', `${quoted(ref)} is enabled and not locked.`, { ref })
  return { ...entry, diagnostics: diagnostics.map((each) => (each.code === 'package-missing' ? unlocked : each)) }
}

interface Restored {
  readonly ref: string
  readonly candidate: readonly Candidate[]
  readonly files?: PackageFiles
}

/** What the cache has for a locked package, as if a source had listed it. */
async function restoreOne(
  ref: string,
  locked: LockedPackage,
  { cache, platform }: { readonly cache: PackageCache; readonly platform: PlatformFacts },
): Promise<Restored> {
  const { id, source } = parsePackageRef(ref) ?? {}
  if (id === undefined || source === undefined) return { ref, candidate: [] }
  const { digest, location, signature, version } = locked
  const base = { source, location, id, version, ...(signature === undefined ? {} : { signature }) }
  const kept = await cache.get(digest)
  if (kept.files === undefined) {
    // Nothing kept is one thing, something that cannot be read another: that one has no digest, and so not the locked one.
    const isThere = kept.diagnostics.length > 0
    const message = `${quoted(ref)} is locked, and its content is not in the cache.`
    const absent = { ...base, digest, diagnostics: [createDiagnostic('restore-unavailable', message)] }
    return { ref, candidate: [isThere ? { ...base, diagnostics: kept.diagnostics } : absent] }
  }
  const report = await inspectPackage(kept.files, platform)
  const diagnostics = [...report.diagnostics]
  const isPackage = report.manifest?.id === id
  if (!isPackage) diagnostics.push(createDiagnostic('digest-mismatch', 'The cache holds another package.'))
  const candidate: Candidate = {
    ...base,
    // What the manifest says is held against the lock as a source's word is.
    ...(report.manifest === undefined || !isPackage
      ? {}
      : { manifest: report.manifest, version: report.manifest.version }),
    ...(report.digest === undefined ? {} : { digest: report.digest }),
    diagnostics,
  }
  return { ref, candidate: [candidate], files: report.files }
}
