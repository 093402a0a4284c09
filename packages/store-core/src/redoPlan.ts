import type { InstanceId, RuntimeState, StatePatch, TraceRecord } from '@plugboard/contracts'

import { takeBack, type PlannedChange } from './plannedChange.ts'
import { touchedPaths, WrittenPaths } from './statePaths.ts'
import { selectTraceRecord } from './traceSelectors.ts'
import { overlaps, undoneDispatches, writtenBy, type UndoOverwrite } from './undoPlan.ts'

/** What taking an undo or a rewind back comes to. Null in place of a plan: there is none such, or it was taken back before. */
export interface RedoPlan {
  readonly undoSeq: number
  /** Whose undo it was; absent for a rewind, which was everybody's. */
  readonly instanceId?: InstanceId
  /** The dispatches that count again, oldest first; none when something stands in the way, or the record does not fit the state. */
  readonly restored: readonly number[]
  /** The next writes to the same places since the undo, oldest first: then nothing is brought back. */
  readonly conflicts: readonly UndoOverwrite[]
  readonly changes: readonly StatePatch[]
}

/** Plans to take an undo or a rewind back. Pure. All of it comes back, or nothing. */
export function planRedo(state: RuntimeState, undoSeq: number): RedoPlan | null {
  return computeRedo(state, undoSeq)?.plan ?? null
}

/** The plan with the state that it leads to; null for that where nothing is brought back. */
export function computeRedo(
  state: RuntimeState,
  undoSeq: number,
): { readonly plan: RedoPlan; readonly change: PlannedChange | null } | null {
  const undo = selectTraceRecord(state, undoSeq)
  if (undo?.kind !== 'undo' && undo?.kind !== 'rewind') return null
  if (!isInEffect(state.trace, undo)) return null
  const later = new WrittenPaths<TraceRecord>()
  const since = state.trace.filter(({ seq }) => seq > undoSeq).toReversed()
  const redone = takenBack(since)
  for (const record of since) {
    // A later undo and what took it back leave nothing behind together.
    const isUndone = (record.kind === 'undo' || record.kind === 'rewind') && !redone.has(record.seq)
    if (isUndone || (record.kind === 'redo' && record.undoSeq < undoSeq)) {
      later.add(touchedPaths(record.inverse), record)
    }
    later.add(writtenBy(record), record)
  }
  const { by } = overlaps(later, touchedPaths(undo.inverse))
  const taken = by.length === 0 ? takeBack(state, [undo]) : undo.seq
  const change = typeof taken === 'number' ? null : taken
  return {
    change,
    plan: {
      undoSeq,
      ...(undo.instanceId === undefined ? {} : { instanceId: undo.instanceId }),
      restored: change === null ? [] : undo.reverted,
      conflicts: by,
      changes: change?.changes ?? [],
    },
  }
}

type TakingBack = Extract<TraceRecord, { readonly kind: 'undo' | 'rewind' }>

/** Whether an undo or a rewind is neither taken back nor itself left behind by a later rewind. */
function isInEffect(trace: readonly TraceRecord[], { kind, seq }: TakingBack): boolean {
  if (kind === 'undo') return new Set(undoneDispatches(trace).values()).has(seq)
  const since = trace.filter((record) => record.seq > seq)
  const redone = takenBack(since)
  if (redone.has(seq)) return false
  return !since.some((record) => record.kind === 'rewind' && record.toSeq < seq && !redone.has(record.seq))
}

function takenBack(records: readonly TraceRecord[]): ReadonlySet<number> {
  return new Set(records.map((record) => (record.kind === 'redo' ? record.undoSeq : 0)))
}
