import { NO_GRANTS, type RuntimeState } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { RenderScheduler } from './renderScheduler.ts'

// Settling is the target's business: the state only has to arrive.
const state = {} as RuntimeState

function createScheduler(readState: () => RuntimeState | null): { scheduler: RenderScheduler; seen: unknown[] } {
  const seen: unknown[] = []
  const target = {
    instanceId: 'a@1',
    followsEverything: true,
    settle: (settled: RuntimeState) => {
      seen.push(settled)
      return []
    },
  }
  return { scheduler: new RenderScheduler({ targets: () => [target], readState }), seen }
}

it('turns any number of requests into one pass, after the turn that made them', async () => {
  const { scheduler, seen } = createScheduler(() => state)
  for (let count = 0; count < 10; count += 1) scheduler.request()
  expect(seen).toEqual([])
  await Promise.resolve()
  expect(seen).toEqual([state])
  scheduler.request()
  await Promise.resolve()
  expect(seen).toHaveLength(2)
})

it('waits for a store', async () => {
  const { scheduler, seen } = createScheduler(() => null)
  scheduler.request()
  await Promise.resolve()
  expect(seen).toEqual([])
})

function createState(parts: Partial<RuntimeState>): RuntimeState {
  // Only what a pass compares.
  return { instances: {}, pluginStateByInstance: {}, grantsByInstance: {}, shared: {}, ...parts } as RuntimeState
}

function follow(ids: readonly string[], followsEverything = false) {
  let current = createState({})
  const settled: string[] = []
  const scheduler = new RenderScheduler({
    targets: () =>
      ids.map((instanceId) => ({
        instanceId,
        followsEverything,
        settle: () => {
          settled.push(instanceId)
          return []
        },
      })),
    readState: () => current,
  })
  return {
    /** Which instances one pass settles after the state has become this, or news came of one of them. */
    settledAfter: async (parts: Partial<RuntimeState>, asked?: string): Promise<readonly string[]> => {
      settled.length = 0
      current = { ...current, ...parts }
      scheduler.request(asked)
      await Promise.resolve()
      return [...settled]
    },
  }
}

it('settles only the instances that a change concerns, however many there are', async () => {
  const { settledAfter } = follow(['a@1', 'b@1', 'c@1'])
  expect(await settledAfter({})).toEqual(['a@1', 'b@1', 'c@1'])
  expect(await settledAfter({ trace: [] })).toEqual([])
  expect(await settledAfter({ pluginStateByInstance: { 'b@1': 1 } })).toEqual(['b@1'])
  expect(await settledAfter({ grantsByInstance: { 'c@1': NO_GRANTS } })).toEqual(['c@1'])
  expect(await settledAfter({ instances: { 'a@1': { title: 'A' } as never } })).toEqual(['a@1'])
  expect(await settledAfter({}, 'b@1')).toEqual(['b@1'])
  expect(await settledAfter({ shared: { total: 1 } })).toEqual(['a@1', 'b@1', 'c@1'])
})

it('settles with any change whoever reads what is computed from all of the state', async () => {
  const { settledAfter } = follow(['a@1'], true)
  expect(await settledAfter({})).toEqual(['a@1'])
  expect(await settledAfter({ trace: [] })).toEqual(['a@1'])
})

it('comes to an instance that was asked for during a pass in the next one', async () => {
  const { settledAfter } = follow(['a@1', 'b@1'])
  await settledAfter({})
  expect(await settledAfter({}, 'a@1')).toEqual(['a@1'])
  expect(await settledAfter({})).toEqual([])
})
