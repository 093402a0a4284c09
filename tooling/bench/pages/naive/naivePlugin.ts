import type { JsonValue, UIEvent, UINode } from '@plugboard/contracts'

/** What a plugin is told: its state and what is shared. */
export interface NaiveView {
  readonly pluginState: JsonValue
  readonly globalState: { readonly shared: Readonly<Record<string, JsonValue>> }
}

/** What a handler asked for. */
export type NaiveIntent =
  | { readonly scope: 'plugin'; readonly actionType: string; readonly payload?: JsonValue }
  | { readonly scope: 'shared'; readonly domain: string; readonly actionType: string; readonly payload?: JsonValue }

/** A plugin that was loaded without any of the machinery that is measured. */
export interface NaivePlugin {
  readonly initialState: JsonValue
  render(widgetId: string, view: NaiveView): UINode
  event(call: NaiveEventCall): readonly NaiveIntent[]
  dispose(): void
}

/** One event, with all that the handler sees. */
export interface NaiveEventCall {
  readonly widgetId: string
  readonly handler: string
  readonly event: UIEvent
  readonly view: NaiveView
}
