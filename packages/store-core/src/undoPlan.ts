import type { InstanceId, RuntimeState, StatePatch, StatePath, TraceRecord } from '@plugboard/contracts'
import { applyPatches, produceWithPatches, type Patch } from 'immer'

import { lastSeqOf } from './traceRing.ts'
import { touchedPaths, WrittenPaths } from './statePaths.ts'

/** Whose dispatches are to be taken back, and from which record on. */
export interface UndoRequest {
  readonly instanceId: InstanceId
  /** The newest record that stays as it is: dispatches with a higher number are taken back. 0 for all. */
  readonly sinceSeq: number
}

/** A later record that wrote to the same place. */
export interface UndoOverwrite {
  readonly seq: number
  /** Whose dispatch it was; absent when the host wrote. */
  readonly instanceId?: InstanceId
}

/** A dispatch that stays, because something later wrote where it had written: nobody can tell what should be there now. */
export interface UndoConflict {
  readonly seq: number
  /** Oldest first. Empty when what it changed is no longer there in a form that its record fits. */
  readonly by: readonly UndoOverwrite[]
  /** The places of the dispatch that were written again. */
  readonly paths: readonly StatePath[]
}

/** What taking back an instance's dispatches comes to. */
export interface UndoPlan extends UndoRequest {
  /** The dispatches that are taken back, oldest first. */
  readonly reverted: readonly number[]
  /** The dispatches that stay, oldest first. */
  readonly conflicts: readonly UndoConflict[]
  /** What changes in the state. */
  readonly changes: readonly StatePatch[]
  /** The records since `sinceSeq` that have left the trace; null when it has them all. Some may be the instance's. */
  readonly missing: { readonly fromSeq: number; readonly toSeq: number } | null
}

/** What taking an undo back comes to. Null in place of a plan: there is no such undo, or it was taken back before. */
export interface RedoPlan {
  readonly undoSeq: number
  readonly instanceId: InstanceId
  /** The dispatches that count again, oldest first; none when something stands in the way. */
  readonly restored: readonly number[]
  /** What has written to the same places since the undo, oldest first: then nothing is brought back. */
  readonly conflicts: readonly UndoOverwrite[]
  readonly changes: readonly StatePatch[]
}

/** The parts of the state that dispatches change, and their change with its inverse. */
export interface PlannedChange {
  readonly parts: StateParts
  readonly changes: readonly StatePatch[]
  readonly inverse: readonly StatePatch[]
}

type StateParts = Pick<RuntimeState, 'pluginStateByInstance' | 'shared'>
type DispatchRecord = Extract<TraceRecord, { readonly kind: 'dispatch' }>

/**
 * Plans to take back what one instance did since a point. Pure: nothing is changed.
 *
 * Dispatches are taken back whole, newest first, by their inverse patches. One whose places were written again by
 * something that stays is a conflict and stays itself, and so does what it had overwritten. Dispatches that an earlier
 * undo took back count as if they had never been.
 */
export function planUndo(state: RuntimeState, request: UndoRequest): UndoPlan {
  return computeUndo(state, request).plan
}

/** The plan with the state that it leads to. */
export function computeUndo(
  state: RuntimeState,
  { instanceId, sinceSeq }: UndoRequest,
): { readonly plan: UndoPlan; readonly change: PlannedChange } {
  const undone = undoneDispatches(state.trace)
  const later = new WrittenPaths<TraceRecord>()
  const reverted: DispatchRecord[] = []
  const conflicts: UndoConflict[] = []
  let parts = partsOf(state)
  for (const record of state.trace.toReversed()) {
    if (record.seq <= sinceSeq) break
    if (undone.has(record.seq)) continue
    const paths = writtenBy(record)
    if (paths.length === 0) continue
    if (record.kind === 'dispatch' && record.instanceId === instanceId) {
      const overwrites = overlaps(later, paths)
      const before = overwrites.by.length === 0 ? takeBack(parts, record) : null
      if (before !== null) {
        parts = before
        reverted.unshift(record)
        continue
      }
      conflicts.unshift({ seq: record.seq, ...overwrites })
    }
    later.add(paths, record)
  }
  const change = applyAll(
    state,
    reverted.toReversed().map(({ inverse = [] }) => inverse),
  )
  return {
    change,
    plan: {
      instanceId,
      sinceSeq,
      reverted: reverted.map(({ seq }) => seq),
      conflicts,
      changes: change.changes,
      missing: missingSince(state.trace, sinceSeq),
    },
  }
}

/** Plans to take an undo back. Pure. All of it comes back, or nothing. */
export function planRedo(state: RuntimeState, undoSeq: number): RedoPlan | null {
  return computeRedo(state, undoSeq)?.plan ?? null
}

/** The plan with the state that it leads to. */
export function computeRedo(
  state: RuntimeState,
  undoSeq: number,
): { readonly plan: RedoPlan; readonly change: PlannedChange } | null {
  const undo = state.trace.find(({ seq }) => seq === undoSeq)
  if (undo?.kind !== 'undo' || undo.instanceId === undefined) return null
  if (!new Set(undoneDispatches(state.trace).values()).has(undoSeq)) return null
  const later = new WrittenPaths<TraceRecord>()
  const since = state.trace.filter(({ seq }) => seq > undoSeq)
  const redone = new Set(since.map((record) => (record.kind === 'redo' ? record.undoSeq : 0)))
  for (const record of since) {
    // A later undo and what took it back leave nothing behind together.
    const isUndone = record.kind === 'undo' && !redone.has(record.seq)
    if (isUndone || (record.kind === 'redo' && record.undoSeq < undoSeq)) {
      later.add(touchedPaths(record.inverse), record)
    }
    later.add(writtenBy(record), record)
  }
  const { by } = overlaps(later, touchedPaths(undo.inverse))
  const change = applyAll(state, by.length === 0 ? [undo.inverse] : [])
  return {
    change,
    plan: {
      undoSeq,
      instanceId: undo.instanceId,
      restored: by.length === 0 ? undo.reverted : [],
      conflicts: by,
      changes: change.changes,
    },
  }
}

/** Number of the undo that took a dispatch back; undefined while it counts. */
export function selectUndoneBy({ trace }: RuntimeState, seq: number): number | undefined {
  return undoneDispatches(trace).get(seq)
}

/** The dispatches that are taken back at present, each with the number of the undo that did it. */
function undoneDispatches(trace: readonly TraceRecord[]): ReadonlyMap<number, number> {
  let undone = undoneByTrace.get(trace)
  if (undone === undefined) {
    undone = readUndone(trace)
    undoneByTrace.set(trace, undone)
  }
  return undone
}

const undoneByTrace = new WeakMap<readonly TraceRecord[], ReadonlyMap<number, number>>()

function readUndone(trace: readonly TraceRecord[]): ReadonlyMap<number, number> {
  const undone = new Map<number, number>()
  for (const record of trace) {
    if (record.kind === 'undo') for (const seq of record.reverted) undone.set(seq, record.seq)
    else if (record.kind === 'redo') for (const seq of record.restored) undone.delete(seq)
  }
  return undone
}

// An undo and what it took back leave nothing behind together, so neither is a later write to anybody's dispatch.
function writtenBy(record: TraceRecord): readonly StatePath[] {
  const own = record.kind === 'dispatch' ? touchedPaths(record.inverse ?? []) : []
  return record.writes === undefined ? own : [...own, ...record.writes]
}

function overlaps(
  later: WrittenPaths<TraceRecord>,
  paths: readonly StatePath[],
): { readonly by: readonly UndoOverwrite[]; readonly paths: readonly StatePath[] } {
  const records = new Set<TraceRecord>()
  const overwritten = paths.filter((path) => {
    const found = later.overlapping(path)
    for (const record of found) records.add(record)
    return found.size > 0
  })
  const by = [...records]
    .toSorted((left, right) => left.seq - right.seq)
    .map((record) =>
      record.kind === 'dispatch' && record.instanceId !== undefined
        ? { seq: record.seq, instanceId: record.instanceId }
        : { seq: record.seq },
    )
  return { by, paths: overwritten }
}

// A state that was restored from elsewhere may hold a record that fits nothing in it.
function takeBack(parts: StateParts, { inverse = [] }: DispatchRecord): StateParts | null {
  try {
    return applyPatches(parts, patchesOf(inverse))
  } catch {
    return null
  }
}

function applyAll(state: RuntimeState, steps: readonly (readonly StatePatch[])[]): PlannedChange {
  const [parts, changes, inverse] = produceWithPatches(partsOf(state), (draft) => {
    for (const step of steps) applyPatches(draft, patchesOf(step))
  })
  // Patches of JSON data are JSON data; their type does not say so.
  return { parts, changes: changes as readonly StatePatch[], inverse: inverse as readonly StatePatch[] }
}

function patchesOf(patches: readonly StatePatch[]): Patch[] {
  return patches.map((patch) => ({ ...patch, path: [...patch.path] }))
}

function partsOf({ pluginStateByInstance, shared }: RuntimeState): StateParts {
  return { pluginStateByInstance, shared }
}

function missingSince(trace: readonly TraceRecord[], sinceSeq: number): UndoPlan['missing'] {
  const firstSeq = trace[0]?.seq ?? lastSeqOf(trace) + 1
  return sinceSeq < firstSeq - 1 ? { fromSeq: sinceSeq + 1, toSeq: firstSeq - 1 } : null
}
