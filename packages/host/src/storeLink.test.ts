import { createPluginSlice } from '@plugboard/store-core'
import { configureStore, Tuple, type Middleware } from '@reduxjs/toolkit'
import { expect, it } from 'vitest'

import { StoreLink } from './storeLink.ts'

function connect(...inner: readonly Middleware[]) {
  const slice = createPluginSlice()
  const faults: unknown[] = []
  let changes = 0
  const link = new StoreLink({
    reducerPath: 'plugins',
    slice,
    onChange: () => (changes += 1),
    onFault: (cause) => faults.push(cause),
  })
  const store = configureStore({
    reducer: { plugins: slice.reducer },
    middleware: () => new Tuple<Middleware[]>(...inner, link.middleware),
    devTools: false,
  })
  const event = { kind: 'error', error: { code: 'PROTOCOL', message: '' } } as const
  const record = () => slice.actions.traceRecorded(event, { causeSeq: null, timestamp: 0 })
  return { link, store, faults, record, countChanges: () => changes }
}

it('tells of changes of its own slice only', () => {
  const { countChanges, record, store } = connect()
  store.dispatch({ type: 'another' })
  const before = countChanges()
  store.dispatch({ type: 'another' })
  expect(countChanges()).toBe(before)
  store.dispatch(record())
  expect(countChanges()).toBe(before + 1)
})

it('returns the number of the record that the action made', () => {
  const { link, record, store } = connect()
  store.dispatch(record())
  expect(link.dispatch(record())).toBe(2)
  expect(link.dispatch({ type: 'another' })).toBe(2)
})

it('reports what the application throws, and still knows the record', () => {
  const { faults, link, record, store } = connect()
  store.subscribe(() => {
    throw new Error('subscriber')
  })
  expect(link.dispatch(record())).toBe(1)
  expect(faults).toMatchObject([{ message: 'subscriber' }])
})

it('lives with a middleware that swallows actions', () => {
  const { link, record } = connect(() => () => () => undefined)
  expect(link.dispatch(record())).toBe(0)
})
