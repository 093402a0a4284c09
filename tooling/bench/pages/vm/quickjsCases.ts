import type { JsonValue, UINode } from '@plugboard/contracts'
import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core'

import { INITIAL_COUNTER } from '../../plugins/counter/counter.ts'
import { code as counterCode } from '../../plugins/counter/guest.tsx?guest'
import { code as listCode } from '../../plugins/list/guest.tsx?guest'
import { code as troubleCode } from '../../plugins/trouble/guest.tsx?guest'
import type { NaivePlugin } from '../naive/naivePlugin.ts'
import { createNaiveEngine, createQuickJSPlugin, disposeContext, loadInQuickJS } from '../naive/quickjsPlugin.ts'
import { readNode, writeValue } from './handles.ts'
import { createPeerCases, viewOf } from './peerCases.ts'
import { timeEachNow, type VmCase } from './vmCase.ts'
import { checkList, createChanges, createEditions, VM_WORKLOADS } from './vmWorkloads.ts'

/** The peers on quickjs-emscripten itself: the naive protocol, handles, a persistent function with JSON, a cold start. */
export async function createQuickJSCases(): Promise<readonly VmCase[]> {
  const engine = await createNaiveEngine()
  const naive = createPeerCases({
    variant: 'naive',
    createPlugin: (code) => createQuickJSPlugin(engine, code),
    runs: 20,
  })
  return [
    ...naive.filter(({ workload }) => workload !== VM_WORKLOADS.start),
    // For the naive protocol every start is a cold one.
    ...([VM_WORKLOADS.start, VM_WORKLOADS.first] as const).map((workload): VmCase => ({
      workload,
      variant: 'naive',
      run: () => startCold(engine),
    })),
    ...([VM_WORKLOADS.stack, VM_WORKLOADS.loop, VM_WORKLOADS.memory] as const).map((workload): VmCase => ({
      workload,
      variant: 'naive',
      run: () => replace(engine),
    })),
    ...createListCases('json', createCallable(engine, renderByText)),
    ...createListCases('handles', createCallable(engine, renderByHandles)),
  ]
}

/** From a compiled and instantiated engine to the first tree. */
function startCold(engine: QuickJSWASMModule): number {
  const started: NaivePlugin[] = []
  const time = timeEachNow(3, () => {
    const plugin = createQuickJSPlugin(engine, counterCode)
    plugin.render('main', viewOf({ ...INITIAL_COUNTER }))
    started.push(plugin)
  })
  for (const plugin of started) plugin.dispose()
  return time
}

/** What is left without images: the spoilt runtime is thrown away, and the plugin loaded into another one. */
function replace(engine: QuickJSWASMModule): number {
  const spoilt = createQuickJSPlugin(engine, troubleCode)
  const begun = performance.now()
  spoilt.dispose()
  const plugin = createQuickJSPlugin(engine, troubleCode)
  plugin.render('main', viewOf({ value: 2 }))
  const time = performance.now() - begun
  plugin.dispose()
  return time
}

type RenderList = (state: JsonValue) => UINode

function createListCases(variant: string, render: RenderList): readonly VmCase[] {
  const [edition, change] = [createEditions(), createChanges()]
  const renderList = (next: () => JsonValue): number => {
    let [state, tree]: [JsonValue, UINode | null] = [null, null]
    const time = timeEachNow(3, () => {
      state = next()
      tree = render(state)
    })
    if (tree !== null) checkList(tree, state)
    return time
  }
  return [
    { workload: VM_WORKLOADS.list, variant, run: () => renderList(edition) },
    { workload: VM_WORKLOADS.update, variant, run: () => renderList(change) },
  ]
}

type CallGuest = (context: QuickJSContext, entries: QuickJSHandle, state: JsonValue) => UINode

/** A list plugin whose entries are kept as handles. */
function createCallable(engine: QuickJSWASMModule, call: CallGuest): RenderList {
  const context = loadInQuickJS(engine, listCode)
  const entries = context.getProp(context.global, 'naive')
  // Kept as long as the worker lives; only a start that fails gives it back.
  if (context.typeof(entries) !== 'object') {
    entries.dispose()
    disposeContext(context)
    throw new Error('the bootstrap left no entries')
  }
  return (state) => call(context, entries, state)
}

const renderByText: CallGuest = (context, entries, state) => {
  using entry = context.getProp(entries, 'renderText')
  using widgetId = context.newString('main')
  using text = context.newString(JSON.stringify(viewOf(state)))
  using answer = context.unwrapResult(context.callFunction(entry, context.undefined, widgetId, text))
  return JSON.parse(context.getString(answer)) as UINode
}

const renderByHandles: CallGuest = (context, entries, state) => {
  using entry = context.getProp(entries, 'render')
  using widgetId = context.newString('main')
  using view = writeValue(context, viewOf(state) as unknown as JsonValue)
  using answer = context.unwrapResult(context.callFunction(entry, context.undefined, widgetId, view))
  return readNode(context, answer)
}
