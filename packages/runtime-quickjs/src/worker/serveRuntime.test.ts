import {
  DEFAULT_LIMITS,
  PluginRuntimeError,
  type PluginCall,
  type PluginLimits,
  type PluginRuntime,
} from '@plugboard/contracts'
import { expect, it, vi } from 'vitest'

import { createScriptedRuntime } from '../../test/fakeWorkers.ts'
import { WIRE_VERSION, type ClientMessage, type WorkerMessage, type WorkerRequest } from '../protocol/wire.ts'
import { serveRuntime } from './serveRuntime.ts'

const engine = {} as WebAssembly.Module

function serve(runtime: PluginRuntime = createScriptedRuntime()) {
  const said: WorkerMessage[] = []
  const created: PluginLimits[] = []
  let hear: (message: ClientMessage) => void = () => {}
  serveRuntime(
    { post: (message) => void said.push(message), listen: (listener) => (hear = listener) },
    ({ limits }) => {
      created.push(limits)
      return runtime
    },
  )
  const start = (version = WIRE_VERSION): void => {
    hear({ type: 'start', version, engine, limits: DEFAULT_LIMITS })
  }
  const prepare = (version = WIRE_VERSION): void => {
    hear({ type: 'prepare', version, engine })
  }
  const ask = (...requests: readonly WorkerRequest[]): void => {
    for (const request of requests) hear(request)
  }
  return { said, created, prepare, start, ask }
}

const view: PluginCall['view'] = {
  pluginState: 1,
  globalState: { self: { instanceId: 'a@1', packageId: 'a' }, shared: {} },
  grants: { readShared: [], writeShared: [], systemCommands: [] },
}

function load(id: number, instanceId = 'a@1'): WorkerRequest {
  return { id, type: 'loadPlugin', request: { packageId: 'a', instanceId, code: 'fine' } }
}

function event(id: number, handler: string): WorkerRequest {
  const call = { kind: 'event', widgetId: 'main', handler, event: { type: 'press' } } as const
  return { id, type: 'event', instanceId: 'a@1', call, view: [1, 0, JSON.stringify(view)] }
}

function render(id: number, pluginState: number): WorkerRequest {
  const call = { kind: 'render', widgetId: 'main' } as const
  return { id, type: 'render', instanceId: 'a@1', call, view: [1, 0, JSON.stringify({ ...view, pluginState })] }
}

it('says its version, and serves only a client of the same one', async () => {
  const { said, start, ask } = serve()
  ask(load(1))
  start(WIRE_VERSION + 1)
  ask(load(2))
  await new Promise((resolve) => setTimeout(resolve))
  expect(said).toEqual([{ type: 'ready', version: WIRE_VERSION }])
})

it('is prepared for the default limits without a word, and serves the client that comes later from that', async () => {
  const { ask, created, prepare, said, start } = serve()
  prepare(WIRE_VERSION + 1)
  expect(created).toEqual([])
  prepare()
  expect(created).toEqual([DEFAULT_LIMITS])
  expect(said).toEqual([])
  start()
  prepare()
  ask(load(1))
  await vi.waitFor(() => expect(said).toMatchObject([{ type: 'ready' }, { type: 'answer', id: 1 }]))
  expect(created).toHaveLength(1)
})

it('answers strictly in order, one request at a time', async () => {
  let running = 0
  let most = 0
  const scripted = createScriptedRuntime()
  const { said, start, ask } = serve({
    ...scripted,
    call: async (instanceId, call) => {
      running += 1
      most = Math.max(most, running)
      // The first ones take longest.
      for (let turn = 10; turn > 0; turn -= 1) await Promise.resolve()
      running -= 1
      return scripted.call(instanceId, call)
    },
  })
  start()
  ask(load(1), event(2, 'count'), render(3, 1), event(4, 'throw'), { id: 5, type: 'health' }, event(6, 'count'))
  await vi.waitFor(() => {
    expect(said).toHaveLength(7)
  })
  expect(said.slice(1).map((message) => ('id' in message ? message.id : message.type))).toEqual([1, 2, 3, 4, 5, 6])
  expect(most).toBe(1)
})

it('forwards log lines while their call runs', async () => {
  const { said, start, ask } = serve()
  start()
  ask(load(1), event(2, 'log'))
  await vi.waitFor(() => {
    expect(said).toHaveLength(4)
  })
  expect(said.map(({ type }) => type)).toEqual(['ready', 'answer', 'log', 'answer'])
})

it('sends of a tree only what the client has not, until the instance is loaded anew', async () => {
  const { said, start, ask } = serve()
  start()
  ask(load(1), render(2, 1), render(3, 1), render(4, 2), render(5, 1))
  ask({ id: 6, type: 'disposePlugin', instanceId: 'a@1' }, load(7), render(8, 1))
  await vi.waitFor(() => {
    expect(said).toHaveLength(9)
  })
  const whole = expect.stringContaining('"kind":"column"')
  const text = (digit: number): string => `[1,"children",[2,0,[1,"text","${digit}"]]]`
  expect(said.flatMap((message) => ('tree' in message ? [message.tree] : []))).toEqual([
    [1, 0, whole],
    [1, 1, ''],
    [2, 1, text(2)],
    [3, 2, text(1)],
    [1, 0, whole],
  ])
})

it('carries out a call whose view builds on the last one, and refuses one that builds on another', async () => {
  const { said, start, ask } = serve()
  start()
  const next = (id: number, serial: number, base: number): WorkerRequest =>
    ({
      ...render(id, 0),
      view: [serial, base, '[1,"pluginState",5]'],
    }) as WorkerRequest
  ask(load(1), render(2, 1), next(3, 2, 1), next(4, 9, 8), next(5, 3, 2))
  await vi.waitFor(() => {
    expect(said).toHaveLength(6)
  })
  expect(said.slice(3)).toMatchObject([
    { id: 3, tree: [2, 1, expect.stringContaining('"5"')] },
    { id: 4, type: 'refusal', error: { code: 'PROTOCOL' } },
    { id: 5, tree: [2, 2, ''] },
  ])
})

it('forgets an instance that was stopped: the client brings it back elsewhere', async () => {
  const runtime = createScriptedRuntime()
  const dispose = vi.spyOn(runtime, 'dispose')
  const { said, start, ask } = serve(runtime)
  start()
  ask(load(1), event(2, 'throw'), event(3, 'stop'), event(4, 'count'))
  await vi.waitFor(() => {
    expect(said).toHaveLength(5)
  })
  expect(dispose).toHaveBeenCalledExactlyOnceWith('a@1')
  expect(said.flatMap((message) => ('error' in message ? [message.error.code] : []))).toEqual([
    'PLUGIN_THREW',
    'RUNTIME_TIMEOUT',
    'UNKNOWN_INSTANCE',
  ])
})

it('sends what was thrown as its plain form, and nothing of an error of our own', async () => {
  const scripted = createScriptedRuntime()
  const errors = [
    new PluginRuntimeError({ code: 'PLUGIN_THREW', message: 'no', source: { line: 1, column: 2 } }),
    new Error('at /srv/app/secret.ts'),
  ]
  const { said, start, ask } = serve({ ...scripted, call: () => Promise.reject(errors.shift() ?? new Error('more')) })
  start()
  ask(event(1, 'count'), event(2, 'count'))
  await vi.waitFor(() => {
    expect(said).toHaveLength(3)
  })
  expect(said[1]).toEqual({
    type: 'refusal',
    id: 1,
    error: { code: 'PLUGIN_THREW', message: 'no', source: { line: 1, column: 2 } },
  })
  expect(said[2]).toMatchObject({ type: 'refusal', id: 2, error: { code: 'RUNTIME_CRASHED' } })
  expect(JSON.stringify(said[2])).not.toContain('secret')
})
