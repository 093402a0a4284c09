import {
  EVERY_DOMAIN,
  NO_GRANTS,
  type CapabilityGrants,
  type CapabilityRequest,
  type DomainName,
} from '@plugboard/contracts'

import type { GrantPolicy, GrantRequest } from './grantPolicy.ts'
import { normaliseGrants } from './normaliseGrants.ts'
import { isOperator } from './operatorPolicy.ts'

/**
 * What an instance gets: the policy's answer, cut to what the manifest requested, in normal form.
 *
 * Without a manifest, or with one that belongs to another package, the answer is nothing whatever the policy says.
 * `'*'` is requested and granted only in `readShared`, and only through `operatorPolicy`; where it is requested but the
 * policy names domains one by one, those are granted.
 *
 * @throws whatever the policy throws: no grants were computed then, and the load fails.
 */
export function computeGrants(policy: GrantPolicy, request: GrantRequest): CapabilityGrants {
  const { identity, manifest } = request
  if (manifest === null || manifest.packageId !== identity.packageId) return NO_GRANTS
  const offered = normaliseGrants(policy(request), { everyDomain: isOperator(policy, identity.packageId) })
  const requested = normaliseGrants(manifest.capabilities, { everyDomain: true })
  return normaliseGrants(
    {
      readShared: readable(offered.readShared, requested.readShared),
      writeShared: common(offered.writeShared, requested.writeShared),
      systemCommands: common(offered.systemCommands, requested.systemCommands),
      components: common(offered.components ?? [], requested.components ?? []),
    },
    { everyDomain: true },
  )
}

/** What a manifest asked for and the grants do not contain: what a consent screen offers. */
export function missingGrants(requested: CapabilityRequest, grants: CapabilityGrants): CapabilityGrants {
  const asked = normaliseGrants(requested, { everyDomain: true })
  const isReadable = (domain: DomainName): boolean =>
    grants.readShared.includes(EVERY_DOMAIN) || grants.readShared.includes(domain)
  return normaliseGrants(
    {
      readShared: asked.readShared.filter((domain) => !isReadable(domain)),
      writeShared: asked.writeShared.filter((domain) => !grants.writeShared.includes(domain)),
      systemCommands: asked.systemCommands.filter((command) => !grants.systemCommands.includes(command)),
      components: (asked.components ?? []).filter((capability) => !(grants.components ?? []).includes(capability)),
    },
    { everyDomain: true },
  )
}

function readable(offered: readonly DomainName[], requested: readonly DomainName[]): readonly DomainName[] {
  if (requested.includes(EVERY_DOMAIN)) return offered
  return offered.includes(EVERY_DOMAIN) ? requested : common(offered, requested)
}

function common(offered: readonly string[], requested: readonly string[]): readonly string[] {
  return offered.filter((name) => requested.includes(name))
}
