import type { InstanceId, PluginView, StatePath, TraceRecord } from '@plugboard/contracts'

export interface RenderCauseOptions {
  readonly instanceId: InstanceId
  readonly view: PluginView
  /** Whether the view holds a domain that the host computes from all of its state. */
  readonly followsEverything: boolean
  readonly trace: readonly TraceRecord[]
  /** Number of the newest record that the last picture contains; what changed since is what this one shows. */
  readonly afterSeq: number
}

/** What a render is an effect of, as its record says it. */
export interface RenderCauses {
  /** The newest of its causes; null when nothing in the trace could have changed the view. */
  readonly causeSeq: number | null
  /** The others, oldest first; absent when there are none. */
  readonly otherCauses?: readonly number[]
}

/**
 * The records because of which a widget is drawn again: all that could have changed its view since its last picture. Where
 * nothing has, as at the first look at a widget, the newest one before that.
 */
export function findRenderCauses(options: RenderCauseOptions): RenderCauses {
  const { afterSeq, followsEverything, trace } = options
  const direct: number[] = []
  const indirect: number[] = []
  for (let index = trace.length - 1; index >= 0; index -= 1) {
    const record = trace[index]
    if (record === undefined || (record.seq <= afterSeq && direct.length + indirect.length > 0)) break
    // Most records are these, and change no view.
    if (record.kind === 'render' || record.kind === 'event' || record.kind === 'invoke') continue
    if (isDirect(record, options)) direct.push(record.seq)
    // Derived domains change with almost anything.
    else if (followsEverything) indirect.push(record.seq)
  }
  const [causeSeq = null, ...others] = direct.length > 0 ? direct : indirect
  return others.length === 0 ? { causeSeq } : { causeSeq, otherCauses: others.toReversed() }
}

function isDirect(record: TraceRecord, { instanceId, view }: RenderCauseOptions): boolean {
  if (record.writes?.some((path) => isSeenIn(path, instanceId, view)) === true) return true
  switch (record.kind) {
    case 'dispatch':
      if (record.outcome !== 'applied') return false
      if (record.intent.scope === 'shared') return Object.hasOwn(view.globalState.shared, record.intent.domain)
      return record.intent.scope === 'plugin' && record.instanceId === instanceId
    case 'undo':
    case 'redo':
    case 'rewind':
      return record.inverse.some(({ path }) => isSeenIn(path, instanceId, view))
    case 'load':
    case 'grants':
    case 'enable':
    case 'restart':
      return record.instanceId === instanceId
    case 'dispose':
    case 'disable':
    case 'event':
    case 'invoke':
    case 'render':
    case 'error':
    case 'quarantine':
    case 'state':
      return false
  }
}

function isSeenIn([map, key]: StatePath, instanceId: InstanceId, view: PluginView): boolean {
  return map === 'shared' ? Object.hasOwn(view.globalState.shared, String(key)) : key === instanceId
}
