import { createMemoryPlace, createMemoryStorage, type MemoryPlace } from '@plugboard/storage'
import { expect, test } from 'vitest'

import { databaseOf, FIRST_ID, idOfDatabase, KEPT_MS, readEntry, tidyName } from './workspaceEntry.ts'
import { WorkspaceIndex, type WorkspaceIndexOptions } from './workspaceIndex.ts'

interface Kit {
  readonly index: WorkspaceIndex
  readonly databases: Set<string>
  readonly clock: { at: number }
}

function createKit(place: MemoryPlace = createMemoryPlace(), options: Partial<WorkspaceIndexOptions> = {}): Kit {
  const databases = new Set<string>()
  const clock = { at: 1_000 }
  let count = 0
  const index = new WorkspaceIndex({
    storage: createMemoryStorage({ place }),
    listDatabases: () => Promise.resolve([...databases]),
    deleteDatabase: (id) => Promise.resolve(void databases.delete(databaseOf(id))),
    now: () => clock.at,
    createId: () => `id${(count += 1)}`,
    words: { first: 'My workspace', recovered: 'Recovered', untitled: 'Untitled' },
    ...options,
  })
  return { index, databases, clock }
}

test('a browser without workspaces has the first one, and nothing is written for it', async () => {
  const place = createMemoryPlace()
  const { index } = createKit(place)
  expect(await index.choose(null)).toMatchObject({ id: FIRST_ID, name: 'My workspace' })
  expect((await createMemoryStorage({ place }).read()).revision).toBe(0)
})

test('the one that was open last is chosen, unless the tab had another one open', async () => {
  const { clock, index } = createKit()
  const one = await index.add('One')
  clock.at = 2_000
  const two = await index.add('Two')
  expect((await index.choose(null))?.id).toBe(two.id)
  expect((await index.choose(one.id))?.id).toBe(one.id)
  await index.change(one, { openedAt: 3_000 })
  expect((await index.choose(null))?.id).toBe(one.id)
  expect((await index.choose('gone'))?.id).toBe(one.id)
})

test('a deleted one is not chosen, can be put back, and goes for good after its time', async () => {
  const { clock, databases, index } = createKit()
  const one = await index.add('One')
  databases.add(databaseOf(one.id))
  await index.change(one, { deletedAt: clock.at })
  expect((await index.choose(one.id))?.id).toBe(FIRST_ID)
  await index.sweep()
  expect(await index.list()).toMatchObject([{ id: one.id, deletedAt: 1_000 }])
  await index.change(one, { deletedAt: null })
  expect((await index.choose(one.id))?.id).toBe(one.id)
  await index.change(one, { deletedAt: clock.at })
  clock.at += KEPT_MS + 1
  await index.sweep()
  expect([await index.list(), [...databases]]).toEqual([[], []])
})

test('where all are deleted, none is chosen', async () => {
  const { databases, index } = createKit()
  databases.add(databaseOf(FIRST_ID))
  const first = await index.choose(null)
  if (first === null) throw new Error('There is no first one.')
  await index.change(first, { deletedAt: 5 })
  expect(await index.choose(null)).toBe(null)
})

test('a database that the list has lost is found again', async () => {
  const { databases, index } = createKit()
  databases.add('plugboard-workspace').add('plugboard-workspace-lost1').add('plugboard-workspaces').add('other')
  expect((await index.list()).map(({ id, name }) => [id, name])).toEqual([
    [FIRST_ID, 'My workspace'],
    ['lost1', 'Recovered'],
  ])
})

test('two tabs that change the list at once both have their change in it', async () => {
  const place = createMemoryPlace()
  const here = createKit(place).index
  const there = createKit(place, { createId: () => 'other' }).index
  await Promise.all([here.add('Here'), there.add('There')])
  expect((await here.list()).map(({ name }) => name).toSorted()).toEqual(['Here', 'There'])
})

test('what cannot be read is left out of the list, and a storage that fails leaves the first one', async () => {
  const place = createMemoryPlace()
  await createMemoryStorage({ place }).commit({
    expectedRevision: 0,
    puts: new Map<string, never>([
      ['entry/__proto__', { name: 'x', createdAt: 1, openedAt: 1 } as never],
      ['entry/one', 'a text' as never],
      ['entry/two', { name: 7, createdAt: 'never' } as never],
    ]),
  })
  expect(await createKit(place).index.list()).toEqual([])
  const storage = createMemoryStorage()
  await storage.close()
  const failing = createKit(undefined, { storage, listDatabases: () => Promise.reject(new Error('no')) })
  expect((await failing.index.choose(null))?.id).toBe(FIRST_ID)
  await expect(failing.index.add('One')).rejects.toMatchObject({ code: 'STORAGE_CLOSED' })
})

test('names of workspaces are one line of a length that fits', () => {
  expect(tidyName('  Team \n\u202E pulse ', 'x')).toBe('Team pulse')
  expect(tidyName('\u0000 ', 'Untitled')).toBe('Untitled')
  expect(tidyName('a'.repeat(200), 'x')).toHaveLength(80)
  expect(readEntry('one', { name: '', createdAt: 1, openedAt: 2, deletedAt: 'no' })).toEqual({
    id: 'one',
    name: 'one',
    createdAt: 1,
    openedAt: 2,
    deletedAt: null,
  })
})

test('a database and its workspace are found from each other, and others are left alone', () => {
  expect([FIRST_ID, 'abc1'].map((id) => idOfDatabase(databaseOf(id)))).toEqual([FIRST_ID, 'abc1'])
  expect(['plugboard-workspaces', 'plugboard-workspace-', 'plugboard-workspace-A_', 'x'].map(idOfDatabase)).toEqual([
    null,
    null,
    null,
    null,
  ])
})
