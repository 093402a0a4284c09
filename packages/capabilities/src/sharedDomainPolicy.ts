import type { CapabilityGrants, DomainName, SharedDomainDefinition } from '@plugboard/contracts'

import { canReadShared } from './can.ts'

/** What authorization and projection need to know of a domain; a `SharedDomainDefinition` is one. */
export type SharedDomainPolicy = Pick<
  SharedDomainDefinition,
  'name' | 'owner' | 'readPolicy' | 'writePolicy' | 'publicProjection'
>

/** The domains of a host, by name. A map: a name can be anything, and finds nothing but what the host registered. */
export type SharedDomainPolicies = ReadonlyMap<DomainName, SharedDomainPolicy>

/** Whether an instance with these grants sees the domain: it is open, or it is granted. */
export function isReadable(grants: CapabilityGrants, policy: SharedDomainPolicy): boolean {
  return policy.readPolicy === 'open' || canReadShared(grants, policy.name)
}
