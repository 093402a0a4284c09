import { isPlainObject, type InstanceId, type PluginReducer, type SharedDomainDefinition } from '@plugboard/contracts'
import { defineSharedDomain } from '@plugboard/store-core'

import { isGreeterName } from '../greeter/greeterName.ts'

/** What the domain keeps, and what readers see: the name that was shared last. */
export interface GreeterProfile {
  /** Null until somebody shares one, and once the one who did is gone. */
  readonly name: string | null
  readonly sharedBy: InstanceId | null
}

/** Payload of `set-profile`: 1 to 80 characters. */
export interface SetProfilePayload {
  readonly name: string
}

const NOBODY: GreeterProfile = { name: null, sharedBy: null }

/** Keeps the name that was shared last, and who shared it: the host's word, not the plugin's. */
export const reduceGreeterProfile: PluginReducer<GreeterProfile> = (current, { actionType, payload }, context) => {
  if (actionType !== 'set-profile') {
    return { next: current, outcome: 'ignored', reason: `unsupported-action:greeter-profile/${actionType}` }
  }
  const name = isPlainObject(payload) ? payload['name'] : undefined
  if (!isGreeterName(name) || name.trim() === '') {
    return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload.name' }
  }
  if (current.name === name && current.sharedBy === context.instanceId) {
    return { next: current, outcome: 'ignored', reason: 'no-change' }
  }
  return { next: { name, sharedBy: context.instanceId }, outcome: 'applied' }
}

/** Forgets the name once the instance that shared it is unloaded. */
export function forgetGreeter(current: GreeterProfile, instanceId: InstanceId): GreeterProfile {
  return current.sharedBy === instanceId ? NOBODY : current
}

/**
 * The shared domain `greeter-profile`: whom the plugins may greet.
 *
 * Owner: the host. Schema version: 1. Readable and writable with a grant. One action, `set-profile`, with a
 * {@link SetProfilePayload}. Readers see the whole {@link GreeterProfile}.
 */
export const greeterProfile: SharedDomainDefinition = defineSharedDomain<GreeterProfile>({
  name: 'greeter-profile',
  owner: 'host',
  schemaVersion: 1,
  initialState: NOBODY,
  reducer: reduceGreeterProfile,
  onInstanceRemoved: forgetGreeter,
})
