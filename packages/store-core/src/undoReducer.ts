import type { RuntimeState } from '@plugboard/contracts'

import type { ChangesUndone, HostActionMeta, HostActionOf, UndoTakenBack } from './hostActions.ts'
import type { PlannedChange } from './plannedChange.ts'
import { computeRedo } from './redoPlan.ts'
import { appendTrace, type TraceBounds, type TraceDraft } from './traceRing.ts'
import { computeUndo } from './undoPlan.ts'

/**
 * Takes back what one instance did since a point. Which dispatches those are and what they changed is worked out here, from
 * the store's own records: the action only says whose and since when. Nothing to take back leaves the state as it is.
 */
export function reduceUndo(
  state: RuntimeState,
  { meta, payload }: HostActionOf<ChangesUndone, 'plugins/changesUndone'>,
  bounds: TraceBounds,
): RuntimeState {
  const { allowPartial, instanceId, sinceSeq } = payload
  if (typeof instanceId !== 'string' || !isCount(sinceSeq)) return state
  const { change, plan } = computeUndo(state, { instanceId, sinceSeq })
  if (plan.reverted.length === 0 || (plan.missing !== null && allowPartial !== true)) return state
  const { inverse } = change
  const kept = plan.conflicts.map(({ seq }) => seq)
  const draft: TraceDraft = { kind: 'undo', instanceId, sinceSeq, reverted: plan.reverted, kept, inverse }
  return enter(state, { change, draft, meta, bounds })
}

/** Takes an undo or a rewind back: all of it, or nothing where something has written since. */
export function reduceRedo(
  state: RuntimeState,
  { meta, payload }: HostActionOf<UndoTakenBack, 'plugins/undoTakenBack'>,
  bounds: TraceBounds,
): RuntimeState {
  const { undoSeq } = payload
  const redo = isCount(undoSeq) ? computeRedo(state, undoSeq) : null
  if (redo === null || redo.change === null) return state
  const { change, plan } = redo
  const { instanceId, restored } = plan
  const { inverse } = change
  const whose = instanceId === undefined ? {} : { instanceId }
  const draft: TraceDraft = { kind: 'redo', ...whose, undoSeq, restored, inverse }
  return enter(state, { change, draft, meta, bounds })
}

interface Entry {
  readonly change: PlannedChange
  readonly draft: TraceDraft
  readonly meta: HostActionMeta
  readonly bounds: TraceBounds
}

function enter(state: RuntimeState, { bounds, change, draft, meta }: Entry): RuntimeState {
  const record = { ...draft, causeSeq: meta.causeSeq, at: meta.timestamp }
  return { ...state, ...change.parts, trace: appendTrace(state.trace, record, { bounds }) }
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
