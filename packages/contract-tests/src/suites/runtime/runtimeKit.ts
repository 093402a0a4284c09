import { createInstanceId, FATAL_ERROR_CODES } from '@plugboard/contracts'
import type {
  CallUsage,
  EventResult,
  InstanceId,
  InvokeResult,
  JsonValue,
  LoadedPlugin,
  LoadPluginRequest,
  PluginLimits,
  PluginRuntime,
  PluginRuntimeError,
  PluginSurface,
  RenderResult,
  RuntimeErrorCode,
  RuntimeEvents,
  UIEvent,
} from '@plugboard/contracts'
import { expect } from 'vitest'

import { createPluginViewFixture, type PluginViewParts } from '../../fixtures/pluginView.ts'

/** What a test may ask of the runtime that it gets. */
export interface RuntimeSetup {
  /** The clock to use where the runtime asks for the time: a test moves it. */
  readonly now: () => number
}

/** One loaded guest, with its identity filled in. */
export interface RunningGuest {
  readonly plugin: LoadedPlugin
  readonly instanceId: InstanceId
  readonly render: (view?: PluginViewParts, widgetId?: string) => Promise<RenderResult>
  /** Sends a press with `args`. */
  readonly press: (handler: string, args?: JsonValue, view?: PluginViewParts) => Promise<EventResult>
  readonly send: (handler: string, event: UIEvent, view?: PluginViewParts) => Promise<EventResult>
  readonly invoke: (
    surface: PluginSurface,
    name: string,
    input?: JsonValue,
    view?: PluginViewParts,
  ) => Promise<InvokeResult>
}

/** One runtime under test, and short ways to use it. */
export interface RuntimeKit {
  readonly runtime: PluginRuntime
  /** Loads code under a fresh instance id, unless the request brings one. */
  readonly load: (code: string, request?: Partial<LoadPluginRequest>) => Promise<RunningGuest>
  /** Makes the next call of a guest fatal and performs it; resolves to the error. */
  readonly causeFatal: (guest: RunningGuest) => Promise<PluginRuntimeError>
  /** Collects the details of an event, in order. */
  readonly collect: <E extends keyof RuntimeEvents>(event: E) => RuntimeEvents[E][]
  /** Moves the clock of the runtime. */
  readonly advance: (ms: number) => void
}

/** How {@link createRuntimeKit} reaches the runtime. */
export interface RuntimeKitOptions {
  readonly createRuntime: (setup: RuntimeSetup) => PluginRuntime | Promise<PluginRuntime>
  readonly limits?: Partial<PluginLimits>
  readonly provokeFatal?: (runtime: PluginRuntime, instanceId: InstanceId) => void
}

/** A fresh runtime and its kit. The caller disposes `kit.runtime`. */
export async function createRuntimeKit(options: RuntimeKitOptions): Promise<RuntimeKit> {
  let time = 1_700_000_000_000
  const runtime = await options.createRuntime({ now: () => time })
  const { limits = {}, provokeFatal } = options
  return {
    runtime,
    load: (code, request = {}) => loadGuest(runtime, { code, ...request, limits: { ...limits, ...request.limits } }),
    async causeFatal(guest) {
      provokeFatal?.(runtime, guest.instanceId)
      return expectCode(guest.press('spin'), ...FATAL_ERROR_CODES)
    },
    collect(event) {
      const details: RuntimeEvents[typeof event][] = []
      runtime.on(event, (detail) => void details.push(detail))
      return details
    },
    advance(ms) {
      time += ms
    },
  }
}

async function loadGuest(
  runtime: PluginRuntime,
  request: Partial<LoadPluginRequest> & { readonly code: string },
): Promise<RunningGuest> {
  const packageId = request.packageId ?? 'guest'
  const instanceId = request.instanceId ?? createInstanceId(packageId)
  const identity = { packageId, instanceId }
  const plugin = await runtime.load({ ...request, ...identity })
  const send: RunningGuest['send'] = (handler, event, view) =>
    runtime.call(instanceId, {
      kind: 'event',
      widgetId: plugin.widgets[0] ?? 'main',
      handler,
      event,
      view: createPluginViewFixture(identity, view),
    })
  return {
    plugin,
    instanceId,
    send,
    press: (handler, args, view) => send(handler, { type: 'press', ...(args === undefined ? {} : { args }) }, view),
    invoke: (surface, name, input = null, view) =>
      runtime.call(instanceId, { kind: 'invoke', surface, name, input, view: createPluginViewFixture(identity, view) }),
    render: (view, widgetId = plugin.widgets[0] ?? 'main') =>
      runtime.call(instanceId, { kind: 'render', widgetId, view: createPluginViewFixture(identity, view) }),
  }
}

// What a host's stack or path looks like in a message; none of it may reach a person or a guest.
const HOST_TRACE = /node_modules|file:\/\/|\.ts:\d|\bat (?:async )?\w+ \(/

/** Asserts that a call is refused with one of `codes`, in words fit for a person; resolves to the error. */
export async function expectCode(
  call: Promise<unknown>,
  ...codes: readonly RuntimeErrorCode[]
): Promise<PluginRuntimeError> {
  const outcome = await call.then(
    (value) => ({ ok: true, value }) as const,
    (error: unknown) => ({ ok: false, error }) as const,
  )
  if (outcome.ok) {
    return expect.fail(
      `expected ${codes.join(' or ')}, but the call gave ${JSON.stringify(outcome.value)?.slice(0, 300)}`,
    )
  }
  const error = outcome.error as PluginRuntimeError
  expect(error, 'the rejection is a PluginRuntimeError').toMatchObject({ name: 'PluginRuntimeError' })
  expect(codes, error.message).toContain(error.code)
  expect(error.message).not.toBe('')
  expect(error.message.length).toBeLessThanOrEqual(2_000)
  expect(error.message).not.toMatch(HOST_TRACE)
  return error
}

/** Intents without stamp and position: what the handler said. */
export function saidBy(result: EventResult): unknown[] {
  return result.intents.map((intent) => {
    const { instanceId: _instance, packageId: _package, source: _source, ...said } = intent
    return said
  })
}

/** Asserts that a usage is complete and sane. */
export function expectUsage(usage: CallUsage): void {
  for (const figure of ['fuel', 'wallMs', 'memoryBytes', 'bytesIn', 'bytesOut'] as const) {
    expect(usage[figure], figure).toBeTypeOf('number')
    expect(usage[figure], figure).toBeGreaterThanOrEqual(0)
  }
}
