import { authorizeIntent, type Authorization } from '@plugboard/capabilities'
import {
  DATA_DEPTH,
  inspectJson,
  NO_GRANTS,
  type ActionContext,
  type DispatchIntent,
  type RuntimeIdentity,
  type RuntimeState,
} from '@plugboard/contracts'

import type { AppliedChange } from './applyNext.ts'
import { reduceGenericLocal } from './genericLocalReducer.ts'
import { ownValue } from './initialState.ts'
import { COPIED_VALUES } from './plainCopy.ts'
import type { Registries } from './registries.ts'
import { runReducer, type ReducerVerdict } from './runReducer.ts'

/** How an intent ended. */
export type IntentVerdict =
  | ReducerVerdict
  | ({ readonly outcome: 'applied' } & Partial<AppliedChange>)
  | Extract<Authorization, { outcome: 'denied' }>

/**
 * Whether the store would let the intent reach its reducer now, by its own records: who is alive, what it was granted.
 * The dispatch helper and the reducer both ask this; the reducer's answer is the one that counts.
 */
export function authorizeInState(
  state: RuntimeState,
  intent: DispatchIntent,
  identity: RuntimeIdentity,
  registries: Registries,
): Authorization {
  const instance = ownValue(state.instances, identity.instanceId)
  const verdict = authorizeIntent(
    { ...intent, ...identityOf(identity) },
    {
      identity: instance === undefined ? null : identityOf(instance),
      grants: ownValue(state.grantsByInstance, identity.instanceId) ?? NO_GRANTS,
      domains: registries.policies,
      commands: registries.commands,
      enabled: instance?.enabled ?? false,
    },
  )
  if (verdict.outcome === 'denied' || intent.payload === undefined) return verdict
  // Again after the wire: an action may be dispatched by anybody, and reducers may rely on JSON of bounded depth.
  const fault = inspectJson(intent.payload, { depth: DATA_DEPTH, values: COPIED_VALUES })
  if (fault === null) return verdict
  return { outcome: 'denied', reason: `invalid-intent:payload${fault.path.slice('root'.length)}` }
}

/** Authorizes an intent and hands it to the reducer that owns it: `instanceId → packageId → local reducer`, or the domain's. */
export function routeIntent(
  state: RuntimeState,
  intent: DispatchIntent,
  context: ActionContext,
  registries: Registries,
): IntentVerdict {
  const authorization = authorizeInState(state, intent, context, registries)
  if (authorization.outcome === 'denied') return authorization
  const { onDefect } = registries
  switch (intent.scope) {
    case 'plugin':
      return runReducer(state, {
        place: { map: 'pluginStateByInstance', key: context.instanceId },
        reducer: registries.localReducers.get(context.packageId) ?? reduceGenericLocal,
        action: { actionType: intent.actionType, payload: intent.payload },
        context,
        unmatched: 'no-local-reducer-match',
        subject: context.packageId,
        onDefect,
      })
    case 'shared': {
      const domain = registries.sharedDomains.get(intent.domain)
      // Only a derived domain is known and not here, and those were refused as read-only.
      if (domain === undefined) return { outcome: 'denied', reason: `unknown-domain:${intent.domain}` }
      return runReducer(state, {
        place: { map: 'shared', key: intent.domain },
        reducer: domain.reducer,
        action: { actionType: intent.actionType, payload: intent.payload },
        context,
        unmatched: `unsupported-action:${intent.domain}/${intent.actionType}`,
        subject: intent.domain,
        onDefect,
      })
    }
    case 'system':
      // Allowed is all that the store decides; the host runs the command when it sees the outcome.
      return { outcome: 'applied' }
  }
}

function identityOf({ instanceId, packageId }: RuntimeIdentity): RuntimeIdentity {
  return { instanceId, packageId }
}
