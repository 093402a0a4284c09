import type { RuntimeState } from '@plugboard/contracts'

import { intentOf } from './pluginActionEnvelope.ts'
import type { ReadAction } from './readAction.ts'
import { recordDispatch } from './recordDispatch.ts'
import type { Registries } from './registries.ts'
import { routeIntent, type IntentVerdict } from './routeIntent.ts'

/** Settles an instance's action: authorize, route, apply, record. Denied and ignored actions are recorded too. */
export function reduceEnvelope(
  state: RuntimeState,
  { action, isLegible, weight }: Extract<ReadAction, { kind: 'envelope' }>,
  registries: Registries,
): RuntimeState {
  const { causeSeq, dispatchId, instanceId, packageId, source, timestamp } = action.meta
  const intent = intentOf(action)
  const verdict: IntentVerdict = isLegible
    ? routeIntent(state, intent, { dispatchId, instanceId, packageId }, registries)
    : { outcome: 'denied', reason: 'invalid-intent:payload' }
  const isApplied = verdict.outcome === 'applied'
  return recordDispatch(
    isApplied ? (verdict.state ?? state) : state,
    {
      identity: { instanceId, packageId },
      dispatchId,
      intent,
      outcome: verdict.outcome,
      ...(isApplied ? {} : { reason: verdict.reason }),
      ...(isApplied && verdict.inverse !== undefined ? { inverse: verdict.inverse } : {}),
      causeSeq,
      timestamp,
      weight,
      ...(source === undefined ? {} : { source }),
    },
    registries,
  )
}
