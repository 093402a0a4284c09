import type { InstanceId, RuntimeState, StatePatch, StatePath, TraceRecord } from '@plugboard/contracts'

import { takeBack, type PlannedChange } from './plannedChange.ts'
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
  /** The next writes to each of its places, oldest first. Empty when its record does not fit the state. */
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
  request: UndoRequest,
): { readonly plan: UndoPlan; readonly change: PlannedChange } {
  const { instanceId, sinceSeq } = request
  // A state that was restored from elsewhere may hold records that fit nothing in it: they stay as conflicts do.
  const unfit = new Set<number>()
  for (;;) {
    const { conflicts, reverted } = chooseDispatches(state.trace, request, unfit)
    const change = takeBack(state, reverted)
    if (typeof change === 'number') {
      unfit.add(change)
      continue
    }
    const plan = {
      instanceId,
      sinceSeq,
      reverted: reverted.map(({ seq }) => seq),
      conflicts,
      changes: change.changes,
      missing: missingSince(state.trace, sinceSeq),
    }
    return { plan, change }
  }
}

/** Which dispatches can be taken back, and which cannot; both oldest first. */
function chooseDispatches(
  trace: readonly TraceRecord[],
  { instanceId, sinceSeq }: UndoRequest,
  unfit: ReadonlySet<number>,
): { readonly reverted: readonly DispatchRecord[]; readonly conflicts: readonly UndoConflict[] } {
  const undone = undoneDispatches(trace)
  const later = new WrittenPaths<TraceRecord>()
  const reverted: DispatchRecord[] = []
  const conflicts: UndoConflict[] = []
  for (const record of trace.toReversed()) {
    if (record.seq <= sinceSeq) break
    if (undone.has(record.seq)) continue
    const paths = writtenBy(record)
    if (paths.length === 0) continue
    if (record.kind === 'dispatch' && record.instanceId === instanceId) {
      const overwrites = overlaps(later, paths)
      if (overwrites.by.length === 0 && !unfit.has(record.seq)) {
        reverted.push(record)
        continue
      }
      conflicts.push({ seq: record.seq, ...overwrites })
    }
    later.add(paths, record)
  }
  return { reverted: reverted.toReversed(), conflicts: conflicts.toReversed() }
}

/** Number of the undo that took a dispatch back; undefined while it counts. */
export function selectUndoneBy({ trace }: RuntimeState, seq: number): number | undefined {
  return undoneDispatches(trace).get(seq)
}

/** The dispatches that are taken back at present, each with the number of the undo that did it. */
export function undoneDispatches(trace: readonly TraceRecord[]): ReadonlyMap<number, number> {
  let undone = undoneByTrace.get(trace)
  if (undone === undefined) {
    undone = readUndone(trace)
    undoneByTrace.set(trace, undone)
  }
  return undone
}

const undoneByTrace = new WeakMap<readonly TraceRecord[], ReadonlyMap<number, number>>()

/** As {@link undoneDispatches}, for a part of a trace that nobody asks about again. */
export function readUndone(trace: readonly TraceRecord[]): ReadonlyMap<number, number> {
  const undone = new Map<number, number>()
  /** By the number of a rewind: what it found, for when it is taken back. */
  const found = new Map<number, ReadonlyMap<number, number>>()
  for (const record of trace) {
    if (record.kind === 'undo') for (const seq of record.reverted) undone.set(seq, record.seq)
    else if (record.kind === 'rewind') {
      const concerned = [...record.reverted, ...record.restored]
      // 0 counts as undone by nobody; no record has that number.
      found.set(record.seq, new Map(concerned.map((seq) => [seq, undone.get(seq) ?? 0])))
      for (const seq of record.reverted) undone.set(seq, record.seq)
      for (const seq of record.restored) undone.delete(seq)
    } else if (record.kind === 'redo') {
      const before = found.get(record.undoSeq)
      for (const seq of before?.keys() ?? record.restored) {
        const by = before?.get(seq) ?? 0
        if (by === 0) undone.delete(seq)
        else undone.set(seq, by)
      }
    }
  }
  return undone
}

/**
 * The places that a record wrote to. An undo and what it took back leave nothing behind together, so neither is a later write
 * to anybody's dispatch.
 */
export function writtenBy(record: TraceRecord): readonly StatePath[] {
  const own = record.kind === 'dispatch' ? touchedPaths(record.inverse ?? []) : []
  return record.writes === undefined ? own : [...own, ...record.writes]
}

/** What of these places was written later, and by what. */
export function overlaps(
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

function missingSince(trace: readonly TraceRecord[], sinceSeq: number): UndoPlan['missing'] {
  const firstSeq = trace[0]?.seq ?? 1
  return sinceSeq < firstSeq - 1 ? { fromSeq: sinceSeq + 1, toSeq: firstSeq - 1 } : null
}
