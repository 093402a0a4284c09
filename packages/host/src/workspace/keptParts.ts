import type { StoredParts } from '@plugboard/contracts'

import type { HostParts } from '../hostParts.ts'
import { domainPart } from './partNames.ts'
import type { WorkspacePlan } from './workspacePlan.ts'

/** What was stored and is nowhere in the host: kept for exports, and nothing else is. */
export interface KeptParts {
  /** Domains that the host does not define, by part: they stay where they are. */
  readonly foreign: ReadonlyMap<string, unknown>
  /** All of it, where not all of it was understood. */
  readonly unread: Pick<StoredParts, 'parts' | 'damaged'> | null
}

export interface KeepPartsOptions {
  readonly stored: Pick<StoredParts, 'parts' | 'damaged'>
  readonly plan: WorkspacePlan
  readonly host: HostParts
}

/** Says what of that which was stored has to be kept. */
export function keepParts({ host, plan, stored }: KeepPartsOptions): KeptParts {
  const { damaged, parts } = stored
  const names = [...plan.read.domains.keys()].filter((name) => !host.sharedDomains.has(name)).map(domainPart)
  const isMore = plan.problems.some(({ blocksSaving }) => blocksSaving) && parts.size + damaged.length > 0
  return { foreign: new Map(names.map((name) => [name, parts.get(name)])), unread: isMore ? stored : null }
}
