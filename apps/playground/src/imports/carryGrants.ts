import { addGrant, removeGrant } from '@plugboard/capabilities'
import type { CapabilityGrants, CapabilityRequest } from '@plugboard/contracts'

import { isAsked, type Ask } from '../consent/asks.ts'
import { asksOf } from './packageAsks.ts'

export interface RequestChange {
  /** What the present version asks for. */
  readonly before: CapabilityRequest
  readonly after: CapabilityRequest
  /** Of what is new in `after`. */
  readonly granted: readonly Ask[]
}

/** Grants after an update: as they were, without what is not asked for any more, and with what was granted of the new. */
export function carryGrants(had: CapabilityGrants, { after, before, granted }: RequestChange): CapabilityGrants {
  let grants = had
  for (const ask of asksOf(had)) {
    if (isAsked(before, ask) && !isAsked(after, ask)) grants = removeGrant(grants, ask.verb, ask.name)
  }
  for (const ask of granted) if (isAsked(after, ask)) grants = addGrant(grants, ask.verb, ask.name)
  return grants
}
