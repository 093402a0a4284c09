import type { DispatchOutcome, DispatchReason, TraceRecord } from '@plugboard/contracts'

/** One line of the timeline. */
export interface TimelineRow {
  readonly seq: number
  readonly at: number
  readonly instanceId: string
  readonly scope: string
  readonly domain: string | null
  readonly action: string
  /** Null for what the host did by itself or on a person's order. */
  readonly outcome: DispatchOutcome | null
  readonly reason: DispatchReason | null
  readonly isFailure: boolean
}

/** The trace as rows, newest first. Events and renders are causes and effects, not rows of their own. */
export function timelineRows(trace: readonly TraceRecord[], clearedSeq: number): readonly TimelineRow[] {
  const shown: TimelineRow[] = []
  for (const record of trace) {
    if (record.seq <= clearedSeq) continue
    const row = rowOf(record)
    if (row !== null) shown.push(row)
  }
  return shown.toReversed()
}

const rows = new WeakMap<TraceRecord, TimelineRow | null>()

/** The same row for the same record, so that a new record does not draw the old ones again. */
function rowOf(record: TraceRecord): TimelineRow | null {
  const known = rows.get(record)
  if (known !== undefined) return known
  const row = toRow(record)
  rows.set(record, row)
  return row
}

export function matchesQuery(row: TimelineRow, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return true
  const text = [row.instanceId, row.scope, row.domain, row.action, row.outcome, row.reason].join(' ').toLowerCase()
  return text.includes(wanted)
}

function toRow(record: TraceRecord): TimelineRow | null {
  const base = {
    seq: record.seq,
    at: record.at,
    instanceId: record.instanceId ?? '',
    scope: 'host',
    domain: null,
    outcome: null,
    reason: null,
    isFailure: false,
  } as const
  switch (record.kind) {
    case 'dispatch': {
      const { intent } = record
      return {
        ...base,
        scope: intent.scope === 'plugin' ? 'local' : intent.scope,
        domain: intent.scope === 'shared' ? intent.domain : null,
        action: intent.scope === 'system' ? intent.command : intent.actionType,
        outcome: record.outcome,
        reason: record.reason ?? null,
      }
    }
    case 'load':
      return { ...base, action: 'loaded' }
    case 'dispose':
      return { ...base, action: 'removed' }
    case 'enable':
      return { ...base, action: 'resumed' }
    case 'disable':
      return { ...base, action: 'paused' }
    case 'grants':
      return { ...base, action: record.by === 'user' ? 'grants changed' : 'grants computed' }
    case 'error':
      return { ...base, action: record.error.code, isFailure: true }
    case 'restart':
      return { ...base, action: 'restarted' }
    case 'quarantine':
      return { ...base, action: 'quarantined', isFailure: true }
    case 'undo':
      return { ...base, action: 'undone' }
    case 'redo':
      return { ...base, action: 'undo taken back' }
    case 'rewind':
      return { ...base, action: `gone back to ${record.toSeq}` }
    case 'state':
      return { ...base, action: 'state replaced' }
    case 'event':
    case 'render':
      return null
  }
}

/** Seconds and milliseconds of the minute: what tells neighbouring events apart. */
export function formatClock(at: number): string {
  const date = new Date(at)
  return `${String(date.getSeconds()).padStart(2, '0')}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
