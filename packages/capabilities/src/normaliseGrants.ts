import {
  EVERY_DOMAIN,
  isCapabilityName,
  NO_GRANTS,
  type CapabilityGrants,
  type CapabilityRequest,
} from '@plugboard/contracts'

export interface NormaliseGrantsOptions {
  /** Whether `'*'` may stay in `readShared`. Only an operator policy says so; false when absent. */
  readonly everyDomain?: boolean
}

/**
 * Grants in their one stored form: legal names only, each once, sorted, frozen. What is not a legal name is dropped, so
 * anything that is not understood gives less, never more. Equal grants come out deeply equal.
 */
export function normaliseGrants(
  grants: CapabilityRequest | null | undefined,
  options: NormaliseGrantsOptions = {},
): CapabilityGrants {
  const readShared =
    options.everyDomain === true && listOf(grants?.readShared).includes(EVERY_DOMAIN)
      ? Object.freeze([EVERY_DOMAIN])
      : namesOf(grants?.readShared)
  const writeShared = namesOf(grants?.writeShared)
  const systemCommands = namesOf(grants?.systemCommands)
  const components = namesOf(grants?.components)
  if (readShared.length + writeShared.length + systemCommands.length + components.length === 0) return NO_GRANTS
  return Object.freeze({ readShared, writeShared, systemCommands, ...(components.length === 0 ? {} : { components }) })
}

/** Whether two sets of grants allow the same, whatever the order of their lists. */
export function isSameGrants(left: CapabilityGrants, right: CapabilityGrants): boolean {
  if (left === right) return true
  return (
    isSameSet(left.readShared, right.readShared) &&
    isSameSet(left.writeShared, right.writeShared) &&
    isSameSet(left.systemCommands, right.systemCommands) &&
    isSameSet(left.components ?? [], right.components ?? [])
  )
}

/** Whether the grants open every domain at once: to be shown as broad wherever grants are shown. */
export function isBroadGrant(grants: CapabilityRequest): boolean {
  return listOf(grants.readShared).includes(EVERY_DOMAIN)
}

function namesOf(names: unknown): readonly string[] {
  return Object.freeze([...new Set(listOf(names).filter(isCapabilityName))].toSorted())
}

// A policy is host code, but it may be plain JavaScript: what is no list names nothing.
function listOf(names: unknown): readonly unknown[] {
  return Array.isArray(names) ? names : []
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  const names = new Set(left)
  return names.size === new Set(right).size && right.every((name) => names.has(name))
}
