import { counterSource } from '@plugboard/contract-tests'
import type { UIEvent } from '@plugboard/contracts'
import { PluginHostError, type PluginHost } from '@plugboard/host'
import { describe, expect, it } from 'vitest'

import { createHostKit, PRESS, settled } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

// What callers without types pass: the compiler would not let any of it through.
type Anything = never
const odd = (value: unknown): Anything => value as Anything

const cyclicLimits: Record<string, unknown> = { load: 1, render: 1, event: 1 }
cyclicLimits['self'] = cyclicLimits

const NO_IDS: readonly unknown[] = [undefined, null, 5, {}, [], Symbol('id'), 'counter@nowhere', '__proto__']

/** Whatever a method did, as its error or null; it may throw or reject, as its contract says. */
async function errorOf(run: () => unknown): Promise<unknown> {
  try {
    await run()
    return null
  } catch (error) {
    return error
  }
}

async function expectCode(run: () => unknown, code: string): Promise<void> {
  const error = await errorOf(run)
  expect(error).toBeInstanceOf(PluginHostError)
  expect(error).toMatchObject({ code, message: expect.stringMatching(/^[^\n]{10,200}\.$/) })
}

describe('a load request that is none', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['a name', 'counter'],
    ['an empty object', {}],
    ['a package id that is a number', { packageId: 5 }],
    ['code that is a number', { packageId: 'mine', code: 5 }],
    ['code that is null', { packageId: 'mine', code: null }],
    ['a source map that is null', { packageId: 'mine', code: '', sourceMap: null }],
    ['limits that are null', { packageId: 'counter', limits: null }],
    ['a limit that is none', { packageId: 'counter', limits: { queuedEvents: Number.NaN } }],
    ['limits that hold themselves', { packageId: 'counter', limits: { queuedEvents: 3, wallMs: cyclicLimits } }],
    ['grants that are a list', { packageId: 'counter', initialGrants: [] }],
  ])('is PROTOCOL and leaves nothing behind: %s', async (_name, request) => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    await expectCode(() => kit.host.load(odd(request)), 'PROTOCOL')
    await expectCode(() => kit.host.open({}, odd(request)), 'PROTOCOL')
    expect(kit.actions).toEqual([])
    expect(runtime.loads).toEqual([])
  })

  it('rejects, as load is documented to, and does not throw', () => {
    const kit = createHostKit()
    expect(() => kit.host.load(odd(null)).catch(() => undefined)).not.toThrow()
  })

  it('is PROTOCOL with a ticket that nothing can be found by, before anything is started for it', async () => {
    const kit = createHostKit()
    for (const ticket of [null, undefined, 5, 'ticket']) {
      await expectCode(() => kit.host.open(odd(ticket), { packageId: 'mine', code: counterSource }), 'PROTOCOL')
    }
    expect(kit.actions).toEqual([])
  })
})

describe('an instance id that names none', () => {
  const methods: readonly [string, (host: PluginHost, instanceId: never) => unknown][] = [
    ['restart', (host, id) => host.restart(id)],
    ['unload', (host, id) => host.unload(id)],
    ['reload', (host, id) => host.reload(id, { code: '' })],
    ['setEnabled', (host, id) => host.setEnabled(id, true)],
    ['setGrants', (host, id) => host.setGrants(id, { readShared: [], writeShared: [], systemCommands: [] })],
  ]

  it.each(methods)('is UNKNOWN_INSTANCE for %s, whatever stands in its place', async (_name, call) => {
    const kit = createHostKit()
    for (const id of NO_IDS) await expectCode(() => call(kit.host, odd(id)), 'UNKNOWN_INSTANCE')
    expect(kit.actions).toEqual([])
  })

  it('shows a lease of something that is gone', () => {
    const kit = createHostKit()
    for (const id of NO_IDS) {
      const lease = kit.host.lease(odd(id), odd(id))
      lease.emit(odd({}), odd(null))
      expect(lease.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'UNKNOWN_INSTANCE' } })
    }
    expect(kit.faults).toEqual([])
  })
})

describe('an argument that is none', () => {
  it('is PROTOCOL, and changes nothing about the instance', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    const instanceId = await kit.host.load({ packageId: 'counter' })
    const before = kit.state()
    await expectCode(() => kit.host.reload(instanceId, odd(null)), 'PROTOCOL')
    await expectCode(() => kit.host.reload(instanceId, odd({ code: 5 })), 'PROTOCOL')
    await expectCode(() => kit.host.reload(instanceId, odd({ code: '', manifest: 'x' })), 'PROTOCOL')
    await expectCode(() => kit.host.setEnabled(instanceId, odd('no')), 'PROTOCOL')
    await expectCode(() => kit.host.setGrants(instanceId, odd(null)), 'PROTOCOL')
    await expectCode(() => kit.host.replayIntent(odd(Symbol('seq'))), 'UNKNOWN_RECORD')
    expect(kit.state()).toBe(before)
    expect(runtime.loads).toHaveLength(1)
  })
})

describe('what is emitted and is no event', () => {
  const cyclic: unknown[] = []
  cyclic.push(cyclic)
  let doubled: unknown = 1
  for (let level = 0; level < 60; level += 1) doubled = [doubled, doubled]
  const sparse: unknown[] = []
  sparse.length = 1_000_000_000
  const getter = {
    type: 'press',
    get args() {
      throw new Error('getter')
    },
  }

  it.each<[string, unknown, unknown]>([
    ['a handler that is an object', {}, PRESS],
    ['a handler that is a symbol', Symbol('go'), PRESS],
    ['no event', 'go', undefined],
    ['an event that is null', 'go', null],
    ['an event that is text', 'go', 'press'],
    ['an event that refers to itself', 'go', { type: 'press', args: cyclic }],
    ['an event that doubles itself', 'go', { type: 'press', args: doubled }],
    ['an event with a sparse list', 'go', { type: 'press', args: sparse }],
    ['an event with a getter that throws', 'go', getter],
    ['an event with a function', 'go', { type: 'press', args: () => 1 }],
  ])(
    'is traced as PROTOCOL, never reaches the plugin, and is not held against it: %s',
    async (_name, handler, event) => {
      const runtime = new ScriptedRuntime()
      const kit = createHostKit({ runtime })
      const instanceId = await kit.host.load({ packageId: 'counter' })
      const lease = kit.lease(instanceId)
      const before = kit.instance(instanceId)
      for (let time = 0; time < 4; time += 1) lease.emit(handler as string, event as UIEvent)
      await settled()
      expect(runtime.openEvents).toEqual([])
      expect(kit.trace('error').map(({ error }) => error.code)).toEqual(Array(4).fill('PROTOCOL'))
      expect(kit.instance(instanceId)).toBe(before)
      expect(kit.faults).toEqual([])
      lease.emit('go', PRESS)
      await settled()
      expect(runtime.openEvents).toHaveLength(1)
    },
  )
})

describe('code', () => {
  it('has a digest in the record of its load: the same for the same code', async () => {
    const runtime = new ScriptedRuntime()
    const kit = createHostKit({ runtime })
    for (const code of ['a', 'a', 'b']) {
      await kit.host.load({ packageId: 'mine', code })
    }
    const digests = kit.trace('load').map(({ codeDigest }) => codeDigest)
    expect(digests[0]).toMatch(/^[0-9a-f]{16}$/)
    expect(digests[0]).toBe(digests[1])
    expect(digests[0]).not.toBe(digests[2])
  })

  it('that is longer than its limit is not digested, because it will not be run', async () => {
    const kit = createHostKit({ runtime: new ScriptedRuntime() })
    await kit.host.load({ packageId: 'mine', code: 'x'.repeat(101), limits: { bytesIn: 100 } })
    expect(kit.trace('load')[0]).not.toHaveProperty('codeDigest')
  })
})
