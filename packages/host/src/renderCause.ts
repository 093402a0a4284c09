import type { InstanceId, PluginView, TraceRecord } from '@plugboard/contracts'

export interface RenderCauseOptions {
  readonly instanceId: InstanceId
  readonly view: PluginView
  readonly trace: readonly TraceRecord[]
  /** Number of the newest record at the last render; older ones are not looked at. */
  readonly afterSeq: number
}

/** The record because of which a widget is drawn again: the newest one that could have changed its view, or null. */
export function findRenderCause({ afterSeq, instanceId, trace, view }: RenderCauseOptions): number | null {
  let fallback: number | null = null
  for (let index = trace.length - 1; index >= 0; index -= 1) {
    const record = trace[index]
    if (record === undefined || record.seq <= afterSeq) break
    if (isDirect(record, instanceId, view)) return record.seq
    // Derived domains change with almost anything; only what renders and logs leave behind changes none of them.
    if (fallback === null && record.kind !== 'render' && record.kind !== 'event' && record.kind !== 'host-call') {
      fallback = record.seq
    }
  }
  return fallback
}

function isDirect(record: TraceRecord, instanceId: InstanceId, view: PluginView): boolean {
  switch (record.kind) {
    case 'dispatch':
      if (record.outcome !== 'applied') return false
      if (record.intent.scope === 'shared') return Object.hasOwn(view.globalState.shared, record.intent.domain)
      return record.intent.scope === 'plugin' && record.instanceId === instanceId
    case 'load':
    case 'grants':
    case 'enable':
    case 'restart':
      return record.instanceId === instanceId
    case 'dispose':
    case 'disable':
    case 'event':
    case 'render':
    case 'error':
    case 'quarantine':
    case 'host-call':
      return false
  }
}
