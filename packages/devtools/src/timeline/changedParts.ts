import type { RuntimeState, TraceRecord } from '@plugboard/contracts'
import type { PluginHost, PluginRootState } from '@plugboard/host'

/** A part of the runtime state that a record changed: an instance's own state, or a shared domain. */
export interface ChangedPart {
  readonly key: string
  /** Undefined where there was nothing. */
  readonly before: unknown
  /** Undefined where there is nothing. */
  readonly after: unknown
}

const MAPS = ['pluginStateByInstance', 'shared'] as const

export interface ChangedPartsOptions {
  readonly selectors: PluginHost<string>['selectors']
  readonly root: PluginRootState<string>
  readonly record: TraceRecord
}

/**
 * The parts that a record changed, before and after it, by the inverse patches of the trace. Null when that cannot be
 * told, because what was there is not in the trace any more.
 */
export function computeChangedParts({ record, root, selectors }: ChangedPartsOptions): readonly ChangedPart[] | null {
  // Most records change nothing, and need no look at the past.
  if (!('inverse' in record) && record.kind !== 'load') return []
  const before = selectors.selectStateAt(root, record.seq - 1)
  const after = selectors.selectStateAt(root, record.seq)
  if (before.outcome !== 'known' || after.outcome !== 'known') return null
  return MAPS.flatMap((map) => changedKeys(before.state[map], after.state[map]))
}

function changedKeys(before: RuntimeState['shared'], after: RuntimeState['shared']): readonly ChangedPart[] {
  if (before === after) return []
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ key, before: before[key], after: after[key] }))
}
