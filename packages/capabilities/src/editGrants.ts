import { EVERY_DOMAIN, type CapabilityGrants } from '@plugboard/contracts'

import type { CapabilityVerb } from './can.ts'
import { normaliseGrants } from './normaliseGrants.ts'

const LIST_OF = {
  readShared: 'readShared',
  writeShared: 'writeShared',
  systemCommand: 'systemCommands',
  component: 'components',
} as const satisfies Record<CapabilityVerb, keyof CapabilityGrants>

/** The grants with one more: what a switch in a grants panel turns on. An illegal name changes nothing. */
export function addGrant(grants: CapabilityGrants, verb: CapabilityVerb, name: string): CapabilityGrants {
  const list = LIST_OF[verb]
  return edited(grants, { ...grants, [list]: [...(grants[list] ?? []), name] })
}

/** The grants with one less: what a switch in a grants panel turns off. Taking `'*'` away takes all reading away. */
export function removeGrant(grants: CapabilityGrants, verb: CapabilityVerb, name: string): CapabilityGrants {
  const list = LIST_OF[verb]
  return edited(grants, { ...grants, [list]: (grants[list] ?? []).filter((granted) => granted !== name) })
}

// `'*'` survives an edit of something else, and cannot be brought in by one.
function edited(before: CapabilityGrants, after: CapabilityGrants): CapabilityGrants {
  return normaliseGrants(after, { everyDomain: before.readShared.includes(EVERY_DOMAIN) })
}
