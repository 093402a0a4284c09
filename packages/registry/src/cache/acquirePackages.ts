import type { Diagnostic } from '@plugboard/contracts'

import type { Enablement } from '../enablement/enablement.ts'
import type { Inventory } from '../inventory.ts'
import type { Lock } from '../lock/lock.ts'
import type { Candidate, PluginSource } from '../pluginSource.ts'
import { hasError } from '../registryDiagnostics.ts'
import { selectCandidate } from '../resolve/selectCandidate.ts'
import type { PackageCache } from './packageCache.ts'

export interface AcquirePackagesOptions {
  readonly inventory: Inventory
  readonly enablement: Enablement
  /** Absent: what the enablement pins counts alone, as when a lock is written. */
  readonly lock?: Lock
  readonly sources: readonly PluginSource[]
  readonly cache: PackageCache
  readonly signal?: AbortSignal
}

/**
 * Reads the content of what is enabled, and of nothing else, into the cache: what an index only listed is known afterwards,
 * and what is locked can be restored. Runs nothing of it.
 *
 * @returns the inventory with what became known. What could not be read has the reason among its diagnostics.
 * @throws PackageCacheError as `put` does.
 */
export async function acquirePackages(options: AcquirePackagesOptions): Promise<Inventory> {
  const { cache, enablement, inventory, lock, signal, sources } = options
  const wanted = new Set<Candidate>()
  for (const enabled of enablement.plugins) {
    const { candidate, diagnostics } = selectCandidate(enabled, inventory, lock)
    if (candidate !== undefined && !hasError([...diagnostics, ...candidate.diagnostics])) wanted.add(candidate)
  }
  const candidates: Candidate[] = []
  for (const candidate of inventory.candidates) {
    const source = sources.find(({ id }) => id === candidate.source)
    if (source === undefined || !wanted.has(candidate)) candidates.push(candidate)
    // One after the other, so that one package at a time is in memory.
    else candidates.push(await acquire(candidate, source, cache, signal))
  }
  return { ...inventory, candidates }
}

async function acquire(
  candidate: Candidate,
  source: PluginSource,
  cache: PackageCache,
  signal: AbortSignal | undefined,
): Promise<Candidate> {
  const { digest } = candidate
  const { diagnostics, files, manifest } = await source.read(candidate, signal)
  if (files === undefined || manifest === undefined || digest === undefined) {
    return { ...candidate, diagnostics: together(candidate.diagnostics, diagnostics) }
  }
  await cache.put(digest, files)
  return { ...candidate, manifest, diagnostics: together(candidate.diagnostics, diagnostics) }
}

/** What was said when it was listed is said again when it is read. */
function together(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const textOf = ({ code, message, path }: Diagnostic): string => JSON.stringify([code, path, message])
  const known = new Set(after.map(textOf))
  return [...before.filter((diagnostic) => !known.has(textOf(diagnostic))), ...after]
}
