import type { Diagnostic } from '@plugboard/contracts'

import type { EnabledPlugin, Enablement } from '../enablement/enablement.ts'
import { normalisePluginGrants } from '../grants/combineGrants.ts'
import { NO_PLUGIN_GRANTS } from '../grants/pluginGrants.ts'
import { compareTexts, compareVersionTexts, refOf, sortCandidates, type Inventory } from '../inventory.ts'
import { lockedPackage, type Lock } from '../lock/lock.ts'
import { parsePackageRef } from '../packageRef.ts'
import type { Candidate } from '../pluginSource.ts'
import { createDiagnostic, hasError, quoted } from '../registryDiagnostics.ts'
import type { HostPolicy } from './hostPolicy.ts'
import { listSurfaces } from './pluginSurface.ts'
import { describeCandidate, type PluginEntry, type ResolvedPlan } from './pluginEntry.ts'
import { resolveEntry } from './resolveEntry.ts'
import { selectCandidate, type Selection } from './selectCandidate.ts'
import type { SignatureEvidence } from './checkSignatures.ts'

export interface ResolvePluginsOptions {
  readonly inventory: Inventory
  readonly enablement: Enablement
  /** What was pinned before. What is in it holds beside what the enablement says. */
  readonly lock?: Lock
  readonly policy?: HostPolicy
  /** What {@link verifySignatures} found. Absent: nothing was verified, so nothing counts as signed. */
  readonly signatures?: readonly SignatureEvidence[]
}

interface Meant {
  readonly enabled: EnabledPlugin
  readonly selection: Selection
}

/**
 * Decides what runs with which grants, and says why the rest does not. Pure: it reads, runs and writes nothing, and the
 * order of sources, packages and entries changes nothing.
 *
 * @throws whatever the policy throws.
 */
export function resolvePlugins(options: ResolvePluginsOptions): ResolvedPlan {
  const { enablement, lock, policy = {}, signatures = [] } = options
  const inventory = { ...options.inventory, candidates: sortCandidates(options.inventory.candidates) }
  const meant = enablement.plugins
    .toSorted(compareEnabled)
    .map((enabled) => ({ enabled, selection: selectCandidate(enabled, inventory, lock) }))
  const rivals = findRivals(meant)
  const taken = new Set<Candidate>()
  const entries: PluginEntry[] = []
  for (const each of meant) {
    const { candidate } = each.selection
    if (candidate !== undefined) taken.add(candidate)
    const diagnostics = [...(rivals.get(each) ?? []), ...staleLock(each, lock)]
    entries.push(resolveEntry({ ...each, diagnostics, candidates: inventory.candidates, policy, signatures }))
  }
  const idle = inventory.candidates.filter((candidate) => !taken.has(candidate)).map(toIdleEntry)
  return {
    entries: [...entries, ...idle].toSorted(compareEntries),
    diagnostics: [...inventory.diagnostics, ...staleEntries(lock, entries)],
  }
}

/** One package runs from one source, and is enabled once: entries that mean the same id reject each other. */
function findRivals(meant: readonly Meant[]): ReadonlyMap<Meant, readonly Diagnostic[]> {
  const groups = [...Map.groupBy(meant, ({ enabled }) => parsePackageRef(enabled.ref)?.id ?? enabled.ref).values()]
  return new Map(
    groups
      .filter((group) => group.length > 1)
      .flatMap((group) =>
        group.map((each) => {
          const refs = group.map(({ enabled }) => quoted(enabled.ref)).join(' and ')
          const place = { ref: each.selection.ref, path: 'plugins.json' }
          return [each, [createDiagnostic('ref-ambiguous', `One package is enabled as ${refs}.`, place)]] as const
        }),
      ),
  )
}

function staleLock({ enabled, selection: { isFound, ref } }: Meant, lock: Lock | undefined): readonly Diagnostic[] {
  if (lock === undefined || !isFound) return []
  const locked = lockedPackage(lock, ref)
  if (locked === undefined) return [createDiagnostic('lock-stale', 'It is enabled, and not locked.', { ref })]
  const { digest = locked.digest, version = locked.version } = enabled
  if (digest === locked.digest && version === locked.version) return []
  return [createDiagnostic('lock-stale', 'Another version or content is enabled than is locked.', { ref })]
}

function staleEntries(lock: Lock | undefined, entries: readonly PluginEntry[]): readonly Diagnostic[] {
  const refs = new Set(entries.map(({ ref }) => ref))
  return Object.keys(lock?.plugins ?? {})
    .filter((ref) => !refs.has(ref))
    .toSorted()
    .map((ref) => createDiagnostic('lock-stale', `${quoted(ref)} is locked, and not enabled.`, { ref }))
}

/** What is there, and nobody enabled. */
function toIdleEntry(candidate: Candidate): PluginEntry {
  const { diagnostics, manifest } = candidate
  const ref = refOf(candidate)
  return {
    ref,
    ...describeCandidate(candidate),
    status: hasError(diagnostics) ? 'rejected' : 'disabled',
    requested: manifest === undefined ? NO_PLUGIN_GRANTS : normalisePluginGrants(manifest.requests),
    granted: NO_PLUGIN_GRANTS,
    effective: NO_PLUGIN_GRANTS,
    surfaces: listSurfaces(manifest?.surfaces ?? {}).map((surface) => ({ ...surface, isEnabled: false })),
    config: {},
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, ref })),
  }
}

/** Two that name the same reject each other; in which order they say so must not depend on the file. */
function compareEnabled(left: EnabledPlugin, right: EnabledPlugin): number {
  return compareTexts(left.ref, right.ref) || compareTexts(JSON.stringify(left), JSON.stringify(right))
}

function compareEntries(left: PluginEntry, right: PluginEntry): number {
  return (
    compareTexts(left.ref, right.ref) ||
    compareVersionTexts(left.version, right.version) ||
    compareTexts(left.location ?? '', right.location ?? '')
  )
}
