import type { PluginActionEnvelope, PluginReducer, SharedDomainDefinition } from '@plugboard/contracts'
import { createPluginStore, defineLocalReducer, defineSharedDomain, type TraceEntry } from '@plugboard/store-core'
import { configureStore, type UnknownAction } from '@reduxjs/toolkit'
import { expectTypeOf, test } from 'vitest'

interface Count {
  readonly value: number
}

test('a local reducer is written against its own state and fits the registry', () => {
  const reducer = defineLocalReducer<Count>((current) => {
    expectTypeOf(current).toEqualTypeOf<Count>()
    return { next: { value: current.value + 1 }, outcome: 'applied' }
  })
  expectTypeOf(reducer).toEqualTypeOf<PluginReducer>()
  // @ts-expect-error the next state has the type of the state
  defineLocalReducer<Count>(() => ({ next: { value: 'one' }, outcome: 'applied' }))
})

test('domains of different states fit one list', () => {
  const count = defineSharedDomain<Count>({
    name: 'count',
    owner: 'host',
    schemaVersion: 1,
    initialState: { value: 0 },
    reducer: (next) => ({ next, outcome: 'ignored' }),
    publicProjection: ({ value }) => value,
  })
  expectTypeOf([count]).toExtend<readonly SharedDomainDefinition[]>()
})

test('time, ids and causes are arguments of every action', () => {
  const { actions, store } = createPluginStore()
  // @ts-expect-error a host action needs its meta
  actions.instanceRemoved({ instanceId: 'counter@a' })
  // @ts-expect-error an envelope needs its stamp
  actions.pluginActionDispatched({ scope: 'plugin', actionType: 'x', instanceId: 'counter@a', packageId: 'counter' })
  expectTypeOf(actions.pluginActionDispatched).returns.toExtend<PluginActionEnvelope>()
  expectTypeOf(actions.pluginActionDispatched).returns.toExtend<UnknownAction>()
  expectTypeOf(actions.instanceRemoved).returns.toExtend<UnknownAction>()
  expectTypeOf(store.dispatch).toBeCallableWith({ type: 'anything' })
})

test('the slice mounts in anybody’s store', () => {
  const { actions, reducer } = createPluginStore()
  const store = configureStore({ reducer: { plugins: reducer, todos: (state: number = 0) => state } })
  store.dispatch(actions.instanceRemoved({ instanceId: 'counter@a' }, { causeSeq: null, timestamp: 1 }))
})

test('only the store records dispatches', () => {
  expectTypeOf<Extract<TraceEntry, { kind: 'dispatch' }>>().toBeNever()
  expectTypeOf<Extract<TraceEntry, { kind: 'event' }>['handler']>().toBeString()
})
