import { DATA_DEPTH, inspectJson, type RuntimeState } from '@plugboard/contracts'
import { freeze } from 'immer'

import type { DomainsRestored } from './hostActions.ts'
import { ownValue, withEntry } from './initialState.ts'
import type { Registries } from './registries.ts'

/** The state with saved states of shared domains; what is no domain of the store, or no JSON data, is left out. */
export function restoreDomains(
  state: RuntimeState,
  { domains }: DomainsRestored,
  { sharedDomains }: Registries,
): RuntimeState {
  let { shared } = state
  for (const name of sharedDomains.keys()) {
    const value = ownValue(domains, name)
    if (value === undefined || inspectJson(value, { depth: DATA_DEPTH }) !== null) continue
    shared = withEntry(shared, name, freeze(value, true))
  }
  return shared === state.shared ? state : { ...state, shared }
}
