import type { WorkspaceStorage } from '@plugboard/contracts'
import { createMemoryPlace, createMemoryStorage, type MemoryPlace } from '@plugboard/storage'
import { expect, test } from 'vitest'

import type { Arrival } from '../consent/arrival.ts'
import type { Playground } from '../host/createPlayground.ts'
import type { OpenTarget } from '../workspace/savedWorkspace.ts'
import { UnsavedError, WorkspaceDesk } from './workspaceDesk.ts'
import { FIRST_ID } from './workspaceEntry.ts'
import { WorkspaceIndex } from './workspaceIndex.ts'

function createKit({ isAsking = false } = {}) {
  const places = new Map<string, MemoryPlace>()
  const log: string[] = []
  let count = 0
  let tab: string | null = null
  let isUnsaved = false
  const createStorage = (id: string): WorkspaceStorage => {
    const place = places.get(id) ?? createMemoryPlace()
    places.set(id, place)
    return createMemoryStorage({ place })
  }
  const index = new WorkspaceIndex({
    storage: createMemoryStorage(),
    listDatabases: () => Promise.resolve([]),
    deleteDatabase: (id) => Promise.resolve(void places.delete(id)),
    now: () => 1,
    createId: () => `id${(count += 1)}`,
    words: { first: 'My workspace', recovered: 'Recovered', untitled: 'Untitled' },
  })
  let made = 0
  const createPlayground = (target: Promise<OpenTarget>): Playground => {
    made += 1
    const key = `page ${made}`
    const savedWorkspace = {
      opened: Promise.resolve(),
      open: async () => {
        const { fill, hasDemo } = await target
        log.push(`${key} opens${hasDemo ? ' the demo' : ''}`)
        await fill?.({} as never)
      },
      flush: () => (isUnsaved ? Promise.reject(new Error('no room')) : Promise.resolve()),
      close: () => Promise.resolve(void log.push(`${key} closes`)),
    }
    // What the desk uses of one.
    return { key, savedWorkspace, dispose: () => Promise.resolve(void log.push(`${key} ends`)) } as never
  }
  const desk = new WorkspaceDesk({
    index,
    createPlayground,
    createStorage,
    tab: { read: () => tab, write: (id) => void (tab = id) },
    isAsking,
    now: () => 1,
  })
  return {
    desk,
    index,
    places,
    log,
    tab: () => tab,
    setUnsaved: (value: boolean) => void (isUnsaved = value),
    settled: () => desk.refresh(),
  }
}

const ARRIVAL: Arrival = {
  from: 'link',
  name: 'Team pulse',
  plugins: [],
  asks: { known: [], unknown: 0 },
  missing: [],
  damaged: 0,
  settle: () => Promise.resolve(() => Promise.resolve()),
}

test('a first visit opens the demo; a new workspace is empty, and what was open is saved and ended', async () => {
  const { desk, log, tab } = createKit()
  await desk.getPlayground().savedWorkspace.open()
  expect([desk.getSnapshot().current?.id, tab()]).toEqual([FIRST_ID, FIRST_ID])
  await desk.create('Second')
  expect(desk.getSnapshot().current?.name).toBe('Second')
  expect(log.filter((line) => line !== 'page 1 opens the demo')).toEqual([
    'page 1 closes',
    'page 2 opens',
    'page 1 ends',
  ])
  expect(tab()).toBe('id1')
})

test('with a link to answer nothing opens; Cancel opens what was there, once', async () => {
  const { desk, log } = createKit({ isAsking: true })
  const { savedWorkspace } = desk.getPlayground()
  const opening = savedWorkspace.open()
  await Promise.resolve()
  expect([log, desk.getSnapshot().current]).toEqual([[], null])
  desk.openFirst()
  desk.openFirst()
  await opening
  expect(desk.getSnapshot().current?.id).toBe(FIRST_ID)
})

test('what a link holds opens as a new workspace, and nothing of the others is touched', async () => {
  const { desk, log, places, tab } = createKit({ isAsking: true })
  desk.getPlayground()
  await desk.take(ARRIVAL, [])
  expect(desk.getSnapshot().current).toMatchObject({ id: 'id1', name: 'Team pulse' })
  expect([[...places.keys()], tab()]).toEqual([['id1'], 'id1'])
  expect(log.some((line) => line.includes('demo'))).toBe(false)
})

test('an arrival that cannot be stored leaves no workspace behind', async () => {
  const { desk, index, places } = createKit()
  await desk.getPlayground().savedWorkspace.open()
  const broken: Arrival = { ...ARRIVAL, settle: () => Promise.reject(new Error('no room')) }
  await expect(desk.take(broken, [])).rejects.toThrow('no room')
  expect((await index.list()).map(({ name }) => name)).toEqual(['My workspace'])
  expect([...places.keys()]).toEqual([FIRST_ID])
  expect(desk.getSnapshot().current?.id).toBe(FIRST_ID)
})

test('what cannot be saved is left only when the person says so', async () => {
  const { desk, index, setUnsaved } = createKit()
  await desk.getPlayground().savedWorkspace.open()
  setUnsaved(true)
  await expect(desk.create('Second')).rejects.toBeInstanceOf(UnsavedError)
  await expect(desk.take(ARRIVAL, [])).rejects.toBeInstanceOf(UnsavedError)
  expect((await index.list()).map(({ name }) => name)).toEqual(['My workspace'])
  await desk.create('Second', { evenUnsaved: true })
  expect(desk.getSnapshot().current?.name).toBe('Second')
})

test('a copy has all that is stored, and what cannot be read in full is not copied', async () => {
  const { desk, index, places } = createKit()
  await desk.getPlayground().savedWorkspace.open()
  const [first] = await index.list()
  const place = places.get(FIRST_ID)
  if (first === undefined || place === undefined) throw new Error('There is no first one.')
  await createMemoryStorage({ place }).commit({ expectedRevision: 0, puts: new Map([['layout', 'as it was']]) })
  await desk.duplicate(first)
  const copy = places.get('id1')
  if (copy === undefined) throw new Error('There is no copy.')
  expect([...(await createMemoryStorage({ place: copy }).read()).parts]).toEqual([['layout', 'as it was']])
  expect((await index.list()).map(({ name }) => name).toSorted()).toEqual(['Copy of My workspace', 'My workspace'])
})

test('the open one is deleted, and another one opens; the last one leaves an empty one', async () => {
  const { desk, index } = createKit()
  await desk.getPlayground().savedWorkspace.open()
  await desk.create('Second')
  const second = desk.getSnapshot().current
  if (second === null) throw new Error('Nothing is open.')
  await desk.remove(second)
  expect(desk.getSnapshot().current?.id).toBe(FIRST_ID)
  const first = desk.getSnapshot().current
  if (first === null) throw new Error('Nothing is open.')
  await desk.remove(first)
  expect(desk.getSnapshot().current).toMatchObject({ id: 'id2', name: 'My workspace' })
  await desk.putBack(first)
  expect((await index.list()).find(({ id }) => id === FIRST_ID)?.deletedAt).toBe(null)
})
