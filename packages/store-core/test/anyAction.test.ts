import { test } from '@fast-check/vitest'
import { inspectJson } from '@plugboard/contracts'
import type { RuntimeState } from '@plugboard/contracts'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { createSampleStore } from './sampleDomains.ts'

const HOST_META = { causeSeq: null, timestamp: 9 }
const META = {
  dispatchId: 'd',
  instanceId: 'counter@a',
  packageId: 'counter',
  scope: 'plugin',
  causeSeq: 0,
  timestamp: 9,
}
const IDENTITY = { instanceId: 'counter@a', packageId: 'counter' }

/** Values that hang or throw in whoever reads them without care. */
const TRAPS: Readonly<Record<string, () => unknown>> = {
  'refers to itself': () => {
    const value: Record<string, unknown> = { value: 1 }
    value['self'] = value
    return value
  },
  'claims to be a list of a thousand million': () => {
    const list: unknown[] = []
    list.length = 1_000_000_000
    return list
  },
  'has a getter that throws': () => ({
    get value() {
      throw new Error('getter')
    },
  }),
  'is a proxy whose traps throw': () => hostileProxy(),
  'is a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  'makes new parts for ever': () => endless(),
}

function createLoaded() {
  const onDefect = vi.fn()
  const sample = createSampleStore({ onDefect })
  sample.load('counter@a')
  // Past Redux, whose own check of an action reads it as well.
  const reduce = (action: unknown): RuntimeState => sample.reducer(sample.state(), action as { readonly type: string })
  return { ...sample, onDefect, reduce }
}

describe.each(Object.entries(TRAPS))('a value that %s', (_name, trap) => {
  it('as a payload is denied and traced without it, because an intent that cannot be read is none', () => {
    const { reduce, state } = createLoaded()
    for (const type of ['plugin.local/set', 'plugin.local/increment']) {
      const next = reduce({ type, payload: trap(), meta: META })
      expect(next.trace.at(-1)).toMatchObject({
        kind: 'dispatch',
        outcome: 'denied',
        reason: expect.stringMatching(/^invalid-intent:payload/),
      })
      expect(next.pluginStateByInstance).toBe(state().pluginStateByInstance)
      expect(inspectJson(next.trace)).toBeNull()
    }
  })

  it.each([
    'plugins/instanceLoading',
    'plugins/instanceRegistered',
    'plugins/instanceFailed',
    'plugins/instanceStatusChanged',
    'plugins/grantsChanged',
    'plugins/intentDenied',
    'plugins/traceRecorded',
  ])('anywhere in %s changes nothing, and the host is told', (type) => {
    const { onDefect, reduce, state } = createLoaded()
    const parts = ['identity', 'grants', 'plugin', 'state', 'error', 'intent', 'event']
    for (const part of parts) {
      const payload = { ...IDENTITY, identity: IDENTITY, plugin: { ...IDENTITY, widgets: [] }, [part]: trap() }
      expect(reduce({ type, payload, meta: HOST_META })).toBe(state())
    }
    expect(reduce({ type, payload: trap(), meta: HOST_META })).toBe(state())
    expect(onDefect).toHaveBeenCalledTimes(parts.length + 1)
    expect(onDefect).toHaveBeenCalledWith(expect.objectContaining({ code: 'unreadable-action', subject: type }))
  })

  it('as the meta or as the whole of an action changes nothing', () => {
    const { reduce, state } = createLoaded()
    for (const type of ['plugin.local/set', 'plugins/instanceRemoved', 'plugins/other', 'foreign/action']) {
      expect(reduce({ type, payload: { instanceId: 'counter@a' }, meta: trap() })).toBe(state())
      expect(reduce({ type, payload: { instanceId: 'counter@a' }, meta: { ...META, scope: trap() } })).toBe(state())
    }
    expect(reduce(trap())).toBe(state())
    expect(reduce({ type: trap() })).toBe(state())
  })

  it('in another slice’s action is left unread', () => {
    const { onDefect, reduce, state } = createLoaded()
    expect(reduce({ type: 'plugins/ofAnApplication', payload: trap(), meta: HOST_META })).toBe(state())
    expect(reduce({ type: 'todos/added', payload: trap(), meta: trap() })).toBe(state())
    expect(onDefect).not.toHaveBeenCalled()
  })
})

it('a payload that doubles itself at every level is denied, however small it is', () => {
  const { reduce } = createLoaded()
  let payload: unknown = 1
  for (let level = 0; level < 60; level += 1) payload = [payload, payload]
  const next = reduce({ type: 'plugin.local/set', payload, meta: META })
  expect(next.trace.at(-1)).toMatchObject({ outcome: 'denied', reason: 'invalid-intent:payload' })
})

it('a proxy that answers differently the second time cannot: it is read once', () => {
  const { reduce } = createLoaded()
  let reads = 0
  const payload = new Proxy(
    { value: 1 },
    {
      get: () => {
        reads += 1
        return reads > 1 ? endless() : 1
      },
    },
  )
  const next = reduce({ type: 'plugin.local/set', payload, meta: META })
  expect(next.pluginStateByInstance['counter@a']).toEqual({ value: { value: 1 } })
})

it('what the dispatcher does to its payload afterwards changes neither state nor trace', () => {
  const { reduce } = createLoaded()
  const payload = { by: [1] }
  const next = reduce({ type: 'plugin.local/set', payload, meta: META })
  payload.by.push(2)
  expect(next.pluginStateByInstance['counter@a']).toEqual({ value: { by: [1] } })
  expect(next.trace.at(-1)).toMatchObject({ intent: { payload: { by: [1] } } })
})

const anyType = fc.constantFrom(
  'plugin.local/set',
  'plugin.shared.votes/set',
  'plugin.system/restart-plugin',
  'plugins/instanceLoading',
  'plugins/instanceRegistered',
  'plugins/instanceFailed',
  'plugins/instanceStatusChanged',
  'plugins/grantsChanged',
  'plugins/intentDenied',
  'plugins/traceRecorded',
)
/** A value, or the name of a trap that is made when it is needed: the generator itself would fall into it. */
const anyParts = (names: fc.Arbitrary<string>) =>
  fc.dictionary(names, fc.oneof(fc.anything(), fc.constantFrom(...Object.values(TRAPS))))

test.prop([anyType, anyParts(fc.string()), anyParts(fc.constantFrom(...Object.keys(META)))])(
  'a reducer throws nothing, whatever is dispatched',
  (type, payload, meta) => {
    const { reduce } = createLoaded()
    const spring = (parts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'function' ? part() : part]),
      )
    reduce({ type, payload: spring(payload), meta: { ...META, ...spring(meta) } })
  },
)

function hostileProxy(): object {
  const fail = (): never => {
    throw new Error('trap')
  }
  return new Proxy({}, { get: fail, getOwnPropertyDescriptor: fail, getPrototypeOf: fail, has: fail, ownKeys: fail })
}

function endless(): object {
  return new Proxy(
    {},
    {
      get: () => endless(),
      ownKeys: () => ['next'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  )
}
