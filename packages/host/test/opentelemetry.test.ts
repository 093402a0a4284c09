import { SpanStatusCode, trace } from '@opentelemetry/api'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base'
import { throwerSource } from '@plugboard/contract-tests'
import type { TraceRecord } from '@plugboard/contracts'
import { traceSpans } from '@plugboard/host/opentelemetry'
import { envelopeOf } from '@plugboard/store-core'
import { expect, it } from 'vitest'

import { createHostKit, settled, type HostKit } from './kit/hostKit.ts'

interface Spans {
  readonly kit: HostKit
  readonly stop: () => void
  readonly all: () => readonly ReadableSpan[]
  readonly of: (kind: string) => readonly ReadableSpan[]
}

function createSpans(options: Parameters<typeof createHostKit>[0] = {}): Spans {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  const kit = createHostKit(options)
  const stop = traceSpans(kit.host, provider.getTracer('test'))
  return {
    kit,
    stop,
    all: () => exporter.getFinishedSpans(),
    of: (kind) => exporter.getFinishedSpans().filter(({ attributes }) => attributes['plugboard.kind'] === kind),
  }
}

it('makes a click the root of its intents and of the pictures that came of them', async () => {
  const { kit, of } = createSpans()
  const first = await kit.host.load({ packageId: 'counter' })
  const second = await kit.host.load({ packageId: 'counter' })
  kit.lease(first)
  kit.lease(second)
  await settled()
  await kit.press(first, 'increment')
  const [event] = of('event')
  expect(event?.name).toBe('event counter')
  expect(event?.parentSpanContext).toBeUndefined()
  expect(event?.attributes).toMatchObject({
    'plugboard.instance.id': first,
    'plugboard.package.id': 'counter',
    'plugboard.widget.id': 'main',
    'plugboard.handler': 'increment',
  })
  const dispatches = of('dispatch')
  expect(dispatches.map(({ attributes }) => attributes['plugboard.action'])).toEqual(['increment', 'set-instance'])
  expect(dispatches.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
    dispatches.map(() => event?.spanContext().spanId),
  )
  const pictures = of('render').filter((span) => span.spanContext().traceId === event?.spanContext().traceId)
  expect(pictures.map(({ attributes }) => attributes['plugboard.instance.id'])).toEqual([first, second])
  // The first shows both changes: a child of the one, linked to the other.
  expect(pictures[0]?.links.map(({ context }) => context.spanId)).toEqual([dispatches[0]?.spanContext().spanId])
  expect(pictures[0]?.parentSpanContext?.spanId).toBe(dispatches[1]?.spanContext().spanId)
})

it('makes one span of each record, and has ended all of them', async () => {
  const { all, kit } = createSpans()
  const id = await kit.host.load({ packageId: 'counter' })
  kit.lease(id)
  await kit.press(id, 'increment')
  kit.host.setEnabled(id, false)
  kit.host.undo(id, 0)
  await kit.host.dispose()
  expect(all().map(({ attributes }) => attributes['plugboard.seq'])).toEqual(kit.state().trace.map(({ seq }) => seq))
  expect(all().every(({ ended }) => ended)).toBe(true)
})

it('says what failed by its code, on the call and on the error', async () => {
  const { kit, of } = createSpans()
  const id = await kit.host.load({ packageId: 'thrower', code: throwerSource })
  await kit.press(id, 'fail')
  const failed = { code: SpanStatusCode.ERROR, message: 'PLUGIN_THREW' }
  expect(of('event')[0]?.status).toEqual(failed)
  expect(of('error')[0]?.status).toEqual(failed)
  expect(of('error')[0]?.parentSpanContext?.spanId).toBe(of('event')[0]?.spanContext().spanId)
})

it('says why an intent was denied, and which it was', async () => {
  const { kit, of } = createSpans()
  const id = await kit.host.load({
    packageId: 'counter',
    initialGrants: { readShared: [], writeShared: [], systemCommands: [] },
  })
  await kit.press(id, 'increment')
  expect(of('dispatch').at(-1)?.attributes).toMatchObject({
    'plugboard.scope': 'shared',
    'plugboard.domain': 'counter-summary',
    'plugboard.outcome': 'denied',
    'plugboard.reason': 'missing-write-grant',
  })
})

it('carries no payload, no argument, no state and no message', async () => {
  const { all, kit } = createSpans()
  const secret = 'a-secret-of-the-person'
  const code = `definePlugin(({ ui }) => ({ id: 's', title: 'S', initialState: { kept: '${secret}' }, widgets: { main: {
    render: ({ pluginState }) => ui.text(pluginState.kept),
    handlers: {
      keep(ctx, event) {
        ctx.dispatchPluginAction('state/merge', { kept: event.args })
        ctx.dispatchPluginAction('state/merge', event.args)
      },
      fail(ctx, event) { throw new Error(event.args) },
    } } } }))`
  const id = await kit.host.load({ packageId: 'custom', code })
  kit.lease(id)
  await settled()
  await kit.press(id, 'keep', { type: 'press', args: secret })
  await kit.press(id, 'fail', { type: 'press', args: secret })
  expect(JSON.stringify(kit.state().trace)).toContain(secret)
  const said = all().map(({ attributes, events, name, status }) => ({ attributes, events, name, status }))
  expect(said.length).toBeGreaterThan(6)
  expect(JSON.stringify(said)).not.toContain(secret)
})

it('cuts names that were refused for their length', async () => {
  const { kit, of } = createSpans()
  const id = await kit.host.load({ packageId: 'counter' })
  const name = 'x'.repeat(5_000)
  const intent = { scope: 'plugin', actionType: name, instanceId: id, packageId: 'counter' } as const
  kit.dispatch(envelopeOf(intent, { dispatchId: 'd', causeSeq: 0, timestamp: 0 }))
  await kit.press(id, name)
  expect(of('dispatch')[0]?.attributes['plugboard.action']).toBe('x'.repeat(128))
  expect(of('event')[0]?.attributes['plugboard.handler']).toBe('x'.repeat(128))
})

it('gives a call the time that it took, by the host’s clock', async () => {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  const listeners: ((records: readonly TraceRecord[]) => void)[] = []
  traceSpans({ on: (_event, listener) => (listeners.push(listener), () => undefined) }, provider.getTracer('test'))
  const usage = { fuel: 3, wallMs: 2.5, memoryBytes: 1, bytesIn: 0, bytesOut: 0 }
  const event = { type: 'press' } as const
  listeners[0]?.([
    {
      seq: 1,
      causeSeq: null,
      at: 1_000_010,
      instanceId: 'a@1',
      kind: 'event',
      widgetId: 'main',
      handler: 'go',
      event,
      usage,
    },
    { seq: 2, causeSeq: 1, at: 1_000_010, instanceId: 'a@1', kind: 'restart', attempt: 1 },
  ])
  const [call, mark] = exporter.getFinishedSpans()
  expect([call?.startTime, call?.endTime]).toEqual([
    [1_000, 7_500_000],
    [1_000, 10_000_000],
  ])
  expect(mark?.startTime).toEqual(mark?.endTime)
})

it('remembers a bounded number of spans: what came long ago is no parent any more', async () => {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  let tell: (records: readonly TraceRecord[]) => void = () => undefined
  traceSpans({ on: (_event, listener) => ((tell = listener), () => undefined) }, provider.getTracer('test'))
  const record = (seq: number, causeSeq: number | null): TraceRecord => ({
    seq,
    causeSeq,
    at: seq,
    kind: 'restart',
    attempt: 1,
  })
  for (let seq = 1; seq <= 5_000; seq += 1) tell([record(seq, null)])
  exporter.reset()
  tell([record(5_001, 1), record(5_002, 4_000)])
  const parents = exporter.getFinishedSpans().map(({ parentSpanContext }) => parentSpanContext !== undefined)
  expect(parents).toEqual([false, true])
})

it('costs nothing to an application without an SDK, and ends when it is told to', async () => {
  const { all, kit, stop } = createSpans()
  traceSpans(kit.host, trace.getTracer('nobody'))
  stop()
  await kit.host.load({ packageId: 'counter' })
  await settled()
  expect(all()).toEqual([])
})
