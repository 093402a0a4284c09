import { addGrant, can, type CapabilityVerb } from '@plugboard/capabilities'
import {
  EVERY_DOMAIN,
  NO_GRANTS,
  SYSTEM_COMMANDS,
  type CapabilityGrants,
  type CapabilityRequest,
} from '@plugboard/contracts'
import { runtimeMetrics, runtimeRegistry } from '@plugboard/host'
import { presetSharedDomains } from '@plugboard/preset-plugins'

/** One thing that a plugin would like to be allowed. */
export interface Ask {
  readonly verb: CapabilityVerb
  readonly name: string
}

export interface Asks {
  /** What this playground has, each once, in the order of the grant table. */
  readonly known: readonly Ask[]
  /** Things that it does not have, and cannot grant. */
  readonly unknown: number
}

/** Everything that could be asked for here. */
export const ASKABLE: readonly Ask[] = [
  ...[...presetSharedDomains, runtimeMetrics, runtimeRegistry].map(
    ({ name }) => ({ verb: 'readShared', name }) as const,
  ),
  // What the host computes cannot be written.
  ...presetSharedDomains.map(({ name }) => ({ verb: 'writeShared', name }) as const),
  ...SYSTEM_COMMANDS.map((name) => ({ verb: 'systemCommand', name }) as const),
]

/** What all of the requests together ask for. They came from elsewhere: a name that is not known here is only counted. */
export function listAsks(requests: readonly CapabilityRequest[]): Asks {
  const known = ASKABLE.filter((ask) => requests.some((request) => isAsked(request, ask)))
  const names = new Set<string>()
  for (const [verb, field] of FIELDS) {
    for (const name of requests.flatMap((request) => request[field] ?? [])) {
      const isKnown = name === EVERY_DOMAIN || ASKABLE.some((ask) => ask.verb === verb && ask.name === name)
      if (!isKnown) names.add(`${verb} ${name}`)
    }
  }
  return { known, unknown: names.size }
}

/** The grants of one instance: what it asks for, as far as the person granted it. */
export function grantAsked(request: CapabilityRequest, granted: readonly Ask[]): CapabilityGrants {
  let grants = NO_GRANTS
  for (const ask of granted) if (isAsked(request, ask)) grants = addGrant(grants, ask.verb, ask.name)
  return grants
}

/** What is in `request` and not in `other`. */
export function withoutAsks(request: CapabilityRequest, other: CapabilityRequest): CapabilityRequest {
  const entries = FIELDS.map(([, field]) => {
    const names = (request[field] ?? []).filter((name) => !(other[field] ?? []).includes(name))
    return [field, names] as const
  })
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0))
}

/** What either asks for. */
export function joinAsks(left: CapabilityRequest, right: CapabilityRequest): CapabilityRequest {
  const entries = FIELDS.map(([, field]) => [field, [...(left[field] ?? []), ...(right[field] ?? [])]] as const)
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0))
}

const FIELDS = [
  ['readShared', 'readShared'],
  ['writeShared', 'writeShared'],
  ['systemCommand', 'systemCommands'],
  ['component', 'components'],
] as const satisfies readonly (readonly [CapabilityVerb, keyof CapabilityRequest])[]

/** Whether a request names it, or everything of its kind. */
export function isAsked(request: CapabilityRequest, { name, verb }: Ask): boolean {
  return can({ ...NO_GRANTS, ...request }, verb, name)
}
