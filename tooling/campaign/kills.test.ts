import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { expect, it } from 'vitest'

import { runKills } from './runs/kills.ts'

const KILLS = 40
/** For machines that are busy with something else. */
const PATIENCE_MS = 300_000

it(
  'keeps all that was committed, loses nothing and does nothing twice when workers and clients are killed at random points',
  async () => {
    const place = createMemoryPlace()
    const openStorage = () => createMemoryStorage({ place })
    const { clientKills, handled, stoppedByClock, watchdogKills, workerKills, ...faults } = await runKills({
      openStorage,
      kills: KILLS,
      instances: 4,
      seed: 1,
    })
    expect(faults).toEqual({ lost: 0, doubled: 0, forgotten: 0, givenUp: 0, wrong: 0 })
    expect(clientKills + watchdogKills + workerKills).toBeGreaterThanOrEqual(KILLS)
    // That nothing went wrong means something only where something could have.
    for (const [kind, kills] of Object.entries({ clientKills, watchdogKills, workerKills })) {
      expect(kills, kind).toBeGreaterThan(0)
    }
    expect(handled).toBeGreaterThan(KILLS)
    expect(stoppedByClock).toBeLessThan(handled / 10)
  },
  PATIENCE_MS,
)
