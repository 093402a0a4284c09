import type { JsonValue, StorageBatch } from '@plugboard/contracts'
import { expect } from 'vitest'

import { entriesOf, expectRefusal, type StorageBehaviour } from './storageKit.ts'

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

let tooDeep: unknown = 0
for (let level = 0; level < 1_000; level += 1) tooDeep = [tooDeep]

/** What a caller without types may hand in. */
const NO_BATCHES: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  'a list': [],
  'no revision': { puts: new Map() },
  'half a revision': { expectedRevision: 0.5 },
  'puts that are an object': { expectedRevision: 0, puts: { a: 1 } },
  'a key that is no text': { expectedRevision: 0, puts: new Map([[1, 1]]) },
  'a function': {
    expectedRevision: 0,
    puts: new Map<string, unknown>([
      ['a', 1],
      ['b', () => 1],
    ]),
  },
  'undefined inside': { expectedRevision: 0, puts: new Map([['a', { b: undefined }]]) },
  'no number': { expectedRevision: 0, puts: new Map([['a', Number.NaN]]) },
  'a value that holds itself': { expectedRevision: 0, puts: new Map([['a', cyclic]]) },
  'a value that is too deep': { expectedRevision: 0, puts: new Map([['a', tooDeep]]) },
  'a key that reaches a prototype': { expectedRevision: 0, puts: new Map([['a', JSON.parse('{"__proto__":1}')]]) },
  'deletes that are no list': { expectedRevision: 0, deletes: 7 },
  'one key both ways': { expectedRevision: 0, puts: new Map([['a', 1]]), deletes: ['a'] },
}

/** Who may change what is kept, and what becomes of a change that fails. */
export const commitBehaviours: readonly StorageBehaviour[] = [
  {
    id: 'revisions-rise',
    title: 'counts its batches, and everybody who opens it sees the count',
    async verify({ open }) {
      const storage = open()
      expect(await storage.commit({ expectedRevision: 0 })).toBe(1)
      expect(await storage.commit({ expectedRevision: 1, puts: new Map([['a', 1]]) })).toBe(2)
      expect((await open().read()).revision).toBe(2)
    },
  },
  {
    id: 'conflict',
    title: 'refuses a batch that was made against what is no longer there',
    async verify({ open }) {
      const [mine, theirs] = [open(), open()]
      await theirs.read()
      await mine.commit({ expectedRevision: 0, puts: new Map([['a', 'mine']]) })
      await expectRefusal(theirs.commit({ expectedRevision: 0, puts: new Map([['a', 'theirs']]) }), 'STORAGE_CONFLICT')
      await expectRefusal(theirs.commit({ expectedRevision: 2, deletes: ['a'] }), 'STORAGE_CONFLICT')
      for (let revision = 1; revision < 5; revision += 1) await mine.commit({ expectedRevision: revision })
      await expectRefusal(theirs.commit({ expectedRevision: 1, replacesAll: true }), 'STORAGE_CONFLICT')
      expect(entriesOf(await theirs.read())).toEqual([['a', 'mine']])
      expect(await theirs.commit({ expectedRevision: 5 })).toBe(6)
    },
  },
  {
    id: 'race',
    title: 'lets exactly one of several batches through that were made against the same revision',
    async verify({ open }) {
      for (let round = 0; round < 10; round += 1) {
        const writers = ['a', 'b', 'c', 'd'].map((name) => ({ name, storage: open() }))
        const outcomes = await Promise.allSettled(
          writers.map(({ name, storage }) =>
            storage.commit({
              expectedRevision: round,
              puts: new Map<string, JsonValue>([
                ['first', `${name}${round}`],
                ['second', `${name}${round}`],
              ]),
            }),
          ),
        )
        const winners = writers.filter((_, index) => outcomes[index]?.status === 'fulfilled')
        expect(winners).toHaveLength(1)
        const { parts, revision } = await open().read()
        expect(revision).toBe(round + 1)
        expect([...parts.values()]).toEqual([`${winners[0]?.name}${round}`, `${winners[0]?.name}${round}`])
      }
    },
  },
  {
    id: 'survives-closing',
    title: 'has everything that was committed when it is opened again',
    async verify({ open }) {
      const first = open()
      await first.commit({ expectedRevision: 0, puts: new Map([['a', 1]]) })
      await first.close()
      const second = open()
      expect(entriesOf(await second.read())).toEqual([['a', 1]])
      expect(await second.commit({ expectedRevision: 1 })).toBe(2)
    },
  },
  {
    id: 'no-batch',
    title: 'refuses what is no batch of JSON data, and keeps what it has',
    async verify({ open }) {
      const storage = open()
      for (const [, batch] of Object.entries(NO_BATCHES)) {
        // Made wrong on purpose.
        await expectRefusal(storage.commit(batch as StorageBatch), 'INVALID_BATCH')
      }
      const { parts, revision } = await open().read()
      expect([revision, parts.size]).toEqual([0, 0])
    },
  },
  {
    id: 'all-or-nothing',
    title: 'keeps nothing of a batch that failed half way, and takes the next one',
    async verify({ open, place }) {
      const storage = open()
      await storage.commit({
        expectedRevision: 0,
        puts: new Map([
          ['a', 1],
          ['b', 1],
          ['c', 1],
        ]),
      })
      place.failNextCommit?.()
      await expectRefusal(
        storage.commit({
          expectedRevision: 1,
          puts: new Map([
            ['a', 2],
            ['b', 2],
            ['d', 2],
          ]),
          deletes: ['c'],
        }),
        'STORAGE_FULL',
        'STORAGE_UNAVAILABLE',
      )
      const before = await open().read()
      expect([before.revision, entriesOf(before)]).toEqual([
        1,
        [
          ['a', 1],
          ['b', 1],
          ['c', 1],
        ],
      ])
      expect(await storage.commit({ expectedRevision: 1, puts: new Map([['a', 3]]) })).toBe(2)
      expect(entriesOf(await open().read())).toEqual([
        ['a', 3],
        ['b', 1],
        ['c', 1],
      ])
    },
  },
  {
    id: 'damage-is-kept',
    title: 'tells what it cannot read, and loses it only to a batch that replaces everything',
    async verify({ open, place }) {
      await open().commit({ expectedRevision: 0, puts: new Map([['a', 1]]) })
      await place.damage?.()
      const storage = open()
      const { damaged, revision } = await storage.read()
      expect(damaged).not.toEqual([])
      for (const { content, message, place: where } of damaged) {
        expect([typeof content, message === '', where === '']).toEqual(['string', false, false])
      }
      const refused = storage.commit({ expectedRevision: revision, puts: new Map([['b', 1]]) })
      const next = await refused.catch(async (error: unknown) => {
        await expectRefusal(Promise.reject(error), 'STORAGE_DAMAGED')
        return revision
      })
      expect((await open().read()).damaged).toEqual(damaged)
      await storage.commit({ expectedRevision: next, puts: new Map([['c', 1]]), replacesAll: true })
      const after = await open().read()
      expect([entriesOf(after), after.damaged]).toEqual([[['c', 1]], []])
    },
  },
  {
    id: 'closed',
    title: 'says that it was closed, however often it is closed',
    async verify({ open }) {
      const storage = open()
      await storage.commit({ expectedRevision: 0 })
      await storage.close()
      await storage.close()
      await storage[Symbol.asyncDispose]()
      await expectRefusal(storage.read(), 'STORAGE_CLOSED')
      await expectRefusal(storage.commit({ expectedRevision: 1 }), 'STORAGE_CLOSED')
      await open().commit({ expectedRevision: 1 })
    },
  },
]
