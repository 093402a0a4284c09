import type { JsonValue } from '@plugboard/contracts'
import { expect } from 'vitest'

import { entriesOf, type StorageBehaviour } from './storageKit.ts'

const VALUES: Readonly<Record<string, JsonValue>> = {
  nothing: null,
  no: false,
  zero: 0,
  fraction: -1.5e-300,
  empty: '',
  list: [],
  object: {},
  text: 'line one\nline two\r\u2028 "quoted" \\ \u0000 ünïcode 🎈',
  'half a sign': '\ud800',
  nested: { list: [[1], { deep: [null, true] }], text: '[]' },
}

const KEYS: readonly string[] = [
  '',
  '/',
  '..',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'state/counter@a',
  'ü 🎈 \u0000\n"',
  '0',
  'k'.repeat(500),
]

/** What is kept, and under which names. */
export const partBehaviours: readonly StorageBehaviour[] = [
  {
    id: 'empty-at-first',
    title: 'is empty and at revision 0 where nothing was committed',
    async verify({ open }) {
      const stored = await open().read()
      expect({ ...stored, parts: [...stored.parts] }).toEqual({ revision: 0, parts: [], damaged: [] })
    },
  },
  {
    id: 'values-kept',
    title: 'gives back every kind of JSON value as it was put',
    async verify({ open }) {
      await open().commit({ expectedRevision: 0, puts: new Map(Object.entries(VALUES)) })
      expect(Object.fromEntries((await open().read()).parts)).toEqual(VALUES)
    },
  },
  {
    id: 'keys-kept',
    title: 'takes any text as a key, those that JavaScript gives a meaning included',
    async verify({ open }) {
      await open().commit({ expectedRevision: 0, puts: new Map(KEYS.map((key, index) => [key, index])) })
      const { parts } = await open().read()
      expect(KEYS.map((key) => parts.get(key))).toEqual(KEYS.map((_, index) => index))
      expect(parts.size).toBe(KEYS.length)
    },
  },
  {
    id: 'batches-add-up',
    title: 'changes what a batch names and nothing else',
    async verify({ open }) {
      const storage = open()
      await storage.commit({
        expectedRevision: 0,
        puts: new Map([
          ['a', 1],
          ['b', 1],
          ['c', 1],
        ]),
      })
      await storage.commit({ expectedRevision: 1, puts: new Map([['b', 2]]), deletes: ['c', 'never there'] })
      await storage.commit({ expectedRevision: 2, puts: new Map([['c', 3]]) })
      expect(entriesOf(await open().read())).toEqual([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ])
    },
  },
  {
    id: 'replaces-all',
    title: 'leaves nothing of what was there when a batch replaces everything',
    async verify({ open }) {
      const storage = open()
      await storage.commit({
        expectedRevision: 0,
        puts: new Map([
          ['a', 1],
          ['b', 1],
        ]),
      })
      await storage.commit({ expectedRevision: 1, puts: new Map([['b', 2]]), replacesAll: true })
      expect(entriesOf(await open().read())).toEqual([['b', 2]])
    },
  },
  {
    id: 'copies',
    title: 'keeps copies: what is changed afterwards, outside, is not changed inside',
    async verify({ open }) {
      const storage = open()
      const list = [1]
      await storage.commit({ expectedRevision: 0, puts: new Map([['list', list]]) })
      list.push(2)
      const first = await storage.read()
      Object.assign(first.parts.get('list') as object, { 0: 3 })
      expect((await storage.read()).parts.get('list')).toEqual([1])
    },
  },
  {
    id: 'big-values',
    title: 'keeps a value of four million characters, and two thousand parts',
    async verify({ open }) {
      const big = 'x'.repeat(4_000_000)
      const puts = new Map<string, JsonValue>(Array.from({ length: 2_000 }, (_, index) => [`part/${index}`, index]))
      await open().commit({ expectedRevision: 0, puts: puts.set('big', big) })
      const { parts } = await open().read()
      expect(parts.size).toBe(2_001)
      expect(parts.get('big') === big).toBe(true)
      expect(parts.get('part/1999')).toBe(1_999)
    },
  },
  {
    id: 'deep-values',
    title: 'keeps a value as deep as any seam accepts',
    async verify({ open }) {
      let deep: JsonValue = 'bottom'
      for (let level = 0; level < 250; level += 1) deep = level % 2 === 0 ? [deep] : { deep }
      await open().commit({ expectedRevision: 0, puts: new Map([['deep', deep]]) })
      expect((await open().read()).parts.get('deep')).toEqual(deep)
    },
  },
]
