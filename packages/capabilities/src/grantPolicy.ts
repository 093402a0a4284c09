import { NO_GRANTS, type CapabilityGrants, type PackageManifest, type RuntimeIdentity } from '@plugboard/contracts'

/** What a policy is asked: who is being loaded, and what its trusted manifest says. */
export interface GrantRequest {
  readonly identity: RuntimeIdentity
  /** Null for code that came without a trusted manifest. */
  readonly manifest: PackageManifest | null
}

/**
 * Decides what an instance gets when it is loaded. Pure. The answer goes through {@link computeGrants}, which cuts it to
 * what was requested: a policy can give less than asked, never more.
 */
export type GrantPolicy = (request: GrantRequest) => CapabilityGrants

/** Gives nothing to anybody. */
export const denyAll: GrantPolicy = () => NO_GRANTS

/** Gives what a trusted manifest asks for, and nothing to code without one. `'*'` still needs an operator policy. */
export const grantRequested: GrantPolicy = ({ manifest }) => ({
  readShared: manifest?.capabilities.readShared ?? [],
  writeShared: manifest?.capabilities.writeShared ?? [],
  systemCommands: manifest?.capabilities.systemCommands ?? [],
  ...(manifest?.capabilities.components === undefined ? {} : { components: manifest.capabilities.components }),
})
