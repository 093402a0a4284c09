import { expect } from 'vitest'

import { chanceSource, loggerSource, zoneSource } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { saidBy } from './runtimeKit.ts'

/** What a guest finds around itself: chance, time, a console. */
export const guestWorldBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'seed-repeats',
    title: 'equal seeds give equal chance and equal time, in every instance',
    async verify({ load }) {
      const seed = { random: 42, epochMs: 1_600_000_000_000 }
      const samples = []
      for (let run = 0; run < 2; run += 1) {
        const guest = await load(chanceSource, { seed })
        samples.push([
          saidBy(await guest.press('sample')),
          saidBy(await guest.press('sample')),
          (await guest.render()).tree,
        ])
      }
      expect(samples[1]).toEqual(samples[0])
    },
  },
  {
    id: 'seed-differs',
    title: 'another seed gives other chance, and chance is not constant',
    async verify({ load }) {
      const draw = async (random: number): Promise<readonly number[]> => {
        const guest = await load(chanceSource, { seed: { random, epochMs: 0 } })
        const [said] = saidBy(await guest.press('sample')) as { payload: number[] }[]
        return said?.payload ?? []
      }
      const [one, two] = [await draw(1), await draw(2)]
      expect(one.slice(0, 2)).not.toEqual(two.slice(0, 2))
      expect(one[0]).not.toBe(one[1])
      for (const number of [...one.slice(0, 2), ...two.slice(0, 2)]) {
        expect(number).toBeGreaterThanOrEqual(0)
        expect(number).toBeLessThan(1)
      }
    },
  },
  {
    id: 'seed-clock',
    title: 'the clock of a guest starts at the seeded epoch and never goes back',
    async verify({ load }) {
      const epochMs = 1_600_000_000_000
      const guest = await load(chanceSource, { seed: { random: 1, epochMs } })
      const [said] = saidBy(await guest.press('sample')) as { payload: (number | string)[] }[]
      const [, , atLoad, constructed, , , later, text] = said?.payload ?? []
      const times = [atLoad, constructed, later, Date.parse(String(text))] as number[]
      for (const time of times) {
        expect(time).toBeGreaterThanOrEqual(epochMs)
        expect(time).toBeLessThan(epochMs + 60_000)
      }
      expect(times.toSorted((left, right) => left - right)).toEqual(times)
    },
  },
  {
    id: 'seed-zone',
    title: 'local times of a guest are those of the seeded zone, UTC where none is named, and never the machine’s',
    async verify({ load }) {
      const times = {
        UTC: [0, 0, 12, '2024-07-01T12:00:00.000Z'],
        'Asia/Kolkata': [5, -330, 12, '2024-07-01T06:30:00.000Z'],
        'America/New_York': [19, 300, 12, '2024-07-01T16:00:00.000Z'],
      }
      const seed = { random: 1, epochMs: 0 }
      const guests = [[await load(zoneSource, { seed }), times.UTC] as const]
      for (const [timeZone, expected] of Object.entries(times)) {
        guests.push([await load(zoneSource, { seed: { ...seed, timeZone } }), expected])
      }
      // Twice, each after all the others: none has the zone of whoever ran before it.
      for (const [guest, expected] of [...guests, ...guests]) {
        expect(saidBy(await guest.press('sample'))).toMatchObject([{ payload: expected }])
      }
    },
  },
  {
    id: 'log-lines',
    title: 'console lines arrive as log events with level, identity and JSON arguments',
    async verify({ load, collect }) {
      const lines = collect('log')
      const guest = await load(loggerSource, { packageId: 'logger' })
      await guest.press('log')
      await expect.poll(() => lines.length).toBe(5)
      expect(lines.map(({ level, args }) => [level, ...args])).toEqual([
        ['debug', 'debug line'],
        ['info', 'log line', { nested: [1, null, true] }],
        ['info', 'info line'],
        ['warn', 'warn line'],
        ['error', 'error line'],
      ])
      for (const line of lines) expect(line).toMatchObject({ packageId: 'logger', instanceId: guest.instanceId })
    },
  },
  {
    id: 'log-rate',
    title: 'past the rate, log lines are dropped and the event is still answered',
    async verify({ load, collect }) {
      const lines = collect('log')
      const guest = await load(loggerSource, { limits: { logLinesPerSecond: 3 } })
      expect((await guest.press('flood', 500)).intents).toHaveLength(1)
      await expect.poll(() => lines.length).toBeGreaterThanOrEqual(3)
      const texts = lines
        .map(({ args }) => args[0])
        .filter((text) => typeof text === 'string' && /^line \d+$/.test(text))
      expect(texts).toEqual(['line 0', 'line 1', 'line 2'])
    },
  },
  {
    id: 'log-length',
    title: 'a log line is cut at its limit',
    async verify({ load, collect }) {
      const lines = collect('log')
      const guest = await load(loggerSource)
      await guest.press('long', 50_000)
      await expect.poll(() => lines.length).toBeGreaterThanOrEqual(1)
      expect(JSON.stringify(lines[0]?.args).length).toBeLessThanOrEqual(2_100)
    },
  },
  {
    id: 'log-unsubscribe',
    title: 'a listener that unsubscribed hears nothing more',
    async verify({ load, runtime, collect }) {
      const heard: unknown[] = []
      const unsubscribe = runtime.on('log', (line) => void heard.push(line))
      const others = collect('log')
      unsubscribe()
      unsubscribe()
      await (await load(loggerSource)).press('log')
      await expect.poll(() => others.length).toBe(5)
      expect(heard).toEqual([])
    },
  },
]
