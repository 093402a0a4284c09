import { EVERY_DOMAIN, NO_GRANTS, type CapabilityGrants, type CapabilityRequest } from '@plugboard/contracts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { computeGrants, isOperator, normaliseGrants, type GrantPolicy } from '@plugboard/capabilities'

import { anyManifest } from './arbitraries.ts'

/** What every grant policy owes, for any manifest: the contract's cases, as properties. */
export function describePolicyProperties(name: string, createPolicy: () => GrantPolicy): void {
  describe(`properties of ${name}`, () => {
    it('never gives more than the manifest requests', () => {
      fc.assert(
        fc.property(anyManifest, (manifest) => {
          const grants = computeGrants(createPolicy(), request(manifest))
          expect(excess(grants, manifest.capabilities)).toEqual([])
        }),
      )
    })

    it('gives nothing to code without a manifest', () => {
      expect(computeGrants(createPolicy(), { identity: identity('counter'), manifest: null })).toBe(NO_GRANTS)
    })

    it('gives nothing for a manifest that belongs to another package', () => {
      fc.assert(
        fc.property(anyManifest, (manifest) => {
          const grants = computeGrants(createPolicy(), { identity: identity('somebody-else'), manifest })
          expect(grants).toBe(NO_GRANTS)
        }),
      )
    })

    it('gives the same for the same request, in normal form', () => {
      fc.assert(
        fc.property(anyManifest, (manifest) => {
          const policy = createPolicy()
          const grants = computeGrants(policy, request(manifest))
          expect(computeGrants(policy, request(manifest))).toEqual(grants)
          expect(normaliseGrants(grants, { everyDomain: true })).toEqual(grants)
        }),
      )
    })

    it('gives "*" in readShared to operators only, and nowhere else to anybody', () => {
      fc.assert(
        fc.property(anyManifest, (manifest) => {
          const policy = createPolicy()
          const grants = computeGrants(policy, request(manifest))
          if (!isOperator(policy, manifest.packageId)) expect(grants.readShared).not.toContain(EVERY_DOMAIN)
          expect([...grants.writeShared, ...grants.systemCommands]).not.toContain(EVERY_DOMAIN)
        }),
      )
    })
  })
}

/** The granted names that nobody asked for. */
function excess(grants: CapabilityGrants, requested: CapabilityRequest): readonly string[] {
  const asksForEvery = requested.readShared?.includes(EVERY_DOMAIN) ?? false
  return [
    ...grants.readShared.filter((domain) => !asksForEvery && !requested.readShared?.includes(domain)),
    ...grants.writeShared.filter((domain) => !requested.writeShared?.includes(domain)),
    ...grants.systemCommands.filter((command) => !requested.systemCommands?.includes(command)),
  ]
}

function identity(packageId: string): { readonly packageId: string; readonly instanceId: string } {
  return { packageId, instanceId: `${packageId}@1` }
}

function request(manifest: Parameters<GrantPolicy>[0]['manifest'] & object): Parameters<GrantPolicy>[0] {
  return { identity: identity(manifest.packageId), manifest }
}
