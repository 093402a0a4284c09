import type { JsonValue, UIEvent } from '@plugboard/contracts'

import type { AnyActions, HandlerContext, RenderView } from './handlerContext.ts'
import type { Hook, ServiceDefinition, ToolDefinition } from './pluginSurfaces.ts'
import type { HandlerName } from './register.ts'
import type { UIChild } from './ui/uiChild.ts'
import type { UITools } from './ui/uiBuilders.ts'

/** A plugin as its author writes it. Metadata is for display; the host decides who the plugin is. */
export interface PluginDefinition<S = JsonValue, A = AnyActions> {
  readonly id: string
  readonly title: string
  readonly description?: string
  /** The state of a new instance. JSON data only. */
  readonly initialState?: S
  /** A plugin has a widget, or one of the things below. */
  readonly widgets?: Readonly<Record<string, WidgetDefinition<S, A>>>
  readonly tools?: Readonly<Record<string, ToolDefinition<S, A>>>
  /** By the points of the host at which they are asked. */
  readonly hooks?: Readonly<Record<string, Hook<S, A>>>
  readonly services?: Readonly<Record<string, ServiceDefinition<S, A>>>
}

/** One view of a plugin. */
export interface WidgetDefinition<S = JsonValue, A = AnyActions> {
  /** The tree for this state. Pure: a dispatch in here is refused. A list of several nodes becomes a column. */
  render(view: RenderView<S>): UIChild
  /** By the names that nodes refer to in `onPress`, `onChange` and the like. Read once, at load. */
  readonly handlers?: Readonly<Partial<Record<HandlerName, Handler<S, A>>>>
}

/**
 * Reacts to one event. Written as a method type so that an author may narrow `event` to what the widget's own nodes
 * send: `add(ctx, event: PressEvent<{ by: number }>)`.
 */
export type Handler<S = JsonValue, A = AnyActions> = {
  method(context: HandlerContext<S, A>, event: UIEvent): void | Promise<void>
}['method']

/** What a factory is given by the VM. */
export interface PluginTools {
  readonly ui: UITools
}

/** The form of the VM's own `definePlugin`: a function of the builders. */
export type PluginFactory<S = JsonValue, A = AnyActions> = (tools: PluginTools) => PluginDefinition<S, A>
