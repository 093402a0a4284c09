import {
  ACTION_TYPE_LENGTH,
  parseInstanceId,
  reasonCode,
  type TraceRecord,
  type Unsubscribe,
} from '@plugboard/contracts'
import {
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type HrTime,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api'

/** What spans are made of: a host. */
export interface TraceSpansSource {
  on(event: 'trace', listener: (records: readonly TraceRecord[]) => void): Unsubscribe
}

/** Spans that a later one may still name as its parent. More than a trace holds by default. */
const MOST_KNOWN = 4_096

/**
 * Makes an OpenTelemetry span of each trace record from now on, through the API alone: which SDK takes them, and whether
 * any does, is the application's choice. Returns what ends it.
 *
 * A span's parent is that of the record's cause: a click is the root of its intents and of the pictures that came of them.
 * A picture that shows several changes is a child of the newest and linked to the others. Spans of calls into a plugin
 * take as long as the call did; the others, a load's among them, mark a point in time, and its first picture is its child.
 * Each is ended as soon as it is made. Attributes are `plugboard.*`: names, outcomes and costs; never payloads, arguments, state
 * or messages of errors.
 *
 * @example
 * const stop = traceSpans(host, trace.getTracer('my-app'))
 */
export function traceSpans(host: TraceSpansSource, tracer: Tracer): Unsubscribe {
  const known = new Map<number, SpanContext>()
  return host.on('trace', (records) => {
    const open = new Map<number, { readonly span: Span; readonly end: HrTime }>()
    for (const record of records) {
      const span = startSpan(tracer, record, known)
      known.set(record.seq, span.spanContext())
      open.set(record.seq, { span, end: toTime(record.at) })
      if (record.kind !== 'error') continue
      // A failed call leaves its event's record and that of its error in one turn.
      const failed = { code: SpanStatusCode.ERROR, message: record.error.code }
      span.setStatus(failed)
      open.get(record.causeSeq ?? 0)?.span.setStatus(failed)
    }
    for (const { end, span } of open.values()) span.end(end)
    for (const seq of known.keys()) {
      if (known.size <= MOST_KNOWN) break
      known.delete(seq)
    }
  })
}

function startSpan(tracer: Tracer, record: TraceRecord, known: ReadonlyMap<number, SpanContext>): Span {
  const parent = known.get(record.causeSeq ?? 0)
  const links = (record.otherCauses ?? []).flatMap((seq) => {
    const context = known.get(seq)
    return context === undefined ? [] : [{ context }]
  })
  const packageId = parseInstanceId(record.instanceId)?.packageId
  const usage = 'usage' in record ? record.usage : undefined
  return tracer.startSpan(
    packageId === undefined ? record.kind : `${record.kind} ${packageId}`,
    {
      startTime: toTime(record.at - (usage?.wallMs ?? 0)),
      attributes: {
        'plugboard.kind': record.kind,
        'plugboard.seq': record.seq,
        ...(record.instanceId === undefined ? {} : { 'plugboard.instance.id': record.instanceId }),
        ...(packageId === undefined ? {} : { 'plugboard.package.id': packageId }),
        ...(usage === undefined ? {} : { 'plugboard.fuel': usage.fuel, 'plugboard.memory.bytes': usage.memoryBytes }),
        ...attributesOf(record),
      },
      links,
    },
    parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent),
  )
}

function attributesOf(record: TraceRecord): Attributes {
  switch (record.kind) {
    case 'event':
      return { 'plugboard.widget.id': cut(record.widgetId), 'plugboard.handler': cut(record.handler) }
    case 'invoke':
      return { 'plugboard.surface': record.surface, 'plugboard.name': cut(record.name) }
    case 'dispatch': {
      const { intent, outcome, reason } = record
      return {
        'plugboard.scope': intent.scope,
        ...(intent.scope === 'shared' ? { 'plugboard.domain': cut(intent.domain) } : {}),
        'plugboard.action': cut(intent.scope === 'system' ? intent.command : intent.actionType),
        'plugboard.outcome': outcome,
        // Without its subject, which may be a place in the payload.
        ...(reason === undefined ? {} : { 'plugboard.reason': reasonCode(reason) }),
      }
    }
    case 'render':
      return { 'plugboard.widget.id': record.widgetId, 'plugboard.issues': record.issues }
    case 'undo':
      return { 'plugboard.reverted': record.reverted.length, 'plugboard.kept': record.kept.length }
    case 'redo':
      return { 'plugboard.restored': record.restored.length }
    case 'rewind':
      return { 'plugboard.reverted': record.reverted.length, 'plugboard.restored': record.restored.length }
    case 'error':
      return { 'plugboard.error.code': record.error.code }
    case 'restart':
    case 'quarantine':
      return { 'plugboard.attempt': record.attempt }
    case 'grants':
      return { 'plugboard.by': record.by }
    case 'load':
    case 'dispose':
    case 'enable':
    case 'disable':
    case 'state':
      return {}
  }
}

// What was refused may have had a name of any length.
function cut(name: string): string {
  return name.slice(0, ACTION_TYPE_LENGTH)
}

// As seconds and nanoseconds: a number alone may be taken for the time since the page began.
function toTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1_000)
  return [seconds, Math.round((ms - seconds * 1_000) * 1e6)]
}
