import { NAIVE_BOOTSTRAP } from './naiveBootstrap.ts'
import type { JsonValue, UIEvent, UINode } from '@plugboard/contracts'

import type { NaiveIntent, NaivePlugin, NaiveView } from './naivePlugin.ts'

/** What the bootstrap leaves on the global object. */
export interface NaiveEntries {
  initialState(): JsonValue
  render(widgetId: string, view: NaiveView): UINode
  renderText(widgetId: string, viewText: string): string
  event(widgetId: string, handler: string, event: UIEvent, view: NaiveView): readonly NaiveIntent[]
}

/** The plugin as a function of the page: no sandbox, no copies. The fastest that there can be, and never safe. */
export function createInProcessPlugin(code: string): NaivePlugin {
  const entries = loadInProcess(code)
  return {
    initialState: entries.initialState(),
    render: (widgetId, view) => entries.render(widgetId, view),
    event: ({ widgetId, handler, event, view }) => entries.event(widgetId, handler, event, view),
    dispose: () => undefined,
  }
}

/** The entries of a plugin that was evaluated here. */
export function loadInProcess(code: string): NaiveEntries {
  const scope: { definePlugin?: unknown; naive?: NaiveEntries } = {}
  // Running foreign code unprotected is exactly the peer.
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
  new Function('globalThis', NAIVE_BOOTSTRAP)(scope)
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
  new Function('definePlugin', code)(scope.definePlugin)
  if (scope.naive === undefined) throw new Error('the bootstrap left no entries')
  return scope.naive
}
