import {
  PluginRuntimeError,
  type InstanceId,
  type JsonValue,
  type PluginCall,
  type RuntimeEvents,
} from '@plugboard/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import {
  createFakeWorkers,
  createScriptedRuntime,
  fakeEngine,
  serveScripted,
  type FakeWorkers,
} from '../../test/fakeWorkers.ts'
import { WIRE_VERSION } from '../protocol/wire.ts'
import { serveRuntime } from '../worker/serveRuntime.ts'
import { selectPlacement, type Placement } from './placement.ts'
import { STANDBY_AFTER_MS } from './GroupRegistry.ts'
import { STARTUP_MS } from './WorkerGroup.ts'
import { WorkerRuntime } from './WorkerRuntime.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const BOUNDS = { maxWorkers: 8, trustedWorkers: 2 }

const LIMITS = { wallMs: { load: 300, render: 100, event: 100 }, graceMs: 50 }

interface Kit {
  readonly runtime: WorkerRuntime
  readonly workers: FakeWorkers
  /** Events of the runtime, as they came. */
  readonly told: [keyof RuntimeEvents, unknown][]
  readonly load: (instanceId: InstanceId, code?: string, trusted?: boolean) => Promise<unknown>
  readonly send: (instanceId: InstanceId, handler: string) => Promise<unknown>
  readonly moveClock: (ms: number) => void
}

/** All packages of one trust share a worker, so that everybody has neighbours. */
function createKit(
  placement: Exclude<Placement, 'inline'> = () => 'all',
  workers: FakeWorkers = createFakeWorkers(),
  standby = false,
): Kit {
  let clock = 0
  const runtime = new WorkerRuntime({
    createPort: workers.createPort,
    engine: fakeEngine,
    place: selectPlacement(placement, BOUNDS),
    standby,
    limits: LIMITS,
    now: () => clock,
  })
  const told: Kit['told'] = []
  for (const name of ['crash', 'restart', 'quarantine', 'log'] as const) {
    runtime.on(name, (detail) => void told.push([name, detail]))
  }
  return {
    runtime,
    workers,
    told,
    load: (instanceId, code = 'fine', trusted = true) =>
      runtime.load({ instanceId, packageId: packageOf(instanceId), code, trusted }),
    send: async (instanceId, handler) => {
      const { intents } = await runtime.call(instanceId, event(instanceId, handler))
      return intents.map((intent) => ('payload' in intent ? intent.payload : null))
    },
    moveClock: (ms) => {
      clock += ms
    },
  }
}

function packageOf(instanceId: InstanceId): string {
  return instanceId.slice(0, instanceId.indexOf('@'))
}

function viewOf(instanceId: InstanceId, pluginState: JsonValue = null): PluginCall['view'] {
  return {
    pluginState,
    globalState: { self: { instanceId, packageId: packageOf(instanceId) }, shared: {} },
    grants: { readShared: [], writeShared: [], systemCommands: [] },
  }
}

function event(instanceId: InstanceId, handler: string): PluginCall & { kind: 'event' } {
  return { kind: 'event', widgetId: 'main', handler, event: { type: 'press' }, view: viewOf(instanceId) }
}

function invoke(instanceId: InstanceId, name: string, input: JsonValue = null): PluginCall & { kind: 'invoke' } {
  return { kind: 'invoke', surface: 'tool', name, input, view: viewOf(instanceId) }
}

function render(instanceId: InstanceId, state: JsonValue): PluginCall & { kind: 'render' } {
  return { kind: 'render', widgetId: 'main', view: viewOf(instanceId, state) }
}

/** The code with which a promise is rejected, once `ms` have passed. */
async function codeOf(promise: Promise<unknown>, ms = 0): Promise<string> {
  const code = promise.then(
    (value) => `answered ${JSON.stringify(value)}`,
    (error: unknown) => (error instanceof PluginRuntimeError ? error.code : String(error)),
  )
  await vi.advanceTimersByTimeAsync(ms)
  return code
}

it('stops a call that never ends with RUNTIME_TIMEOUT, after its wall clock and grace and not before', async () => {
  const { load, send, workers } = createKit()
  await load('bad@1')
  const call = send('bad@1', 'hang')
  call.catch(() => {})
  await vi.advanceTimersByTimeAsync(149)
  expect(workers.started[0]?.isTerminated).toBe(false)
  expect(await codeOf(call, 2)).toBe('RUNTIME_TIMEOUT')
  expect(workers.started[0]?.isTerminated).toBe(true)
})

it('carries an invocation there and back, in its turn, and stops one that never ends like an event', async () => {
  const { load, runtime, send, workers } = createKit()
  await load('bad@1')
  const [first, second, third] = [
    send('bad@1', 'count'),
    runtime.call('bad@1', invoke('bad@1', 'count', { a: 1 })),
    send('bad@1', 'count'),
  ]
  await expect(first).resolves.toEqual([1])
  await expect(second).resolves.toMatchObject({ value: { a: 1 }, intents: [{ payload: 2, instanceId: 'bad@1' }] })
  await expect(third).resolves.toEqual([3])
  const call = runtime.call('bad@1', invoke('bad@1', 'hang'))
  call.catch(() => {})
  await vi.advanceTimersByTimeAsync(149)
  expect(workers.started[0]?.isTerminated).toBe(false)
  expect(await codeOf(call, 2)).toBe('RUNTIME_TIMEOUT')
  await expect(runtime.call('bad@1', invoke('bad@1', 'count', 5))).resolves.toMatchObject({ value: 5 })
})

it('counts an invocation that costs the VM as a strike, and tells it as the last call', async () => {
  const { load, runtime, told } = createKit()
  await load('bad@1')
  for (const code of ['RUNTIME_TIMEOUT', 'RUNTIME_TIMEOUT', 'RUNTIME_TIMEOUT', 'QUARANTINED']) {
    expect(await codeOf(runtime.call('bad@1', invoke('bad@1', 'stop')))).toBe(code)
  }
  const lastCall = invoke('bad@1', 'stop')
  expect(told.filter(([name]) => name === 'quarantine')).toEqual([['quarantine', { instanceId: 'bad@1', lastCall }]])
})

it('stops a load that never ends, and the same id may be loaded again', async () => {
  const { load, runtime } = createKit()
  expect(await codeOf(load('bad@1', 'hang'), 400)).toBe('RUNTIME_TIMEOUT')
  await expect(load('bad@1')).resolves.toMatchObject({ title: 'fine' })
  expect((await runtime.health()).groups).toMatchObject([{ id: 'alone/bad@1', alive: true }])
})

it('arms a deadline when a call becomes the one that runs: time in the queue is not its own', async () => {
  const workers = createFakeWorkers((port) => {
    serveRuntime(port, () => {
      const scripted = createScriptedRuntime()
      return {
        ...scripted,
        call: async (instanceId, call) => {
          await new Promise((resolve) => setTimeout(resolve, 100))
          return scripted.call(instanceId, call)
        },
      }
    })
  })
  const { load, send, told } = createKit(() => 'all', workers)
  const ids = ['a@1', 'a@2', 'a@3', 'a@4']
  await Promise.all(ids.map((id) => load(id)))
  const calls = Promise.all(ids.map((id) => send(id, 'count')))
  await vi.advanceTimersByTimeAsync(500)
  await expect(calls).resolves.toEqual([[1], [1], [1], [1]])
  expect(told).toEqual([])
})

it('lets an answer that is there already go before the deadline: a busy thread kills nobody', async () => {
  const { load, send, workers } = createKit()
  await load('slow@1')
  const call = send('slow@1', 'hang')
  await vi.advanceTimersByTimeAsync(0)
  const [worker] = workers.started
  const id = worker?.posted.length === undefined ? 0 : worker.posted.length - 1
  // The thread was busy past the deadline: when it comes back, the timer is due and the answer waits behind it.
  setTimeout(() => {
    worker?.say({
      type: 'answer',
      id,
      text: JSON.stringify({ intents: [], rejected: [], usage: {} }),
    })
  }, 150)
  await vi.advanceTimersByTimeAsync(200)
  await expect(call).resolves.toEqual([])
  expect(worker?.isTerminated).toBe(false)
})

it('answers the queued calls of siblings exactly once and in order after a kill', async () => {
  const { load, send, told, workers } = createKit()
  for (const id of ['bad@1', 'good@1', 'fine@1']) await load(id)
  const order: string[] = []
  const note = async (name: string, call: Promise<unknown>): Promise<void> => {
    order.push(`${name} ${JSON.stringify(await call)}`)
  }
  const bad = codeOf(send('bad@1', 'hang'), 0)
  const calls = Promise.all([
    note('good 1st', send('good@1', 'count')),
    note('fine 1st', send('fine@1', 'count')),
    note('good 2nd', send('good@1', 'count')),
    note('fine 2nd', send('fine@1', 'count')),
    note('good 3rd', send('good@1', 'count')),
  ])
  await vi.advanceTimersByTimeAsync(200)
  await calls
  expect(await bad).toBe('RUNTIME_TIMEOUT')
  expect(order).toEqual(['good 1st [1]', 'fine 1st [1]', 'good 2nd [2]', 'fine 2nd [2]', 'good 3rd [3]'])
  expect(told).toMatchObject([
    ['crash', { instanceIds: ['bad@1', 'good@1', 'fine@1'], offender: 'bad@1', error: { code: 'RUNTIME_TIMEOUT' } }],
    ['restart', { instanceId: 'good@1', attempt: 1 }],
    ['restart', { instanceId: 'fine@1', attempt: 1 }],
  ])
  expect(workers.started).toHaveLength(2)
})

it('brings idle siblings back at once and the offender, alone, with its next call', async () => {
  const { load, send, runtime, workers } = createKit()
  for (const id of ['bad@1', 'good@1']) await load(id)
  await codeOf(send('bad@1', 'hang'), 200)
  expect((await runtime.health()).groups).toMatchObject([
    { id: 'trusted/all', instanceIds: ['good@1'], alive: true, restarts: 1 },
    { id: 'asleep/bad@1', instanceIds: ['bad@1'], alive: false },
  ])
  expect(workers.started[1]?.asked).toEqual(['load good@1', 'health'])
  expect(await send('bad@1', 'count')).toEqual([1])
  expect((await runtime.health()).groups).toMatchObject([
    { id: 'trusted/all', instanceIds: ['good@1'], alive: true },
    { id: 'alone/bad@1', instanceIds: ['bad@1'], alive: true, restarts: 1 },
  ])
})

it('moves an instance that was stopped politely into a worker of its own, and leaves its neighbours alone', async () => {
  const { load, send, told, workers } = createKit()
  for (const id of ['bad@1', 'good@1']) await load(id)
  await send('good@1', 'count')
  expect(await codeOf(send('bad@1', 'stop'))).toBe('RUNTIME_TIMEOUT')
  expect(told).toMatchObject([['crash', { instanceIds: ['bad@1'], offender: 'bad@1' }]])
  expect(await send('bad@1', 'count')).toEqual([1])
  expect(await send('good@1', 'count')).toEqual([2])
  expect(workers.started.map(({ asked }) => asked)).toEqual([
    ['load bad@1', 'load good@1', 'count good@1', 'stop bad@1', 'disposePlugin bad@1', 'count good@1'],
    ['load bad@1', 'count bad@1'],
  ])
})

it('stays alone after a dispose and a load, as long as its strike counts', async () => {
  const { load, send, runtime, moveClock } = createKit()
  await load('bad@1')
  await codeOf(send('bad@1', 'stop'))
  await runtime.dispose('bad@1')
  await load('bad@1')
  expect((await runtime.health()).groups.map(({ id }) => id)).toEqual(['alone/bad@1'])
  await runtime.dispose('bad@1')
  moveClock(61_000)
  await load('bad@1')
  expect((await runtime.health()).groups.map(({ id }) => id)).toEqual(['trusted/all'])
})

it('quarantines at the third strike, of whatever kind, with the call that it failed on', async () => {
  const { load, send, told, runtime, workers, moveClock } = createKit()
  await load('bad@1')
  await codeOf(send('bad@1', 'stop'))
  await codeOf(send('bad@1', 'hang'), 200)
  expect(told.filter(([name]) => name === 'quarantine')).toEqual([])
  const waiting = send('bad@1', 'hang')
  const behind = codeOf(send('bad@1', 'count'))
  expect(await codeOf(waiting, 200)).toBe('RUNTIME_TIMEOUT')
  expect(await behind).toBe('QUARANTINED')
  expect(told.filter(([name]) => name === 'quarantine')).toMatchObject([
    ['quarantine', { instanceId: 'bad@1', lastCall: { kind: 'event', handler: 'hang' } }],
  ])
  expect(await codeOf(send('bad@1', 'count'))).toBe('QUARANTINED')
  expect(workers.alive()).toEqual([])
  await runtime.dispose('bad@1')
  expect(await codeOf(load('bad@1'))).toBe('QUARANTINED')
  moveClock(61_000)
  await load('bad@1')
  expect(await send('bad@1', 'count')).toEqual([1])
})

it('counts a strike against an instance that was unloaded while it held up its neighbours', async () => {
  const { load, send, runtime } = createKit()
  for (const id of ['bad@1', 'good@1']) await load(id)
  const call = codeOf(send('bad@1', 'hang'))
  await vi.advanceTimersByTimeAsync(0)
  const disposal = runtime.dispose('bad@1')
  expect(await call).toBe('DISPOSED')
  await vi.advanceTimersByTimeAsync(200)
  await disposal
  await load('bad@1')
  const { groups } = await runtime.health()
  expect(groups.map(({ id, instanceIds }) => [id, instanceIds])).toEqual([
    ['trusted/all', ['good@1']],
    ['alone/bad@1', ['bad@1']],
  ])
})

it('handles a worker that dies under a call like one that had to be killed', async () => {
  const { load, send, told, workers } = createKit()
  for (const id of ['bad@1', 'good@1']) await load(id)
  const call = codeOf(send('bad@1', 'hang'))
  const waiting = send('good@1', 'count')
  await vi.advanceTimersByTimeAsync(0)
  workers.started[0]?.die()
  expect(await call).toBe('RUNTIME_CRASHED')
  expect(await waiting).toEqual([1])
  expect(told).toMatchObject([
    ['crash', { offender: 'bad@1', error: { code: 'RUNTIME_CRASHED' } }],
    ['restart', { instanceId: 'good@1' }],
  ])
})

it('blames nobody for a worker that dies while nothing runs, and does not restart it for ever', async () => {
  const { load, send, told, workers } = createKit()
  await load('good@1')
  for (let accident = 0; accident < 5; accident += 1) {
    workers.alive()[0]?.die()
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(workers.started).toHaveLength(3)
  expect(told.filter(([name]) => name === 'crash')).toHaveLength(3)
  expect(told[0]).toEqual([
    'crash',
    { instanceIds: ['good@1'], error: expect.objectContaining({ code: 'RUNTIME_CRASHED' }) },
  ])
  expect(await send('good@1', 'count')).toEqual([1])
  expect(told.filter(([name]) => name === 'quarantine')).toEqual([])
})

it.each([
  ['that is no message', 'hello'],
  ['of an unknown type', { type: 'shutdown' }],
  ['without a text', { type: 'answer', id: 3 }],
  ['that answers out of turn', { type: 'answer', id: 99, text: '{"intents":[],"rejected":[],"usage":{}}' }],
  ['that starts again', { type: 'ready', version: 1 }],
  ['with an unknown error code', { type: 'refusal', id: 3, error: { code: 'NONSENSE', message: '' } }],
  ['that is not JSON', { type: 'answer', id: 3, text: '{' }],
  ['that is no result', { type: 'answer', id: 3, text: '{}' }],
  [
    'with the stamp of another instance',
    {
      type: 'answer',
      id: 3,
      text: JSON.stringify({
        intents: [{ scope: 'plugin', actionType: 'a', packageId: 'good', instanceId: 'good@1' }],
        rejected: [],
        usage: {},
      }),
    },
  ],
])('ends a worker with PROTOCOL when it sends a message %s, and its neighbours go on', async (_, message) => {
  const { load, send, told, workers } = createKit()
  for (const id of ['bad@1', 'good@1']) await load(id)
  const call = codeOf(send('bad@1', 'hang'))
  await vi.advanceTimersByTimeAsync(0)
  workers.started[0]?.say(message)
  expect(await call).toBe('PROTOCOL')
  expect(workers.started[0]?.isTerminated).toBe(true)
  expect(await send('good@1', 'count')).toEqual([1])
  expect(told[0]).toMatchObject(['crash', { offender: 'bad@1', error: { code: 'PROTOCOL' } }])
})

it('refuses a worker of another version before it is told anything of a plugin', async () => {
  const workers = createFakeWorkers((port) => {
    port.listen(() => {
      port.post({ type: 'ready', version: WIRE_VERSION + 1 })
    })
  })
  const { load } = createKit(() => 'all', workers)
  expect(await codeOf(load('a@1'))).toBe('PROTOCOL')
  expect(workers.started[0]?.posted.map(({ type }) => type)).toEqual(['start'])
  expect(workers.alive()).toEqual([])
})

it('puts an instance in quarantine that breaks the wire three times, as it does one that is stopped', async () => {
  const { load, send, workers } = createKit()
  await load('bad@1')
  for (let strike = 0; strike < 3; strike += 1) {
    const call = codeOf(send('bad@1', 'hang'))
    await vi.advanceTimersByTimeAsync(0)
    workers.alive()[0]?.say('nonsense')
    expect(await call).toBe('PROTOCOL')
  }
  expect(await codeOf(send('bad@1', 'count'))).toBe('QUARANTINED')
})

it('gives up on a worker that never starts, for everybody in it, without a strike', async () => {
  const workers = createFakeWorkers(() => {})
  const { load, told } = createKit(() => 'all', workers)
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const loads = Promise.all([codeOf(load('a@1')), codeOf(load('b@1'))])
    await vi.advanceTimersByTimeAsync(STARTUP_MS + 1)
    expect(await loads).toEqual(['RUNTIME_CRASHED', 'RUNTIME_CRASHED'])
  }
  expect(workers.started).toHaveLength(4)
  expect(workers.alive()).toEqual([])
  expect(told.map(([name]) => name)).toEqual(['crash', 'crash', 'crash', 'crash'])
  expect(told[0]?.[1]).not.toHaveProperty('offender')
})

it('does not try again by itself to bring siblings back into a worker that does not start', async () => {
  let starts = 0
  const workers = createFakeWorkers((port) => {
    starts += 1
    if (starts !== 2) serveScripted(port)
  })
  const { load, send, told } = createKit(() => 'all', workers)
  for (const id of ['bad@1', 'good@1']) await load(id)
  await codeOf(send('bad@1', 'hang'), 200)
  await vi.advanceTimersByTimeAsync(STARTUP_MS * 3)
  expect(workers.started).toHaveLength(2)
  expect(told.filter(([name]) => name === 'restart')).toEqual([])
  expect(await send('good@1', 'count')).toEqual([1])
})

it('refuses to load when the platform starts no worker, or the engine cannot be had', async () => {
  const refusing = {
    ...createFakeWorkers(),
    createPort: () => {
      throw new Error('refused by /etc/policy')
    },
  }
  const first = createKit(() => 'all', refusing)
  const error = await first.load('a@1').catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'PluginRuntimeError', code: 'RUNTIME_CRASHED' })
  expect(String(error)).not.toContain('/etc/policy')

  const workers = createFakeWorkers()
  let isServed = false
  const runtime = new WorkerRuntime({
    createPort: workers.createPort,
    engine: { compile: () => (isServed ? fakeEngine.compile() : Promise.reject(new Error('404'))) },
    place: selectPlacement('shared', BOUNDS),
    standby: false,
    limits: LIMITS,
    now: () => 0,
  })
  const request = { instanceId: 'a@1', packageId: 'a', code: 'fine' }
  expect(await codeOf(runtime.load(request))).toBe('RUNTIME_CRASHED')
  expect(workers.alive()).toEqual([])
  isServed = true
  await expect(runtime.load(request)).resolves.toMatchObject({ title: 'fine' })
})

it('ignores what a worker says after its end', async () => {
  const { load, send, told, workers } = createKit()
  await load('bad@1')
  await codeOf(send('bad@1', 'hang'), 200)
  const count = told.length
  workers.started[0]?.say({ type: 'answer', id: 2, text: '{}' })
  workers.started[0]?.say('nonsense')
  workers.started[0]?.die()
  expect(told).toHaveLength(count)
  expect(await send('bad@1', 'count')).toEqual([1])
})

it('forwards log lines under the identity that it knows, and only of instances that run in that worker', async () => {
  const { load, send, told, workers, runtime } = createKit()
  for (const id of ['a@1', 'b@1']) await load(id, 'fine', id === 'a@1')
  await send('a@1', 'log')
  const [first] = workers.started
  const line = { packageId: 'spoof', level: 'warn', args: ['hi'] }
  first?.say({ type: 'log', line: { ...line, instanceId: 'a@1' } })
  first?.say({ type: 'log', line: { ...line, instanceId: 'b@1' } })
  first?.say({ type: 'log', line: { ...line, instanceId: '__proto__' } })
  expect(told).toEqual([
    ['log', { instanceId: 'a@1', packageId: 'a', level: 'info', args: ['line'] }],
    ['log', { instanceId: 'a@1', packageId: 'a', level: 'warn', args: ['hi'] }],
  ])
  await runtime.dispose('a@1')
  first?.say({ type: 'log', line: { ...line, instanceId: 'a@1' } })
  expect(told).toHaveLength(2)
})

it('keeps unchanged subtrees the same objects, also across a restart', async () => {
  const { load, send, runtime } = createKit()
  for (const id of ['a@1', 'bad@1']) await load(id)
  const first = (await runtime.call('a@1', render('a@1', 1))).tree
  expect((await runtime.call('a@1', render('a@1', 1))).tree).toBe(first)
  const second = (await runtime.call('a@1', render('a@1', 2))).tree
  if (first.kind !== 'column' || second.kind !== 'column') return expect.fail('the script draws columns')
  expect(second.children[0]).not.toBe(first.children[0])
  expect(second.children[1]).toBe(first.children[1])
  await codeOf(send('bad@1', 'hang'), 200)
  expect((await runtime.call('a@1', render('a@1', 2))).tree).toBe(second)
})

it('keeps the port to the host on this side, and sends everything else of a load', async () => {
  const { runtime, workers } = createKit()
  const request = { instanceId: 'a@1', packageId: 'a', code: 'fine', seed: { random: 1, epochMs: 2 }, apiVersion: 1 }
  await runtime.load({ ...request, host: { call: () => Promise.resolve(null) } })
  const posted = workers.started[0]?.posted.find(({ type }) => type === 'loadPlugin')
  expect(posted).toMatchObject({ request: { ...request, limits: LIMITS } })
  expect(posted).not.toHaveProperty('request.host')
})

it('refuses a call that cannot be posted as PROTOCOL, and it alone', async () => {
  const { load, send, runtime, told } = createKit()
  await load('a@1')
  // What a host with a bug could pass.
  const view = { ...viewOf('a@1'), pluginState: (() => 1) as never }
  expect(await codeOf(runtime.call('a@1', { ...event('a@1', 'count'), view }))).toBe('PROTOCOL')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual([])
  expect(await send('a@1', 'count')).toEqual([1])
})

it('ends the worker of a group when its last instance is disposed', async () => {
  const { load, runtime, workers } = createKit()
  for (const id of ['a@1', 'a@2']) await load(id)
  await runtime.dispose('a@1')
  expect(workers.alive()).toHaveLength(1)
  expect(workers.started[0]?.asked.at(-1)).toBe('disposePlugin a@1')
  await runtime.dispose('a@2')
  expect(workers.alive()).toHaveLength(0)
  expect((await runtime.health()).groups).toEqual([])
})

it('resolves a dispose only when nothing of the instance runs any more', async () => {
  const { load, send, runtime } = createKit()
  for (const id of ['bad@1', 'good@1']) await load(id)
  const call = codeOf(send('bad@1', 'hang'))
  await vi.advanceTimersByTimeAsync(0)
  let isDisposed = false
  const disposal = runtime.dispose('bad@1').then(() => (isDisposed = true))
  expect(await call).toBe('DISPOSED')
  await vi.advanceTimersByTimeAsync(100)
  expect(isDisposed).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  await disposal
  expect(await send('good@1', 'count')).toEqual([1])
})

it('starts no other worker when a dispose ends the one that loads', async () => {
  const { load, runtime, workers } = createKit()
  const loading = codeOf(load('a@1', 'hang'))
  await vi.advanceTimersByTimeAsync(0)
  await runtime.dispose('a@1')
  expect(await loading).toBe('DISPOSED')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(workers.started).toHaveLength(1)
  expect(workers.alive()).toEqual([])
})

it('leaves an instance alone that took the id of one whose load was ended', async () => {
  const { load, send, runtime } = createKit()
  const loading = codeOf(load('a@1', 'hang'))
  await vi.advanceTimersByTimeAsync(0)
  void runtime.dispose('a@1')
  await load('a@1')
  expect(await loading).toBe('DISPOSED')
  expect(await send('a@1', 'count')).toEqual([1])
})

it('tells a worker that was ended before the engine was compiled nothing any more', async () => {
  const workers = createFakeWorkers()
  const engine = Promise.withResolvers<WebAssembly.Module>()
  const runtime = new WorkerRuntime({
    createPort: workers.createPort,
    engine: { compile: () => engine.promise },
    place: selectPlacement('shared', BOUNDS),
    standby: false,
    limits: LIMITS,
    now: () => 0,
  })
  const loading = codeOf(runtime.load({ instanceId: 'a@1', packageId: 'a', code: 'fine' }))
  await vi.advanceTimersByTimeAsync(0)
  await runtime[Symbol.asyncDispose]()
  expect(await loading).toBe('DISPOSED')
  engine.resolve(await fakeEngine.compile())
  await vi.advanceTimersByTimeAsync(0)
  expect(workers.started[0]?.posted).toEqual([])
})

it('leaves no worker behind when it is disposed, whatever it was doing', async () => {
  const { load, send, runtime, workers } = createKit('isolated')
  for (const id of ['a@1', 'a@2', 'bad@1']) await load(id)
  await codeOf(send('bad@1', 'stop'))
  const outcomes = Promise.all([
    codeOf(send('a@1', 'hang')),
    codeOf(send('a@1', 'count')),
    codeOf(send('bad@1', 'count')),
    codeOf(load('late@1')),
  ])
  await runtime[Symbol.asyncDispose]()
  await runtime[Symbol.asyncDispose]()
  expect(await outcomes).toEqual(['DISPOSED', 'DISPOSED', 'DISPOSED', 'DISPOSED'])
  await vi.advanceTimersByTimeAsync(STARTUP_MS)
  expect(workers.alive()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  expect(await codeOf(send('a@1', 'count'))).toBe('DISPOSED')
  expect(await codeOf(load('b@1'))).toBe('DISPOSED')
  expect((await runtime.health()).groups).toEqual([])
})

it('finds out in health that an idle worker does not answer any more', async () => {
  const { load, runtime, told } = createKit(
    'shared',
    createFakeWorkers((port) => {
      serveRuntime(
        {
          post: port.post,
          listen: (listener) => {
            port.listen((message) => {
              if (message.type !== 'health') listener(message)
            })
          },
        },
        createScriptedRuntime,
      )
    }),
  )
  await load('a@1')
  const health = runtime.health()
  await vi.advanceTimersByTimeAsync(STARTUP_MS + 1)
  await health
  expect(told).toMatchObject([
    ['crash', { instanceIds: ['a@1'] }],
    ['restart', { instanceId: 'a@1' }],
  ])
  expect(told[0]?.[1]).not.toHaveProperty('offender')
})

it('tells its health at once while something hangs', async () => {
  const { load, send, runtime } = createKit()
  await load('a@1')
  const call = codeOf(send('a@1', 'hang'))
  await vi.advanceTimersByTimeAsync(0)
  expect((await runtime.health()).groups).toMatchObject([{ instanceIds: ['a@1'], alive: true }])
  expect(await Promise.race([call, Promise.resolve('still running')])).toBe('still running')
  await vi.advanceTimersByTimeAsync(200)
})

it('says of a quarantine that came with a restart that there was no call', async () => {
  let loads = 0
  const workers = createFakeWorkers((port) => {
    serveRuntime(port, () => {
      const scripted = createScriptedRuntime()
      return {
        ...scripted,
        load: (request) => {
          loads += 1
          return scripted.load(loads < 3 ? request : { ...request, code: 'stop' })
        },
      }
    })
  })
  const { load, send, told } = createKit(() => 'all', workers)
  await load('bad@1')
  for (let strike = 0; strike < 2; strike += 1) await codeOf(send('bad@1', 'stop'))
  expect(await codeOf(send('bad@1', 'count'))).toBe('RUNTIME_CRASHED')
  expect(told.at(-1)).toEqual(['quarantine', { instanceId: 'bad@1', lastCall: null }])
})

it('never lets instances of different trust share a worker, whatever the placement answers', async () => {
  const { load, runtime } = createKit(() => 'all')
  await load('a@1', 'fine', true)
  await load('b@1', 'fine', false)
  await load('c@1', 'fine', false)
  expect((await runtime.health()).groups.map(({ instanceIds }) => instanceIds)).toEqual([['a@1'], ['b@1', 'c@1']])
})

it('starts its first worker at once, and one more than it needs when things are quiet', async () => {
  const { load, workers } = createKit('isolated', createFakeWorkers(), true)
  expect(workers.started).toHaveLength(1)
  await load('a@1')
  await vi.advanceTimersByTimeAsync(STANDBY_AFTER_MS - 1)
  expect(workers.started).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(workers.started).toHaveLength(2)
  await load('b@1')
  await vi.advanceTimersByTimeAsync(STANDBY_AFTER_MS)
  expect(workers.started.map(({ asked }) => asked)).toEqual([['load a@1'], ['load b@1'], []])
})

it('brings the instances of a lost worker back in the one that waited', async () => {
  const { load, send, workers } = createKit(undefined, createFakeWorkers(), true)
  await load('bad@1')
  await load('good@1')
  await vi.advanceTimersByTimeAsync(STANDBY_AFTER_MS)
  const [, standby] = workers.started
  expect(await codeOf(send('bad@1', 'hang'), 200)).toBe('RUNTIME_TIMEOUT')
  await vi.advanceTimersByTimeAsync(0)
  expect(standby?.asked).toEqual(['load good@1'])
  expect(await send('good@1', 'count')).toEqual([1])
})

it('starts no second worker to wait before one has served: a page that cannot start workers is told once', async () => {
  const workers = createFakeWorkers(() => {})
  const { load } = createKit(undefined, workers, true)
  expect(await codeOf(load('a@1'), STARTUP_MS + 50)).toBe('RUNTIME_CRASHED')
  expect(workers.started).toHaveLength(1)
})

it('survives the loss of the worker that waits, and starts another when there is need', async () => {
  const { load, send, told, workers } = createKit('isolated', createFakeWorkers(), true)
  workers.started[0]?.die()
  expect(told).toEqual([])
  await load('a@1')
  expect(await send('a@1', 'count')).toEqual([1])
})

it('ends the worker that waits with the runtime', async () => {
  const { load, runtime, workers } = createKit('isolated', createFakeWorkers(), true)
  await load('a@1')
  await vi.advanceTimersByTimeAsync(STANDBY_AFTER_MS)
  expect(workers.alive()).toHaveLength(2)
  await runtime[Symbol.asyncDispose]()
  await vi.advanceTimersByTimeAsync(STANDBY_AFTER_MS)
  expect(workers.alive()).toEqual([])
})

it('sends renders that trusted plugins are asked for at once in one message each way', async () => {
  const { load, runtime, workers } = createKit()
  for (const instanceId of ['a@1', 'b@1', 'c@1']) await load(instanceId)
  const results = await Promise.all(['a@1', 'b@1', 'c@1'].map((id) => runtime.call(id, render(id, id))))
  expect(results.map(({ tree }) => tree)).toMatchObject(
    ['a@1', 'b@1', 'c@1'].map((text) => ({ children: [{ text: JSON.stringify(text) }, {}] })),
  )
  expect(workers.started[0]?.posted.map(({ type }) => type).slice(-1)).toEqual(['batch'])
  expect(workers.started[0]?.asked.slice(-3)).toEqual(['render a@1', 'render b@1', 'render c@1'])
})

it('sends what nobody vouches for, and every event, in a message of its own', async () => {
  const { load, runtime, send, workers } = createKit()
  for (const instanceId of ['a@1', 'b@1']) await load(instanceId, 'fine', false)
  await Promise.all(['a@1', 'b@1'].map((id) => runtime.call(id, render(id, id))))
  for (const instanceId of ['c@1', 'd@1']) await load(instanceId)
  await Promise.all([send('c@1', 'count'), send('d@1', 'count')])
  expect(workers.started.flatMap(({ posted }) => posted.map(({ type }) => type))).not.toContain('batch')
})

it('blames nobody for a loss among requests that travelled together, and finds the one at fault by asking each alone', async () => {
  const { load, runtime, told } = createKit()
  for (const instanceId of ['a@1', 'bad@1', 'c@1']) await load(instanceId)
  const calls = ['a@1', 'bad@1', 'c@1'].map((id) =>
    runtime.call(id, render(id, id === 'bad@1' ? 'hang' : id)).then(
      () => `${id} answered`,
      (error: { code: string }) => `${id} ${error.code}`,
    ),
  )
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await Promise.all(calls)).toEqual(['a@1 answered', 'bad@1 RUNTIME_TIMEOUT', 'c@1 answered'])
  const crashes = told.flatMap(([name, detail]) =>
    name === 'crash' ? [(detail as { offender?: string }).offender] : [],
  )
  expect(crashes).toEqual([undefined, 'bad@1'])
})

it('keeps the order of what may travel together and what may not', async () => {
  const { load, runtime, send, workers } = createKit()
  for (const instanceId of ['a@1', 'b@1', 'c@1']) await load(instanceId)
  await Promise.all([
    runtime.call('a@1', render('a@1', 1)),
    runtime.call('b@1', render('b@1', 1)),
    send('c@1', 'count'),
  ])
  expect(workers.started[0]?.asked.slice(-3)).toEqual(['render a@1', 'render b@1', 'count c@1'])
})
