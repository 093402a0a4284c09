import { cleanDisplayText } from '@plugboard/contracts'

import { compareTexts, sortCandidates, type Inventory } from './inventory.ts'
import { isSourceId } from './packageRef.ts'
import type { PluginSource, SourceListing } from './pluginSource.ts'
import { createDiagnostic, quoted } from './registryDiagnostics.ts'
import { REGISTRY_LIMITS } from './registryLimits.ts'

/**
 * Asks every source what it has. An inventory and nothing else: that a package is there registers, runs, reads, opens and
 * injects nothing. A source that fails costs only what is in it.
 *
 * @param signal Ends the waiting: sources that have not answered count as unavailable.
 * @throws TypeError when two sources have one id, or an id is none: who is meant by it would depend on their order.
 */
export async function discover(sources: readonly PluginSource[], signal?: AbortSignal): Promise<Inventory> {
  const ids = sources.map(({ id }) => id)
  if (!ids.every(isSourceId) || new Set(ids).size < ids.length) {
    throw new TypeError(
      `Each source needs an id of its own, as "folder"; there are ${ids.map(cleanDisplayText).join(', ')}.`,
    )
  }
  const inOrder = sources.toSorted((left, right) => compareTexts(left.id, right.id))
  const listings = await Promise.all(inOrder.map((source) => listSource(source, signal)))
  return {
    candidates: sortCandidates(listings.flatMap(({ candidates }) => candidates)),
    diagnostics: listings.flatMap(({ diagnostics }) => diagnostics),
  }
}

async function listSource(source: PluginSource, signal: AbortSignal | undefined): Promise<SourceListing> {
  try {
    const { candidates, diagnostics } = await source.list(signal)
    // A source speaks for itself only.
    const own = candidates.filter((candidate) => candidate.source === source.id)
    if (own.length <= REGISTRY_LIMITS.candidates) return { candidates: own, diagnostics }
    const message = `${quoted(source.id)} lists ${own.length} packages; ${REGISTRY_LIMITS.candidates} are the most.`
    return {
      candidates: own.slice(0, REGISTRY_LIMITS.candidates),
      diagnostics: [...diagnostics, createDiagnostic('source-too-large', message)],
    }
  } catch {
    const message = `The source ${quoted(source.id)} failed.`
    return { candidates: [], diagnostics: [createDiagnostic('source-unavailable', message)] }
  }
}
