import { expect } from 'vitest'

import { asyncSource, throwerSource } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, saidBy } from './runtimeKit.ts'

/** Handlers that throw, wait, or come too often. */
export const handlerBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'event-throws',
    title: 'a handler that throws is PLUGIN_THREW with name, message, line and column of the author',
    async verify({ load }) {
      const guest = await load(throwerSource)
      const error = await expectCode(guest.press('fail'), 'PLUGIN_THREW')
      expect(error.message).toContain('TypeError')
      expect(error.message).toContain('handler failed on purpose')
      expect(error.source?.line).toBe(13)
      expect(error.source?.column).toBeGreaterThanOrEqual(11)
      expect(error.source?.column).toBeLessThanOrEqual(60)
    },
  },
  {
    id: 'event-throws-all-or-nothing',
    title: 'when a handler throws, none of its intents come out, and none come with the next event',
    async verify({ load }) {
      const guest = await load(throwerSource)
      await expectCode(guest.press('failLate'), 'PLUGIN_THREW')
      await expectCode(guest.press('failAfterAwait'), 'PLUGIN_THREW')
      expect(saidBy(await guest.press('fine'))).toEqual([{ scope: 'plugin', actionType: 'fine' }])
    },
  },
  {
    id: 'event-throws-odd-values',
    title: 'whatever a handler throws, the answer is PLUGIN_THREW',
    async verify({ load }) {
      const guest = await load(throwerSource)
      for (const odd of ['null', 'string', 'getter', 'proxy']) await expectCode(guest.press('odd', odd), 'PLUGIN_THREW')
      expect((await guest.press('fine')).intents).toHaveLength(1)
    },
  },
  {
    id: 'event-source-map',
    title: 'with a source map, errors point at the line of the original source',
    async verify({ load }) {
      const lines = throwerSource.split('\n')
      // Every generated line n comes from line n + 10 of the original.
      const mappings = lines.map((_, index) => (index === 0 ? 'AAUA' : 'AACA')).join(';')
      const sourceMap = JSON.stringify({ version: 3, sources: ['thrower.ts'], names: [], mappings })
      const guest = await load(throwerSource, { sourceMap })
      const error = await expectCode(guest.press('fail'), 'PLUGIN_THREW')
      expect(error.source?.line).toBe(23)
    },
  },
  {
    id: 'event-async',
    title: 'an async handler is awaited: intents before and after its awaits come out in order',
    async verify({ load }) {
      const guest = await load(asyncSource)
      expect(saidBy(await guest.press('chain'))).toEqual(
        ['before', 'between', 'after'].map((actionType) => ({ scope: 'plugin', actionType })),
      )
    },
  },
  {
    id: 'event-serial',
    title: 'calls to one instance run one after the other, in the order in which they came',
    async verify({ load }) {
      const guest = await load(asyncSource)
      const calls = [1, 2, 3].map((number) => guest.press('slow', number))
      const render = guest.render()
      await Promise.all(calls)
      const expected = 'start 1 end 1 start 2 end 2 start 3 end 3'
      expect((await render).tree).toEqual({ kind: 'text', text: expected })
      const [said] = saidBy((await calls[2])!) as { payload: string[] }[]
      expect(said?.payload.join(' ')).toBe(expected)
    },
  },
  {
    id: 'event-queue-full',
    title: 'past the limit of waiting calls the excess is QUEUE_FULL, and the rest is answered in order',
    async verify({ load }) {
      const guest = await load(asyncSource, { limits: { queuedEvents: 4 } })
      const calls = Array.from({ length: 20 }, (_, number) => guest.press('slow', number))
      const outcomes = await Promise.allSettled(calls)
      const taken = outcomes.flatMap(({ status }, number) => (status === 'fulfilled' ? [number] : []))
      expect(taken).toEqual(taken.map((_, position) => position))
      expect(taken.length).toBeGreaterThanOrEqual(4)
      // One may be running while four wait.
      expect(taken.length).toBeLessThanOrEqual(5)
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'QUEUE_FULL' })
      }
      expect((await guest.press('chain')).intents).toHaveLength(3)
    },
  },
]
