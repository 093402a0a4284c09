import type { CapabilityGrants, DomainName, JsonValue } from '@plugboard/contracts'

import { isReadable, type SharedDomainPolicies } from './sharedDomainPolicy.ts'

export interface ProjectSharedOptions {
  readonly grants: CapabilityGrants
  readonly domains: SharedDomainPolicies
  /** The state of a domain. Asked only for domains that the grants open; undefined: the domain has no state. */
  readonly read: (domain: DomainName) => JsonValue | undefined
}

/**
 * The shared state that an instance sees: the public projection of every domain that is open or granted. What is not
 * granted is not there, and its state is not even read. The record has no prototype.
 */
export function projectShared(options: ProjectSharedOptions): Readonly<Record<DomainName, JsonValue>> {
  const { domains, grants, read } = options
  const shared: Record<DomainName, JsonValue> = Object.create(null)
  // By the host's list, never by the grants: a grant for a domain that does not exist opens nothing.
  for (const [name, policy] of domains) {
    if (!isReadable(grants, policy)) continue
    const state = read(name)
    if (state === undefined) continue
    shared[name] = policy.publicProjection === undefined ? state : policy.publicProjection(state)
  }
  return shared
}
