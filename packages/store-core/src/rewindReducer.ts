import type { RuntimeState } from '@plugboard/contracts'

import type { HostActionOf, StateRewound } from './hostActions.ts'
import type { Registries } from './registries.ts'
import { computeRewind } from './rewindPlan.ts'
import { appendTrace, type TraceDraft } from './traceRing.ts'
import { isCount } from './undoReducer.ts'

/**
 * Goes back to right after a record. What that comes to is worked out here, from the store's own records: the action only
 * says where to. A past that is not known whole leaves the state as it is.
 */
export function reduceRewind(
  state: RuntimeState,
  { meta, payload }: HostActionOf<StateRewound, 'plugins/stateRewound'>,
  registries: Registries,
): RuntimeState {
  const { toSeq } = payload
  if (!isCount(toSeq)) return state
  const { inverse, plan, state: next } = computeRewind(state, toSeq, registries)
  if (!plan.isChange) return state
  const { restored, reverted } = plan
  const draft: TraceDraft = { kind: 'rewind', toSeq, reverted, restored, inverse }
  const record = { ...draft, causeSeq: meta.causeSeq, at: meta.timestamp }
  return { ...next, trace: appendTrace(state.trace, record, { bounds: registries }) }
}
