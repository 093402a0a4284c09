import type { CallUsage, TraceRecord } from '@plugboard/contracts'

/** What the trace said last of one instance. The same object until it says something new of it. */
export interface InstanceActivity {
  readonly render?: CallUsage
  readonly event?: CallUsage
  /** Number of the newest record of a denied dispatch. */
  readonly deniedSeq?: number
}

type Activities = ReadonlyMap<string, InstanceActivity>

let lastRead: { readonly newest: TraceRecord | undefined; readonly activities: Activities } = {
  newest: undefined,
  activities: new Map(),
}

/** The activity of each instance. Only what is new in the trace is read, however many components ask. */
export function selectActivities(trace: readonly TraceRecord[]): Activities {
  const newest = trace.at(-1)
  if (newest === lastRead.newest) return lastRead.activities
  const known = lastRead.newest === undefined ? -1 : trace.lastIndexOf(lastRead.newest)
  const activities = new Map(known === -1 ? [] : lastRead.activities)
  for (const record of trace.slice(known + 1)) note(activities, record)
  lastRead = { newest, activities }
  return activities
}

function note(activities: Map<string, InstanceActivity>, record: TraceRecord): void {
  const { instanceId } = record
  if (instanceId === undefined) return
  const before = activities.get(instanceId)
  if (record.kind === 'render') activities.set(instanceId, { ...before, render: record.usage })
  else if ((record.kind === 'event' || record.kind === 'invoke') && record.usage !== undefined) {
    activities.set(instanceId, { ...before, event: record.usage })
  } else if (record.kind === 'dispatch' && record.outcome === 'denied') {
    activities.set(instanceId, { ...before, deniedSeq: record.seq })
  } else if (record.kind === 'dispose') activities.delete(instanceId)
}
