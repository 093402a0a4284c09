import {
  type DispatchIntent,
  type JsonValue,
  type PluginRuntime,
  PluginRuntimeError,
  type PluginView,
  type RuntimeErrorCode,
  type RuntimeIdentity,
  type UIEvent,
  type UINode,
} from '@plugboard/contracts'

/** A plugin of the application's own: functions, in this very process. Its `main` is what there is to see. */
export interface TrustedPlugin {
  readonly title: string
  readonly initialState: JsonValue
  readonly render: (view: PluginView) => UINode
  readonly handlers: Readonly<Record<string, (view: PluginView, event: UIEvent) => readonly DispatchIntent[]>>
}

/**
 * Runs code that needs no sandbox behind the interface that sandboxes have, so that grants, reducers, the trace and the
 * renderers treat it like any other plugin. The code of a plugin is its name in `plugins`.
 */
export function createTrustedRuntime(plugins: ReadonlyMap<string, TrustedPlugin>): PluginRuntime {
  const running = new Map<string, RuntimeIdentity & { readonly plugin: TrustedPlugin }>()
  const runtime: Omit<PluginRuntime, 'call'> & { readonly call: (...call: CallArguments) => Promise<unknown> } = {
    async load({ code, instanceId, packageId }) {
      const plugin = plugins.get(code)
      if (plugin === undefined) throw refusal('INVALID_PLUGIN', `There is no plugin called "${code}" here.`)
      running.set(instanceId, { packageId, instanceId, plugin })
      const { handlers, initialState, title } = plugin
      return {
        packageId,
        instanceId,
        title,
        initialState,
        widgets: ['main'],
        handlers: { main: Object.keys(handlers) },
      }
    },
    async call(instanceId, call) {
      const instance = running.get(instanceId)
      if (instance === undefined) throw refusal('UNKNOWN_INSTANCE', `${instanceId} is not loaded.`)
      const { packageId, plugin } = instance
      if (call.kind === 'render') return { tree: plugin.render(call.view), issues: [], usage: NO_USAGE }
      if (call.kind === 'invoke') throw refusal('UNKNOWN_SURFACE', `There is no ${call.surface} "${call.name}".`)
      const handle = plugin.handlers[call.handler]
      if (handle === undefined) throw refusal('UNKNOWN_HANDLER', `There is no handler "${call.handler}".`)
      // Who wants something says the runtime, not the plugin.
      const intents = handle(call.view, call.event).map((intent) => ({ ...intent, packageId, instanceId }))
      return { intents, rejected: [], usage: NO_USAGE }
    },
    async dispose(instanceId) {
      running.delete(instanceId)
    },
    health: async () => ({ groups: [] }),
    // Nothing here crashes alone.
    on: () => () => undefined,
    async [Symbol.asyncDispose]() {
      running.clear()
    },
  }
  // The kind of a call decides the kind of its answer, which the compiler cannot follow.
  return runtime as PluginRuntime
}

type CallArguments = Parameters<PluginRuntime['call']>

const NO_USAGE = { fuel: 0, wallMs: 0, memoryBytes: 0, bytesIn: 0, bytesOut: 0 }

function refusal(code: RuntimeErrorCode, message: string): PluginRuntimeError {
  return new PluginRuntimeError({ code, message })
}
