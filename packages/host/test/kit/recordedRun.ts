import type {
  CapabilityGrants,
  EventResult,
  InstanceId,
  InvokeResult,
  JsonValue,
  PluginRuntime,
  PluginView,
  RenderResult,
  UIEvent,
} from '@plugboard/contracts'
import { createPluginViewFixture } from '@plugboard/contract-tests'

/** Draws from clock, chance and a variable of its own; `eager` dispatches in a render after `ask`; `hang` never ends from its fourth call on. */
export const restlessSource = `let presses = 0
let kept = null
definePlugin(({ ui }) => ({
  id: 'restless',
  title: 'Restless',
  initialState: { value: 0 },
  widgets: {
    main: {
      render({ pluginState, globalState }) {
        const lucky = Math.floor(Math.random() * 1000)
        return ui.column([
          ui.text('Presses: ' + presses, { key: 'presses' }),
          ui.text('State: ' + JSON.stringify(pluginState), { key: 'state' }),
          ui.text('Shared: ' + Object.keys(globalState.shared).join(' '), { key: 'shared' }),
          ui.text(new Date().toISOString() + ' ' + lucky, { key: 'chance' }),
        ])
      },
      handlers: {
        press(ctx, event) {
          presses += 1
          ctx.dispatchPluginAction('pressed', { presses, at: Date.now(), lucky: Math.random(), args: event.args ?? null })
          ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: presses })
        },
        fail() {
          presses += 10
          throw new Error('on purpose ' + Math.random())
        },
        hang() {
          presses += 1
          for (;;);
        },
        overdo(ctx) {
          for (let index = 0; index < 300; index += 1) ctx.dispatchPluginAction('more', index)
        },
        ask(ctx) {
          kept = ctx
          ctx.dispatchSystemCommand('collect-diagnostics')
        },
      },
    },
    broken: {
      render() {
        return ui.column([ui.text('Lucky: ' + Math.random(), { key: 'k' }), ui.text('b', { key: 'k' }), { kind: 'text', text: 5 }])
      },
      handlers: {},
    },
    eager: {
      render(view) {
        if (view.pluginState === 'eager') kept.dispatchPluginAction('too-early')
        return ui.text('eager')
      },
      handlers: {},
    },
    invalid: {
      render() {
        return { kind: 'text', text: 5 + Math.random() }
      },
      handlers: {},
    },
  },
  tools: {
    draw: { run(input, ctx) {
      presses += 1
      ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: presses })
      return { input, presses, lucky: Math.random(), state: ctx.pluginState }
    } },
    spoil: { run: () => presses === 0 ? 'fine' : () => 1 },
  },
}))`

/** One instance, called as a host would call it. */
export interface RecordedRun {
  readonly instanceId: InstanceId
  load(): Promise<void>
  render(widgetId?: string): Promise<RenderResult>
  event(handler: string, event?: UIEvent): Promise<EventResult>
  tool(name: string, input?: JsonValue): Promise<InvokeResult>
  /** What the next calls are given. */
  set(parts: {
    state?: JsonValue
    shared?: Readonly<Record<string, JsonValue>>
    grants?: Partial<CapabilityGrants>
  }): void
}

export function createRun(
  runtime: PluginRuntime,
  { code = restlessSource, packageId = 'restless', suffix = 'aaaaaaaa' } = {},
): RecordedRun {
  const identity = { packageId, instanceId: `${packageId}@${suffix}` }
  let view: PluginView = createPluginViewFixture(identity, { pluginState: { value: 0 } })
  return {
    instanceId: identity.instanceId,
    load: async () => void (await runtime.load({ ...identity, code })),
    render: (widgetId = 'main') => runtime.call(identity.instanceId, { kind: 'render', widgetId, view }),
    event: (handler, event = { type: 'press' }) =>
      runtime.call(identity.instanceId, { kind: 'event', widgetId: 'main', handler, event, view }),
    tool: (name, input = null) =>
      runtime.call(identity.instanceId, { kind: 'invoke', surface: 'tool', name, input, view }),
    set({ grants, shared, state }) {
      view = {
        ...view,
        ...(state === undefined ? {} : { pluginState: state }),
        ...(shared === undefined ? {} : { globalState: { ...view.globalState, shared } }),
        ...(grants === undefined ? {} : { grants: { ...view.grants, ...grants } }),
      }
    },
  }
}
