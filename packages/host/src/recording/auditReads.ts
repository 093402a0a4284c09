import {
  parseInstanceId,
  type CancelSignal,
  type DomainName,
  type PackageId,
  type PluginRuntime,
  type PluginView,
  type Recording,
} from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'

import { readEntries } from './readEntries.ts'
import { replayEntries, type ReplayEntriesOptions } from './replayRecording.ts'
import type { ReplayDivergence } from './replayReport.ts'

export interface AuditReadsOptions {
  readonly runtime: PluginRuntime
  /** Code that runs where the recording holds none, by package. */
  readonly code?: Readonly<Record<PackageId, string>>
  /** Ends the audit; what was not found out is `unknown`. */
  readonly signal?: CancelSignal
}

/** What one package made of what it may read. */
export interface PackageReads {
  readonly packageId: PackageId
  readonly domains: readonly DomainUse[]
}

export interface DomainUse {
  readonly domain: DomainName
  /** `unused`: without it, all that was recorded is the same. `unknown`: the package does not replay as it is. */
  readonly use: 'used' | 'unused' | 'unknown'
  /** The first answer that needs the domain. */
  readonly evidence?: ReplayDivergence
}

/**
 * Finds which shared domains a plugin reads and which it was only granted. A read leaves no trace; so each package is
 * replayed once without each domain that it was shown: a domain whose absence changes nothing was not used in this run.
 *
 * @throws RecordingError as `replayRecording` does.
 */
export async function auditReads(value: Recording, options: AuditReadsOptions): Promise<readonly PackageReads[]> {
  const recording = parseRecording(value, { maxSize: Number.POSITIVE_INFINITY })
  const audits: PackageReads[] = []
  for (const [packageId, domains] of collectDomains(recording)) {
    audits.push({
      packageId,
      domains: await auditDomains(recording, domains, { ...options, includes: (id) => id === packageId }),
    })
  }
  return audits
}

async function auditDomains(
  recording: Recording,
  domains: ReadonlySet<DomainName>,
  options: ReplayEntriesOptions,
): Promise<readonly DomainUse[]> {
  if (domains.size === 0) return []
  const asItWas = await replayEntries(recording, options)
  const uses: DomainUse[] = []
  for (const domain of domains) {
    if (asItWas.outcome !== 'same') {
      uses.push({ domain, use: 'unknown' })
      continue
    }
    const changeView = (view: PluginView): PluginView => withoutDomain(view, domain)
    // One after the other: each is a whole run.
    const { divergence, outcome } = await replayEntries(recording, { ...options, changeView })
    if (outcome === 'stopped') uses.push({ domain, use: 'unknown' })
    else uses.push(divergence === undefined ? { domain, use: 'unused' } : { domain, use: 'used', evidence: divergence })
  }
  return uses
}

function collectDomains(recording: Recording): ReadonlyMap<PackageId, ReadonlySet<DomainName>> {
  const packages = new Map<PackageId, Set<DomainName>>()
  for (const { entry, view } of readEntries(recording)) {
    const packageId = parseInstanceId(entry.instanceId)?.packageId ?? ''
    const domains = packages.get(packageId) ?? new Set()
    packages.set(packageId, domains)
    for (const domain of Object.keys(view?.globalState.shared ?? {})) domains.add(domain)
  }
  return packages
}

// As a host shows it to whom it was never granted.
function withoutDomain(view: PluginView, domain: DomainName): PluginView {
  const { globalState, grants } = view
  const { [domain]: _, ...shared } = globalState.shared
  const readShared = grants.readShared.filter((name) => name !== domain)
  return { ...view, globalState: { ...globalState, shared }, grants: { ...grants, readShared } }
}
