import {
  createInstanceId,
  NO_GRANTS,
  type JsonValue,
  type PluginView,
  type RuntimeIdentity,
} from '@plugboard/contracts'

/** A plugin that counts, and attacks when told to. */
export const GUEST = `definePlugin(({ ui }) => ({
  title: 'Measured', initialState: { value: 0 },
  widgets: { main: {
    render({ pluginState }) { return ui.column([ui.stat('Value', pluginState.value), ui.button('Add', { onPress: 'add' })]) },
    handlers: {
      add(ctx, event) { ctx.dispatchPluginAction('state/merge', { value: ctx.pluginState.value + 1, number: event.args }) },
      loop() { while (true) {} },
      stuck() { new Array(1e9) + '' },
      memory() { const kept = []; for (;;) kept.push(new Uint8Array(1e6)) },
    },
  } },
}))`

export interface MeasuredInstance {
  readonly identity: RuntimeIdentity
  readonly instanceId: string
  readonly view: (pluginState: JsonValue) => PluginView
}

export function nameInstance(packageId: string): MeasuredInstance {
  const instanceId = createInstanceId(packageId)
  return {
    identity: { packageId, instanceId },
    instanceId,
    view: (pluginState) => ({
      pluginState,
      globalState: { self: { packageId, instanceId }, shared: {} },
      grants: NO_GRANTS,
    }),
  }
}
