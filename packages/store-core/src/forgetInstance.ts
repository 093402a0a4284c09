import type { InstanceId, RuntimeState } from '@plugboard/contracts'

import { applyNext } from './applyNext.ts'
import { ownValue, withoutEntry } from './initialState.ts'
import type { Registries } from './registries.ts'
import { reportDefect } from './storeDefect.ts'

/** The state without an instance: its record, state and grants, and what each shared domain remembers of it. */
export function forgetInstance(state: RuntimeState, instanceId: InstanceId, registries: Registries): RuntimeState {
  if (ownValue(state.instances, instanceId) === undefined) return state
  const next: RuntimeState = {
    ...state,
    instances: withoutEntry(state.instances, instanceId),
    pluginStateByInstance: withoutEntry(state.pluginStateByInstance, instanceId),
    grantsByInstance: withoutEntry(state.grantsByInstance, instanceId),
  }
  return forgetInDomains(next, instanceId, registries)
}

/** The state without what each shared domain remembers of an instance. */
export function forgetInDomains(state: RuntimeState, instanceId: InstanceId, registries: Registries): RuntimeState {
  let next = state
  for (const [name, domain] of registries.sharedDomains) {
    if (domain.onInstanceRemoved === undefined) continue
    try {
      const remaining = domain.onInstanceRemoved(ownValue(next.shared, name) ?? domain.initialState, instanceId)
      next = applyNext(next, { map: 'shared', key: name }, remaining)?.state ?? next
    } catch (error) {
      // The instance goes all the same; one domain that cannot forget must not keep it, or the other domains, alive.
      reportDefect(registries.onDefect, { code: 'removal-threw', subject: name, error })
    }
  }
  return next
}
