import type { CapabilityVerb } from '@plugboard/capabilities'
import { EVERY_DOMAIN, type CapabilityGrants, type CapabilityRequest } from '@plugboard/contracts'

/** How what an instance has compares with what its manifest asked for. */
export interface GrantComparison {
  /** Asked for, and not granted. */
  readonly missing: number
  /** Granted, and not asked for. */
  readonly beyond: number
}

const LISTS = ['readShared', 'writeShared', 'systemCommands', 'components'] as const

export function compareGrants(request: CapabilityRequest, grants: CapabilityGrants): GrantComparison {
  let missing = 0
  let beyond = 0
  for (const list of LISTS) {
    const asked = new Set(request[list])
    const given = new Set(grants[list])
    for (const name of asked) if (!given.has(name) && !given.has(EVERY_DOMAIN)) missing += 1
    for (const name of given) if (!asked.has(name)) beyond += 1
  }
  return { missing, beyond }
}

/** The names of a list that a person can decide about: the host's own, and those that were asked for or are granted. */
export function namesToDecide(
  list: 'systemCommands' | 'components',
  known: readonly string[],
  { grants, request }: { readonly request: CapabilityRequest; readonly grants: CapabilityGrants },
): readonly string[] {
  return [...new Set([...known, ...(request[list] ?? []), ...(grants[list] ?? [])])]
}

/** What a manifest asks for, as grants: all of it, or what of it was `agreed` to. */
export function asGrants(request: CapabilityRequest, agreed?: CapabilityGrants): CapabilityGrants {
  const namesOf = (list: (typeof LISTS)[number]): readonly string[] => {
    const asked = request[list] ?? []
    return agreed === undefined ? asked : asked.filter((name) => agreed[list]?.includes(name))
  }
  return {
    readShared: namesOf('readShared'),
    writeShared: namesOf('writeShared'),
    systemCommands: namesOf('systemCommands'),
    components: namesOf('components'),
  }
}

/** The verbs that stand for a list of names without a direction. */
export type NamedVerb = Extract<CapabilityVerb, 'systemCommand' | 'component'>
