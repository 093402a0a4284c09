import type { DispatchOutcome, DispatchReason, InstanceId, TraceRecord } from '@plugboard/contracts'

import type { TimelineFilter } from '../session/devtoolsState.ts'
import { displayText } from '../ui/displayText.ts'
import { formatClock } from '../ui/format.ts'

/** One line of the timeline, with its words as they are drawn. */
export interface TimelineRow {
  readonly seq: number
  readonly time: string
  readonly instanceId: InstanceId | undefined
  readonly scope: 'local' | 'shared' | 'system' | 'host'
  readonly domain: string | null
  /** Of an intent, what it asks for; of the host's own records, their kind. */
  readonly action: string
  /** Null for what the host did by itself or on a person's order. */
  readonly outcome: DispatchOutcome | null
  readonly reason: DispatchReason | null
  readonly isFailure: boolean
  /** Milliseconds of the handler that sent it; null where there is none. */
  readonly ms: number | null
}

/** Whether the host's own record is drawn by a word of the catalogue: its kind. Errors are drawn by their code. */
export type HostRecordKind = Exclude<TraceRecord['kind'], 'dispatch' | 'event' | 'invoke' | 'render' | 'error'>

/**
 * The row of a record; null for events and renders, which are causes and effects and no rows of their own.
 *
 * `ms` is what the handler took that sent it, where that is known.
 */
export function rowOf(record: TraceRecord, ms: number | null): TimelineRow | null {
  const base = {
    seq: record.seq,
    time: formatClock(record.at),
    instanceId: record.instanceId,
    scope: 'host',
    domain: null,
    outcome: null,
    reason: null,
    isFailure: false,
    ms: null,
  } as const
  switch (record.kind) {
    case 'dispatch': {
      const { intent } = record
      return {
        ...base,
        scope: intent.scope === 'plugin' ? 'local' : intent.scope,
        domain: intent.scope === 'shared' ? displayText(intent.domain) : null,
        action: displayText(intent.scope === 'system' ? intent.command : intent.actionType),
        outcome: record.outcome,
        reason: record.reason ?? null,
        ms,
      }
    }
    case 'error':
      return { ...base, action: record.error.code, isFailure: true }
    case 'quarantine':
      return { ...base, action: record.kind, isFailure: true }
    case 'load':
    case 'dispose':
    case 'enable':
    case 'disable':
    case 'grants':
    case 'restart':
    case 'undo':
    case 'redo':
    case 'rewind':
    case 'state':
      return { ...base, action: record.kind }
    case 'event':
    case 'invoke':
    case 'render':
      return null
  }
}

/** Whether the row is one that the filter lets through. */
export function isShown(row: TimelineRow, { clearedSeq, instanceId, outcome, query }: TimelineFilter): boolean {
  if (row.seq <= clearedSeq) return false
  if (outcome !== 'all' && row.outcome !== outcome) return false
  if (instanceId !== null && row.instanceId !== instanceId) return false
  const wanted = query.trim().toLowerCase()
  return wanted === '' || wordsOf(row).includes(wanted)
}

const words = new WeakMap<TimelineRow, string>()

// Made when somebody searches, and once.
function wordsOf(row: TimelineRow): string {
  let text = words.get(row)
  if (text === undefined) {
    const { action, domain, instanceId, outcome, reason, scope, seq } = row
    text = [seq, instanceId, scope, domain, action, outcome, reason].join(' ').toLowerCase()
    words.set(row, text)
  }
  return text
}
