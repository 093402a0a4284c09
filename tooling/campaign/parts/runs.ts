import { createFakeRuntime } from '@plugboard/contract-tests'

import type { Figure, Part } from '../figure.ts'
import { runExactlyOnce } from '../runs/exactlyOnce.ts'

const EVENTS = 250_000
const EVENT_PIECES = [1, 2, 3, 4]
const MINUTE_MS = 61_000

/** What recorded, numbered and saved runs promise, in pieces that end in time: all of them make up the promise. */
export const runs: readonly Part[] = EVENT_PIECES.map(createEventsPart)

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
