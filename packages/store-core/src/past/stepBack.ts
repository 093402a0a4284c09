import type { RuntimeState, StatePatch, TraceRecord } from '@plugboard/contracts'
import { applyPatches } from 'immer'

import { createRecord, ownValue, withEntry, withoutEntry } from '../initialState.ts'
import { takeBack } from '../plannedChange.ts'
import { inverseOfRecord } from './inverseOfRecord.ts'
import { summaryBefore } from './summaryBefore.ts'

/** The parts of a runtime state that go back in time; its trace is cut by whoever asks. */
export type PastParts = Omit<RuntimeState, 'trace'>

/** One step back, and what leads forth again: patches where states may be large, the parts themselves where they are small. */
export interface StepBack {
  readonly parts: PastParts
  readonly forth: {
    readonly changes: readonly StatePatch[]
    readonly rest: Pick<PastParts, 'dispatchTrace' | 'grantsByInstance' | 'instances'>
  }
}

/** The state before a record; null when the record does not say, or does not fit the state. */
export function stepBack(after: PastParts, record: TraceRecord, trace: readonly TraceRecord[]): StepBack | null {
  const patches = inverseOfRecord(record, after)
  if (patches === null) return null
  const ofRecords = patches.filter(({ path: [map] }) => isOfRecords(map))
  const change = takeBack(after, [{ seq: record.seq, inverse: patches.filter((patch) => !ofRecords.includes(patch)) }])
  const records = recordsBefore(after, record, ofRecords)
  if (typeof change === 'number' || records === null) return null
  const { dispatchTrace, grantsByInstance, instances } = after
  const summary =
    record.kind === 'dispatch'
      ? summaryBefore(dispatchTrace, record, { instances: records.instances, trace })
      : dispatchTrace
  return {
    parts: { ...records, ...change.parts, dispatchTrace: summary },
    forth: { changes: change.inverse, rest: { dispatchTrace, grantsByInstance, instances } },
  }
}

/** One step forth to where a step back began; null never happens to patches that Immer made of this very state. */
export function stepForth(before: PastParts, { changes, rest }: StepBack['forth']): PastParts | null {
  if (changes.length === 0) return { ...before, ...rest }
  const change = takeBack(before, [{ seq: 0, inverse: changes }])
  return typeof change === 'number' ? null : { ...before, ...rest, ...change.parts }
}

type Records = Pick<PastParts, 'grantsByInstance' | 'instances'>

function recordsBefore(
  { grantsByInstance, instances }: PastParts,
  record: TraceRecord,
  patches: readonly StatePatch[],
): Records | null {
  const { instanceId = '' } = record
  const before =
    patches.length === 0 ? { grantsByInstance, instances } : patched({ grantsByInstance, instances }, patches)
  if (before === null) return null
  if (record.kind === 'dispose') return { ...before, instances: inPlace(before.instances, instanceId, record.position) }
  if (record.kind === 'dispatch' && record.outcome === 'denied') {
    return { ...before, instances: lessDenied(before.instances, instanceId) }
  }
  return before
}

function patched(records: Records, patches: readonly StatePatch[]): Records | null {
  try {
    // Immer wants the path to be its own.
    return applyPatches(
      records,
      patches.map((patch) => ({ ...patch, path: [...patch.path] })),
    )
  } catch {
    return null
  }
}

// In the order of loading, which is the order of the cards: a key that is put back would be last.
function inPlace(instances: PastParts['instances'], instanceId: string, position = Infinity): PastParts['instances'] {
  const entries = Object.entries(withoutEntry(instances, instanceId))
  const own = ownValue(instances, instanceId)
  if (own !== undefined) entries.splice(position, 0, [instanceId, own])
  return Object.assign(createRecord<PastParts['instances'][string]>(), Object.fromEntries(entries))
}

function lessDenied(instances: PastParts['instances'], instanceId: string): PastParts['instances'] {
  const instance = ownValue(instances, instanceId)
  if (instance === undefined) return instances
  const { diagnostics } = instance
  const deniedActions = Math.max(0, diagnostics.deniedActions - 1)
  return withEntry(instances, instanceId, { ...instance, diagnostics: { ...diagnostics, deniedActions } })
}

function isOfRecords(map: string | number | undefined): boolean {
  return map === 'instances' || map === 'grantsByInstance'
}
