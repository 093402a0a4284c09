import { PluginRuntimeError, type InstanceId, type RenderCall, type RuntimeEvents } from '@plugboard/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createFakeWorkers, createScriptedRuntime, fakeEngine, type FakeWorkers } from '../../test/fakeWorkers.ts'
import { serveRuntime } from '../worker/serveRuntime.ts'
import { selectPlacement } from './placement.ts'
import { WorkerRuntime } from './WorkerRuntime.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

interface Kit {
  readonly runtime: WorkerRuntime
  readonly workers: FakeWorkers
  readonly told: [keyof RuntimeEvents, unknown][]
  readonly load: (instanceId: InstanceId, code?: string) => Promise<unknown>
}

/** Trusted instances, all in one worker. */
function createKit(workers: FakeWorkers = createFakeWorkers()): Kit {
  const runtime = new WorkerRuntime({
    createPort: workers.createPort,
    engine: fakeEngine,
    place: selectPlacement(() => 'all', { maxWorkers: 8, trustedWorkers: 2 }),
    standby: false,
    limits: { wallMs: { load: 300, render: 100, event: 100 }, graceMs: 50 },
    now: () => 0,
  })
  const told: Kit['told'] = []
  for (const name of ['crash', 'restart', 'quarantine'] as const) {
    runtime.on(name, (detail) => void told.push([name, detail]))
  }
  const load: Kit['load'] = (instanceId, code = 'fine') =>
    runtime.load({ instanceId, packageId: 'a', code, trusted: true })
  return { runtime, workers, told, load }
}

const base = (instanceId: InstanceId, pluginState: string): Pick<RenderCall, 'widgetId' | 'view'> => ({
  widgetId: 'main',
  view: {
    pluginState,
    globalState: { self: { instanceId, packageId: 'a' }, shared: {} },
    grants: { readShared: [], writeShared: [], systemCommands: [] },
  },
})

function draw(runtime: WorkerRuntime, instanceId: InstanceId, state = 'seen'): Promise<unknown> {
  return runtime.call(instanceId, { kind: 'render', ...base(instanceId, state) })
}

function press(runtime: WorkerRuntime, instanceId: InstanceId, handler: string): Promise<unknown> {
  return runtime.call(instanceId, { kind: 'event', handler, event: { type: 'press' }, ...base(instanceId, '') })
}

function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof PluginRuntimeError ? error.code : String(error)),
  )
}

/** Loads `count` instances and loses their worker while nothing runs. */
async function loseAll({ load, workers }: Kit, count: number): Promise<readonly InstanceId[]> {
  const ids = Array.from({ length: count }, (_, index) => `a@${index}`)
  await Promise.all(ids.map((id) => load(id)))
  workers.started[0]?.die()
  return ids
}

it('brings many back a few at a time, each of them once', async () => {
  const kit = createKit()
  const ids = await loseAll(kit, 17)
  await vi.advanceTimersByTimeAsync(0)
  const [, second] = kit.workers.started
  const sizes = second?.posted.map((message) => (message.type === 'batch' ? message.requests.length : 1))
  expect(sizes).toEqual([1, 8, 8, 1])
  expect(second?.asked).toEqual(ids.map((id) => `load ${id}`))
  expect(kit.told.filter(([name]) => name === 'restart')).toHaveLength(ids.length)
})

it('does not let a call wait for all who are brought back, and loads and calls in one trip', async () => {
  const kit = createKit()
  const ids = await loseAll(kit, 24)
  const last = ids.at(-1) ?? ''
  const drawn = draw(kit.runtime, last)
  await vi.advanceTimersByTimeAsync(0)
  await drawn
  const { asked = [], posted = [] } = kit.workers.started[1] ?? {}
  const at = asked.indexOf(`load ${last}`)
  expect(at).toBeLessThanOrEqual(8)
  expect(asked[at + 1]).toBe(`render ${last}`)
  expect(asked.filter((each) => each === `load ${last}`)).toHaveLength(1)
  const together = posted.find(
    (message) => message.type === 'batch' && message.requests.some(({ type }) => type === 'render'),
  )
  expect(together?.type === 'batch' && together.requests.some(({ type }) => type === 'loadPlugin')).toBe(true)
})

it('loads before an event too, which travels alone after it', async () => {
  const kit = createKit()
  await kit.load('a@1')
  expect(await codeOf(press(kit.runtime, 'a@1', 'stop'))).toBe('RUNTIME_TIMEOUT')
  expect(await codeOf(press(kit.runtime, 'a@1', 'count'))).toBe('answered')
  expect(kit.workers.started[1]?.asked).toEqual(['load a@1', 'count a@1'])
  expect(kit.told.map(([name]) => name)).toEqual(['crash', 'restart'])
})

it('tells of a call whose instance could not be loaded again why it could not, and counts that once', async () => {
  let loads = 0
  const workers = createFakeWorkers((port) => {
    serveRuntime(port, () => {
      const scripted = createScriptedRuntime()
      return {
        ...scripted,
        load: (request) => scripted.load((loads += 1) === 1 ? request : { ...request, code: 'stop' }),
      }
    })
  })
  const { load, runtime, told } = createKit(workers)
  await load('a@1')
  expect(await codeOf(press(runtime, 'a@1', 'stop'))).toBe('RUNTIME_TIMEOUT')
  expect(await codeOf(draw(runtime, 'a@1'))).toBe('RUNTIME_TIMEOUT')
  expect(told.map(([name]) => name)).toEqual(['crash', 'crash'])
})

it('tells an event that was not begun that its plugin did not start again, and not that it was stopped', async () => {
  let loads = 0
  const workers = createFakeWorkers((port) => {
    serveRuntime(port, () => {
      const scripted = createScriptedRuntime()
      return {
        ...scripted,
        load: (request) => scripted.load((loads += 1) === 1 ? request : { ...request, code: 'stop' }),
      }
    })
  })
  const { load, runtime } = createKit(workers)
  await load('a@1')
  expect(await codeOf(press(runtime, 'a@1', 'stop'))).toBe('RUNTIME_TIMEOUT')
  expect(await codeOf(press(runtime, 'a@1', 'count'))).toBe('RUNTIME_CRASHED')
})

it('blames the instance whose load and call were alone under way, after one deadline', async () => {
  const kit = createKit()
  await kit.load('a@1')
  // After the third accident in a row nobody brings it back but its own call.
  for (let accident = 0; accident < 3; accident += 1) {
    kit.workers.started.at(-1)?.die()
    await vi.advanceTimersByTimeAsync(0)
  }
  const drawn = codeOf(draw(kit.runtime, 'a@1', 'hang'))
  await vi.advanceTimersByTimeAsync(351)
  expect(await drawn).toBe('RUNTIME_TIMEOUT')
  expect(kit.workers.started.at(-1)?.asked).toEqual(['load a@1', 'render a@1'])
  expect(kit.told.at(-1)).toMatchObject(['crash', { offender: 'a@1' }])
})
