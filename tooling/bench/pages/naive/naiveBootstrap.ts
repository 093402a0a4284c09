/**
 * What a first draft would run before the plugin: a global `definePlugin`, and entries that take and give objects. It
 * checks nothing and limits nothing. Runs wherever a script runs, so that every peer is given the same.
 */
export const NAIVE_BOOTSTRAP = `(() => {
  let definition
  globalThis.definePlugin = (factory) => {
    definition = factory({})
  }
  const contextOf = (view, intents) => ({
    pluginState: view.pluginState,
    globalState: view.globalState,
    can: () => true,
    dispatchPluginAction: (actionType, payload) => intents.push({ scope: 'plugin', actionType, payload }),
    dispatchSharedAction: (domain, actionType, payload) => intents.push({ scope: 'shared', domain, actionType, payload }),
  })
  globalThis.naive = {
    initialState: () => definition.initialState,
    render: (widgetId, view) => definition.widgets[widgetId].render(contextOf(view, [])),
    renderText: (widgetId, text) => JSON.stringify(definition.widgets[widgetId].render(contextOf(JSON.parse(text), []))),
    event(widgetId, handler, event, view) {
      const intents = []
      definition.widgets[widgetId].handlers[handler](contextOf(view, intents), event)
      return intents
    },
  }
})()`
