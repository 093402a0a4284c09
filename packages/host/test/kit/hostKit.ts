import { createFakeRuntime } from '@plugboard/contract-tests'
import type {
  InstanceId,
  JsonValue,
  PluginRuntime,
  PluginView,
  RuntimePluginInstance,
  RuntimeState,
  TraceKind,
  TraceRecord,
  UIEvent,
  WidgetLease,
} from '@plugboard/contracts'
import { createPluginHost, type PluginHost, type PluginHostOptions } from '@plugboard/host'
import { configureStore, Tuple, type Middleware, type UnknownAction } from '@reduxjs/toolkit'
import { onTestFinished } from 'vitest'

import { counterPackage, counterSummary } from './counterPackage.ts'

export const PRESS: UIEvent = { type: 'press' }

/** Waits until nothing is on its way any more: microtasks, and the turns of an in-process VM. */
export async function settled(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

export type RecordOf<K extends TraceKind> = Extract<TraceRecord, { readonly kind: K }>

export interface HostKit {
  readonly host: PluginHost
  readonly runtime: PluginRuntime
  /** Every action that reached the store. */
  readonly actions: readonly UnknownAction[]
  /** What the application's own code threw. Tests that expect none need not ask: it fails them. */
  readonly faults: unknown[]
  readonly state: () => RuntimeState
  readonly dispatch: (action: UnknownAction) => void
  readonly subscribe: (listener: () => void) => void
  readonly instance: (instanceId: InstanceId) => RuntimePluginInstance | undefined
  readonly pluginState: (instanceId: InstanceId) => JsonValue | undefined
  readonly view: (instanceId: InstanceId) => PluginView | undefined
  trace<K extends TraceKind>(kind: K): readonly RecordOf<K>[]
  /** A lease that ends with the test. */
  readonly lease: (instanceId: InstanceId, widgetId?: string) => WidgetLease
  readonly press: (instanceId: InstanceId, handler: string, event?: UIEvent) => Promise<void>
}

export interface HostKitOptions extends Partial<PluginHostOptions> {
  /** Before the host's own. */
  readonly outer?: readonly Middleware[]
}

/** A host with a counter package, connected to a store of its own. Its clock counts calls. */
export function createHostKit({ outer = [], ...options }: HostKitOptions = {}): HostKit {
  const runtime = options.runtime ?? createFakeRuntime()
  let tick = 0
  const host = createPluginHost({
    packages: [counterPackage],
    sharedDomains: [counterSummary],
    now: () => (tick += 1),
    createSeed: () => ({ random: 1, epochMs: 0 }),
    ...options,
    runtime,
  })
  const faults: unknown[] = []
  host.on('fault', ({ cause }) => faults.push(cause))
  const actions: UnknownAction[] = []
  const spy: Middleware = () => (next) => (action) => {
    actions.push(action as UnknownAction) // The store takes nothing else.
    return next(action)
  }
  const store = configureStore({
    reducer: { [host.reducerPath]: host.reducer },
    middleware: () => new Tuple<Middleware[]>(...outer, spy, host.middleware),
    devTools: false,
  })
  const state = (): RuntimeState => (store.getState() as { readonly plugins: RuntimeState }).plugins // As mounted above.
  const kit: HostKit = {
    host,
    runtime,
    actions,
    faults,
    state,
    dispatch: (action) => void store.dispatch(action),
    subscribe: (listener) => void store.subscribe(listener),
    instance: (instanceId) => state().instances[instanceId],
    pluginState: (instanceId) => state().pluginStateByInstance[instanceId],
    view: (instanceId) => host.selectors.selectPluginView({ plugins: state() }, instanceId),
    trace: <K extends TraceKind>(kind: K) =>
      state().trace.filter((record): record is RecordOf<K> => record.kind === kind),
    lease: (instanceId, widgetId = 'main') => {
      const lease = host.lease(instanceId, widgetId)
      onTestFinished(() => lease.release())
      return lease
    },
    press: async (instanceId, handler, event = PRESS) => {
      const lease = host.lease(instanceId, 'main')
      lease.emit(handler, event)
      await settled()
      lease.release()
    },
  }
  onTestFinished(() => host.dispose())
  return kit
}

/** All the text in a tree, in order. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const texts = Object.entries(node).map(([key, value]) => {
    if (key === 'text' || key === 'value' || key === 'label') return typeof value === 'string' ? value : ''
    return Array.isArray(value) ? value.map(textOf).join(' ') : textOf(value)
  })
  return texts.filter((text) => text !== '').join(' ')
}
