import type { JsonValue } from '@plugboard/contracts'

import type { AnyActions } from './handlerContext.ts'
import type { PluginDefinition, PluginFactory, PluginTools } from './pluginDefinition.ts'
import { SdkError } from './sdkError.ts'
import { toWire } from './toWire.ts'
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
