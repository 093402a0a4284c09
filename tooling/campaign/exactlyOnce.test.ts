import { createFakeRuntime } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, it } from 'vitest'

import { runExactlyOnce, type ExactlyOnceResult } from './runs/exactlyOnce.ts'

const MINUTE_MS = 61_000
/** For machines that are busy with something else. */
const PATIENCE_MS = 300_000

function expectExactlyOnce(result: ExactlyOnceResult, events: number): void {
  expect(result).toMatchObject({ handled: events, lost: 0, doubled: 0, wrong: 0 })
  // That nothing went wrong means something only where something could have.
  for (const trouble of ['crashes', 'restarts', 'reloads', 'rollbacks', 'pauses'] as const) {
    expect(result[trouble], trouble).toBeGreaterThan(0)
  }
}

describe('numbered events under crashes, restarts, reloads, bad code and pauses', () => {
  it(
    'are handled exactly once, 10,000 of them',
    async () => {
      let clock = 0
      await using runtime = createFakeRuntime({ now: () => clock })
      const result = await runExactlyOnce({
        runtime,
        stopNext: (instanceId) => runtime.failNext(instanceId),
        events: 10_000,
        instances: 10,
        seed: 1,
        passMinute: () => (clock += MINUTE_MS),
      })
      expectExactlyOnce(result, 10_000)
    },
    PATIENCE_MS,
  )

  it(
    'are handled exactly once in real VMs, where an endless loop is one',
    async () => {
      let clock = 0
      await using runtime = createQuickJSRuntime({ placement: 'inline', now: () => clock })
      const passMinute = (): number => (clock += MINUTE_MS)
      const result = await runExactlyOnce({ runtime, events: 2_000, instances: 2, seed: 2, passMinute })
      expectExactlyOnce(result, 2_000)
    },
    PATIENCE_MS,
  )
})
