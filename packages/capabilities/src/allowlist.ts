import { NO_GRANTS, type CapabilityGrants, type CapabilityRequest, type PackageId } from '@plugboard/contracts'

import type { GrantPolicy } from './grantPolicy.ts'

/**
 * A policy that gives each listed package at most what the table says, and every other package nothing.
 *
 * @example
 * ```ts
 * const policy = allowlist({ counter: { writeShared: ['counter-summary'] } })
 * ```
 */
export function allowlist(table: Readonly<Record<PackageId, CapabilityRequest>>): GrantPolicy {
  // A map, so that a package cannot be looked up among the prototype's names.
  const byPackage = new Map<PackageId, CapabilityGrants>(
    Object.entries(table).map(([packageId, allowed]) => [
      packageId,
      {
        readShared: [...(allowed.readShared ?? [])],
        writeShared: [...(allowed.writeShared ?? [])],
        systemCommands: [...(allowed.systemCommands ?? [])],
        ...(allowed.components === undefined ? {} : { components: [...allowed.components] }),
      },
    ]),
  )
  return ({ identity }) => byPackage.get(identity.packageId) ?? NO_GRANTS
}
