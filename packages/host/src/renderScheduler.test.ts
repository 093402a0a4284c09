import type { RuntimeState } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { RenderScheduler } from './renderScheduler.ts'

// Settling is the target's business: the state only has to arrive.
const state = {} as RuntimeState

function createScheduler(readState: () => RuntimeState | null): { scheduler: RenderScheduler; seen: unknown[] } {
  const seen: unknown[] = []
  const target = {
    settle: (settled: RuntimeState) => {
      seen.push(settled)
      return []
    },
  }
  return { scheduler: new RenderScheduler({ targets: () => [target], readState, onFault: () => undefined }), seen }
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
