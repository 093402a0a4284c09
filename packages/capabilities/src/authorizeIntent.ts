import {
  ACTION_TYPE_LENGTH,
  isCapabilityName,
  type CapabilityGrants,
  type DispatchIntent,
  type DispatchReason,
  type RuntimeIdentity,
  type SharedIntent,
  type StampedIntent,
  type SystemIntent,
} from '@plugboard/contracts'

import { canRunCommand, canWriteShared } from './can.ts'
import type { SharedDomainPolicies } from './sharedDomainPolicy.ts'

/** What the host knows about the instance that asks. Nothing in it came from a guest. */
export interface AuthorizationContext {
  /** Null when there is no such instance. */
  readonly identity: RuntimeIdentity | null
  readonly grants: CapabilityGrants
  readonly domains: SharedDomainPolicies
  /** The system commands that the host has. */
  readonly commands: ReadonlySet<string>
  /** False while a person has paused the instance. */
  readonly enabled: boolean
}

/** A refusal is a value: it is recorded and shown, never thrown. */
export type Authorization =
  | { readonly outcome: 'allowed' }
  | { readonly outcome: 'denied'; readonly reason: DispatchReason }

const ALLOWED: Authorization = Object.freeze({ outcome: 'allowed' })

/**
 * Whether an intent may go on to its reducer. Pure and total: never throws, whatever the intent.
 *
 * An intent that is stamped with another identity than the context's is refused as forged. Whether the action makes
 * sense is not asked here; reducers answer that.
 */
export function authorizeIntent(intent: DispatchIntent | StampedIntent, context: AuthorizationContext): Authorization {
  const { identity } = context
  if (identity === null) return denied('unknown-instance')
  if ('instanceId' in intent && !isSameIdentity(intent, identity)) return denied('forged-identity')
  if (!context.enabled) return denied('instance-disabled')
  switch (intent.scope) {
    case 'plugin':
      return isActionType(intent.actionType) ? ALLOWED : denied('invalid-intent:actionType')
    case 'shared':
      return authorizeShared(intent, identity, context)
    case 'system':
      return authorizeSystem(intent, context)
    default:
      return denied('invalid-intent:scope')
  }
}

/** Whether `value` may be an action type: a string of 1 to `ACTION_TYPE_LENGTH` characters. */
export function isActionType(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= ACTION_TYPE_LENGTH
}

function authorizeShared(
  intent: SharedIntent,
  identity: RuntimeIdentity,
  { domains, grants }: AuthorizationContext,
): Authorization {
  const { domain } = intent
  // Illegal names are not repeated in the reason: it is kept, counted and shown.
  if (!isCapabilityName(domain)) return denied('invalid-intent:domain')
  if (!isActionType(intent.actionType)) return denied('invalid-intent:actionType')
  const policy = domains.get(domain)
  if (policy === undefined) return denied(`unknown-domain:${domain}`)
  if (policy.writePolicy === 'none') return denied(`read-only-domain:${domain}`)
  if (!canWriteShared(grants, domain)) return denied(`missing-write-grant:${domain}`)
  // A package may be called "host"; that does not make it the host.
  const isOwner = policy.owner !== 'host' && policy.owner === identity.packageId
  if (policy.writePolicy === 'owner-only' && !isOwner) return denied(`not-owner:${domain}`)
  return ALLOWED
}

function authorizeSystem(intent: SystemIntent, { commands, grants }: AuthorizationContext): Authorization {
  const { command } = intent
  if (!isCapabilityName(command)) return denied('invalid-intent:command')
  if (!commands.has(command)) return denied(`unknown-system-command:${command}`)
  if (!canRunCommand(grants, command)) return denied(`system-command-not-granted:${command}`)
  return ALLOWED
}

function isSameIdentity(left: RuntimeIdentity, right: RuntimeIdentity): boolean {
  return left.instanceId === right.instanceId && left.packageId === right.packageId
}

function denied(reason: DispatchReason): Authorization {
  return { outcome: 'denied', reason }
}
