import type { JsonValue, UIEvent } from '@plugboard/contracts'

import type { HandlerContext, RenderView } from './handlerContext.ts'
import type { Handler, PluginDefinition, WidgetDefinition } from './pluginDefinition.ts'
import type { Hook, JsonData, ServiceDefinition, ToolDefinition } from './pluginSurfaces.ts'
import { toTree, type UIChild } from './ui/uiChild.ts'

/** What the VM's own `definePlugin` is given: the same definition with the sugar put around each function. */
export function toWire<S, A>(definition: PluginDefinition<S, A>): PluginDefinition<S, A> {
  // What is no definition goes through as it is: the VM's validator says what is wrong with it.
  if (!isRecord(definition)) return definition
  const { hooks, services, tools, widgets } = definition
  return {
    ...definition,
    ...(isRecord(widgets) ? { widgets: mapValues(widgets, wrapWidget) } : {}),
    ...(isRecord(tools) ? { tools: mapValues(tools, wrapTool) } : {}),
    ...(isRecord(hooks) ? { hooks: mapValues(hooks, wrapHook) } : {}),
    ...(isRecord(services) ? { services: mapValues(services, wrapService) } : {}),
  }
}

function wrapWidget<S, A>(widget: WidgetDefinition<S, A>): WidgetDefinition<S, A> {
  if (!isRecord(widget) || typeof widget.render !== 'function') return widget
  const { handlers } = widget
  return {
    ...widget,
    render: (view: RenderView<S>): UIChild => toTree(widget.render(withShortNames(view))),
    ...(isRecord(handlers) ? { handlers: mapValues(handlers, wrapHandler) } : {}),
  }
}

function wrapHandler<S, A>(handler: Handler<S, A> | undefined): Handler<S, A> | undefined {
  if (typeof handler !== 'function') return handler
  return (context: HandlerContext<S, A>, event: UIEvent) => handler(withSetState(context), event)
}

function wrapTool<S, A>(tool: ToolDefinition<S, A>): ToolDefinition<S, A> {
  if (!isRecord(tool) || typeof tool.run !== 'function') return tool
  return { ...tool, run: (input: JsonData, context: HandlerContext<S, A>) => tool.run(input, withSetState(context)) }
}

function wrapHook<S, A>(hook: Hook<S, A>): Hook<S, A> {
  if (typeof hook !== 'function') return hook
  return (payload: JsonData, context: HandlerContext<S, A>) => hook(payload, withSetState(context))
}

function wrapService<S, A>(service: ServiceDefinition<S, A>): ServiceDefinition<S, A> {
  if (!isRecord(service) || typeof service.handle !== 'function') return service
  return {
    ...service,
    handle: (event: JsonData, context: HandlerContext<S, A>) => service.handle(event, withSetState(context)),
  }
}

function withShortNames<S, V extends RenderView<S>>(view: V): V {
  return { ...view, state: view.pluginState, shared: view.globalState.shared }
}

function withSetState<S, A>(context: HandlerContext<S, A>): HandlerContext<S, A> {
  // The dispatch functions stay the VM's own, so that the VM finds the author's line right above them on the stack.
  const { dispatchPluginAction } = context as unknown as HandlerContext<S>
  return {
    ...withShortNames<S, HandlerContext<S, A>>(context),
    setState(patch) {
      const change = typeof patch === 'function' ? patch(context.pluginState) : patch
      // State is JSON by contract, and so is a part of it.
      dispatchPluginAction('state/merge', change as JsonValue)
    },
  }
}

function mapValues<T>(record: Readonly<Record<string, T>>, map: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
