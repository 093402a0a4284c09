import type { PluginActionEnvelope, RuntimeState } from '@plugboard/contracts'

import { intentOf } from './pluginActionEnvelope.ts'
import { recordDispatch } from './recordDispatch.ts'
import type { Registries } from './registries.ts'
import { routeIntent } from './routeIntent.ts'

/** Settles an instance's action: authorize, route, apply, record. Denied and ignored actions are recorded too. */
export function reduceEnvelope(
  state: RuntimeState,
  envelope: PluginActionEnvelope,
  registries: Registries,
): RuntimeState {
  const { causeSeq, dispatchId, instanceId, packageId, source, timestamp } = envelope.meta
  const intent = intentOf(envelope)
  const verdict = routeIntent(state, intent, { dispatchId, instanceId, packageId }, registries)
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
      ...(source === undefined ? {} : { source }),
    },
    registries,
  )
}
