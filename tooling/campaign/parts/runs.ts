import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createFakeRuntime } from '@plugboard/contract-tests'
import { createFileStorage } from '@plugboard/storage/node'

import type { Figure, Part } from '../figure.ts'
import { runExactlyOnce } from '../runs/exactlyOnce.ts'
import { runKills } from '../runs/kills.ts'

const EVENTS = 250_000
const EVENT_PIECES = [1, 2, 3, 4]
const MINUTE_MS = 61_000
const KILLS = 200
const KILL_PIECES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** What recorded, numbered and saved runs promise, in pieces that end in time: all of them make up the promise. */
export const runs: readonly Part[] = [...EVENT_PIECES.map(createEventsPart), ...KILL_PIECES.map(createKillsPart)]

/** 1,000,000 numbered events in all. */
function createEventsPart(seed: number): Part {
  return {
    name: `runs-events-${seed}`,
    what: `${EVENTS} numbered events, three intents each, through crashes, restarts, reloads, bad code and pauses; piece ${seed} of ${EVENT_PIECES.length}`,
    async measure(): Promise<readonly Figure[]> {
      let clock = 0
      await using runtime = createFakeRuntime({ now: () => clock })
      const result = await runExactlyOnce({
        runtime,
        stopNext: (instanceId) => runtime.failNext(instanceId),
        events: EVENTS,
        instances: 10,
        seed,
        passMinute: () => (clock += MINUTE_MS),
      })
      return [
        { name: 'events lost', value: result.lost, unit: 'count', limit: { most: 0 } },
        { name: 'events doubled', value: result.doubled, unit: 'count', limit: { most: 0 } },
        { name: 'answers that no promise allows', value: result.wrong, unit: 'count', limit: { most: 0 } },
        { name: 'events handled', value: result.handled, unit: 'count', limit: { least: EVENTS } },
        { name: 'crashes under an event', value: result.crashes, unit: 'count' },
        {
          name: 'restarts, reloads and ways back',
          value: result.restarts + result.reloads + result.rollbacks,
          unit: 'count',
        },
      ]
    },
  }
}

/** 2,000 kills in all. */
function createKillsPart(seed: number): Part {
  return {
    name: `runs-kills-${seed}`,
    what: `${KILLS} kills at random points in Node.js, of workers, by the watchdog, and of whole clients that save into a folder; piece ${seed} of ${KILL_PIECES.length}`,
    async measure(): Promise<readonly Figure[]> {
      const directory = mkdtempSync(join(tmpdir(), 'plugboard-'))
      try {
        const openStorage = () => createFileStorage({ directory })
        const result = await runKills({ openStorage, kills: KILLS, instances: 4, seed })
        return [
          { name: 'committed events forgotten', value: result.forgotten, unit: 'count', limit: { most: 0 } },
          {
            name: 'events lost',
            value: result.lost + result.givenUp,
            unit: 'count',
            limit: { most: 0 },
          },
          { name: 'events doubled', value: result.doubled, unit: 'count', limit: { most: 0 } },
          { name: 'answers that no promise allows', value: result.wrong, unit: 'count', limit: { most: 0 } },
          { name: 'events handled', value: result.handled, unit: 'count' },
          { name: 'workers killed from outside', value: result.workerKills, unit: 'count' },
          { name: 'workers killed by the watchdog', value: result.watchdogKills, unit: 'count' },
          { name: 'clients killed', value: result.clientKills, unit: 'count' },
          { name: 'ordinary events stopped by a busy machine', value: result.stoppedByClock, unit: 'count' },
        ]
      } finally {
        rmSync(directory, { recursive: true })
      }
    },
  }
}
