import type { PluginScript } from '@plugboard/sdk-testing'

/** A plugin of one widget that draws `tree`, an expression over `state`, and writes each event that it hears into `state.heard`. */
export function drawing(tree: string, initialState = '{ heard: [] }'): PluginScript {
  return {
    code: `definePlugin(({ ui }) => ({
  title: 'Drawing',
  initialState: ${initialState},
  widgets: { main: {
    render: ({ pluginState: state }) => ${tree},
    handlers: {
      hear: (ctx, event) => ctx.dispatchPluginAction('state/merge', { heard: [...ctx.pluginState.heard, event] }),
      set: (ctx, event) => ctx.dispatchPluginAction('state/merge', event.args),
    },
  } },
}))`,
  }
}

/** What a plugin of {@link drawing} has heard. */
export function heardBy(state: unknown): readonly unknown[] {
  // As `drawing` writes it.
  return (state as { readonly heard: readonly unknown[] }).heard
}
