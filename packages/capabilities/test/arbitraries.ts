import type { CapabilityGrants, CapabilityRequest, DispatchIntent, PackageManifest } from '@plugboard/contracts'
import * as fc from 'fast-check'

import type { SharedDomainPolicies, SharedDomainPolicy } from '@plugboard/capabilities'

/** Few names, so that lists meet; and names that must never open anything. */
export const legalName: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'counter', 'workspace', 'presence', 'host')
export const anyName: fc.Arbitrary<string> = fc.oneof(
  legalName,
  fc.constantFrom('*', '', '__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'A', 'a b', 'a/b'),
  fc.string({ maxLength: 6 }),
)
export const packageId: fc.Arbitrary<string> = fc.constantFrom('counter', 'greeter', 'monitor')

const names = fc.array(anyName, { maxLength: 5 })

export const anyGrants: fc.Arbitrary<CapabilityGrants> = fc.record(
  { readShared: names, writeShared: names, systemCommands: names, components: names },
  { requiredKeys: ['readShared', 'writeShared', 'systemCommands'] },
)

export const anyRequest: fc.Arbitrary<CapabilityRequest> = fc.record(
  { readShared: names, writeShared: names, systemCommands: names, components: names },
  { requiredKeys: [] },
)

export const anyManifest: fc.Arbitrary<PackageManifest> = fc.record({
  apiVersion: fc.constant(1 as const),
  packageId,
  title: fc.string({ maxLength: 8 }),
  capabilities: anyRequest,
})

const policy = (name: string): fc.Arbitrary<SharedDomainPolicy> =>
  fc.record(
    {
      name: fc.constant(name),
      owner: fc.oneof(fc.constant('host' as const), packageId),
      readPolicy: fc.constantFrom('capability' as const, 'open' as const),
      writePolicy: fc.constantFrom('capability' as const, 'none' as const, 'owner-only' as const),
    },
    { requiredKeys: ['name', 'owner'] },
  )

export const anyDomains: fc.Arbitrary<SharedDomainPolicies> = fc
  .uniqueArray(legalName)
  .chain((domains) => fc.tuple(...domains.map(policy)))
  .map((policies) => new Map(policies.map((domain) => [domain.name, domain])))

/** Intents of every scope, legal or not: what an authorization must answer without throwing. */
export const anyIntent: fc.Arbitrary<DispatchIntent> = fc.oneof(
  fc.record({ scope: fc.constant('plugin' as const), actionType: fc.string({ maxLength: 200 }) }),
  fc.record({ scope: fc.constant('shared' as const), domain: anyName, actionType: fc.string({ maxLength: 200 }) }),
  fc.record({ scope: fc.constant('system' as const), command: anyName }),
  // A guest's JSON, past a seam that failed: anything at all.
  fc.anything().map((value) => (typeof value === 'object' && value !== null ? value : {}) as DispatchIntent),
)
