import type { CallUsage, TraceRecord } from '@plugboard/contracts'

/** The newest measured call of an instance, by kind. */
export interface InstanceUsage {
  readonly render?: CallUsage
  readonly event?: CallUsage
}

let lastTrace: readonly TraceRecord[] | undefined
let lastUsage: ReadonlyMap<string, InstanceUsage> = new Map()

/** What each instance's last render and event cost. Computed once per trace, however many cards ask. */
export function selectUsage(trace: readonly TraceRecord[]): ReadonlyMap<string, InstanceUsage> {
  if (trace === lastTrace) return lastUsage
  const usage = new Map<string, InstanceUsage>()
  for (const record of trace) {
    if (record.instanceId === undefined) continue
    if (record.kind === 'render')
      usage.set(record.instanceId, { ...usage.get(record.instanceId), render: record.usage })
    else if (record.kind === 'event' && record.usage !== undefined) {
      usage.set(record.instanceId, { ...usage.get(record.instanceId), event: record.usage })
    }
  }
  lastTrace = trace
  lastUsage = usage
  return usage
}

export function formatMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : String(Math.round(ms))
}

export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
