import type { JsonValue, UIEvent } from '@plugboard/contracts'

import type { AnyActions, HandlerContext, RenderView } from './handlerContext.ts'
import type { Handler, PluginDefinition, PluginFactory, PluginTools, WidgetDefinition } from './pluginDefinition.ts'
import { SdkError } from './sdkError.ts'
import { toTree, type UIChild } from './ui/uiChild.ts'
import { findVmDefinePlugin } from './vmDefinePlugin.ts'

/**
 * Tells the VM what this plugin is: once, at the top level of its code. Takes the definition, or a function of the
 * VM's builders that returns it. It adds types and sugar to the VM's own `definePlugin`, and no power.
 *
 * The type of the state comes from `initialState`. In the function form TypeScript finds it only when the parameter has
 * a type: write `({ ui }: PluginTools) => …`, or `definePlugin<State>(…)`.
 *
 * @throws SdkError `OUTSIDE_VM` where there is no VM around the code.
 * @example
 * ```tsx
 * definePlugin({
 *   id: 'counter',
 *   title: 'Counter',
 *   initialState: { value: 0 },
 *   widgets: {
 *     main: {
 *       render: ({ state }) => <Button onPress="add">{state.value}</Button>,
 *       handlers: { add: (ctx) => ctx.setState({ value: ctx.state.value + 1 }) },
 *     },
 *   },
 * })
 * ```
 */
export function definePlugin<S = JsonValue, A = AnyActions>(definition: PluginDefinition<S, A>): void
export function definePlugin<S = JsonValue, A = AnyActions>(factory: PluginFactory<S, A>): void
export function definePlugin<S, A>(plugin: PluginDefinition<S, A> | PluginFactory<S, A>): void {
  const define = findVmDefinePlugin()
  if (typeof define !== 'function' || define === definePlugin) throw new SdkError('OUTSIDE_VM', OUTSIDE_VM)
  define((tools: PluginTools) => toWire(typeof plugin === 'function' ? plugin(tools) : plugin))
}

const OUTSIDE_VM =
  'definePlugin was called outside a plugin VM: there is no global definePlugin here. Bundle this file and hand the ' +
  'code to a plugin host; to call it in a test, put a definePlugin of the test on globalThis first.'

/** What the VM's own `definePlugin` is given: the same definition with the sugar put around each function. */
function toWire<S, A>(definition: PluginDefinition<S, A>): PluginDefinition<S, A> {
  // What is no definition goes through as it is: the VM's validator says what is wrong with it.
  if (!isRecord(definition) || !isRecord(definition.widgets)) return definition
  return { ...definition, widgets: mapValues(definition.widgets, wrapWidget) }
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

function wrapHandler<S, A>(handler: Handler<S, A>): Handler<S, A> {
  if (typeof handler !== 'function') return handler
  return (context: HandlerContext<S, A>, event: UIEvent) => handler(withSetState(context), event)
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
