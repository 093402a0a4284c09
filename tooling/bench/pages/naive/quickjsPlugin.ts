import releaseSync from '@jitl/quickjs-wasmfile-release-sync'
import wasmUrl from '@jitl/quickjs-wasmfile-release-sync/wasm?url'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'

import { NAIVE_BOOTSTRAP } from './naiveBootstrap.ts'
import type { NaiveIntent, NaivePlugin } from './naivePlugin.ts'

/** The engine as its README starts it: one WebAssembly instance for all. */
export async function createNaiveEngine(): Promise<QuickJSWASMModule> {
  const wasmModule = await WebAssembly.compileStreaming(fetch(wasmUrl))
  return newQuickJSWASMModuleFromVariant(newVariant(releaseSync, { wasmModule }))
}

/** A context with the bootstrap and the plugin in it, in a runtime of its own. */
export function loadInQuickJS(engine: QuickJSWASMModule, code: string): QuickJSContext {
  const runtime = engine.newRuntime()
  const context = runtime.newContext()
  context.runtime.setMaxStackSize(0)
  evaluate(context, NAIVE_BOOTSTRAP)
  evaluate(context, code)
  return context
}

/** Ends a context and its runtime. */
export function disposeContext(context: QuickJSContext): void {
  const { runtime } = context
  context.dispose()
  runtime.dispose()
}

/**
 * The naive protocol: every call is evaluated as source with the whole state in it, and the answer is dumped, value by
 * value. A fresh runtime per plugin, no limits.
 */
export function createQuickJSPlugin(engine: QuickJSWASMModule, code: string): NaivePlugin {
  const context = loadInQuickJS(engine, code)
  return {
    initialState: evaluate(context, 'naive.initialState()') as NaivePlugin['initialState'],
    render: (widgetId, view) =>
      evaluate(context, `naive.render(${JSON.stringify(widgetId)}, ${JSON.stringify(view)})`) as ReturnType<
        NaivePlugin['render']
      >,
    event: ({ widgetId, handler, event, view }) =>
      evaluate(
        context,
        `naive.event(${[widgetId, handler, event, view].map((value) => JSON.stringify(value)).join(', ')})`,
      ) as readonly NaiveIntent[],
    dispose: () => disposeContext(context),
  }
}

/** Evaluates source and copies its value out. */
export function evaluate(context: QuickJSContext, source: string): unknown {
  const result = context.evalCode(source)
  if (result.error !== undefined) {
    const error: unknown = context.dump(result.error)
    result.error.dispose()
    throw new Error(`the plugin threw ${JSON.stringify(error)}`)
  }
  const value: unknown = context.dump(result.value)
  result.value.dispose()
  return value
}
