import { describeStorageContract, type StoragePlace } from '@plugboard/contract-tests'
import { createIndexedDBStorage } from '@plugboard/storage/browser'
import { deleteDB, openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { anyHistory, expectModel } from './storageModel.ts'

let count = 0

afterEach(() => {
  vi.restoreAllMocks()
})

function createPlace(): StoragePlace & { readonly name: string } {
  count += 1
  const name = `test-${count}`
  return {
    name,
    open: () => createIndexedDBStorage({ name }),
    failNextCommit: () => {
      const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put')
      let calls = 0
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
        calls += 1
        // The third one, so that others are under way.
        if (calls === 3) throw new DOMException('no room', 'QuotaExceededError')
        return put.apply(this, args)
      })
    },
    damage: async () => {
      const database = await openDB(name)
      await database.put('parts', { not: 'ours' }, 7)
      database.close()
    },
    dispose: () => deleteDB(name),
  }
}

describeStorageContract({ name: 'the IndexedDB storage', createPlace })

describe('an IndexedDB storage', () => {
  it('behaves as a map does, whatever the history', async () => {
    await expectModel(anyHistory, createPlace)
  })

  it('gives back values that are no JSON as they are: whoever reads judges them', async () => {
    const { dispose, name, open } = createPlace()
    const storage = open()
    await storage.commit({ expectedRevision: 0 })
    const cyclic: { self?: unknown } = {}
    cyclic.self = cyclic
    const database = await openDB(name)
    await database.put('parts', cyclic, 'cyclic')
    await database.put('parts', undefined, 'undefined')
    await database.put('parts', new Date(0), 'date')
    database.close()
    const { damaged, parts } = await storage.read()
    expect([...parts.keys()]).toEqual(['cyclic', 'date', 'undefined'])
    expect(damaged).toEqual([])
    await storage.close()
    await dispose()
  })

  it('tells a revision that does not count, and can still be written', async () => {
    const { dispose, name, open } = createPlace()
    const storage = open()
    await storage.commit({ expectedRevision: 0 })
    const database = await openDB(name)
    await database.put('about', 'many', 'revision')
    database.close()
    const stored = await storage.read()
    expect([stored.revision, stored.damaged[0]?.content]).toEqual([0, '"many"'])
    expect(await storage.commit({ expectedRevision: 0, replacesAll: true })).toBe(1)
    expect((await storage.read()).damaged).toEqual([])
    await storage.close()
    await dispose()
  })

  it('reads the others when the browser has lost one value', async () => {
    const { dispose, open } = createPlace()
    const storage = open()
    await storage.commit({
      expectedRevision: 0,
      puts: new Map([
        ['a', 1],
        ['lost', 2],
        ['z', 3],
      ]),
    })
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Failed to read large IndexedDB value', 'NotReadableError')
    })
    const get = Reflect.get<IDBObjectStore, 'get'>(IDBObjectStore.prototype, 'get')
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key === 'lost') throw new DOMException('Failed to read large IndexedDB value', 'NotReadableError')
      return get.call(this, key)
    })
    const { damaged, parts } = await storage.read()
    expect([[...parts.keys()], damaged.map(({ place }) => place)]).toEqual([['a', 'z'], ['parts, "lost"']])
    await storage.close()
    vi.restoreAllMocks()
    await dispose()
  })

  it('opens a database of a newer release, and one that the browser closed', async () => {
    const { dispose, name, open } = createPlace()
    const storage = open()
    await storage.commit({ expectedRevision: 0, puts: new Map([['a', 1]]) })
    // Upgrading asks the storage to let go; it opens the newer one the next time.
    const newer = await openDB(name, 9)
    newer.close()
    expect((await storage.read()).parts.get('a')).toBe(1)
    expect(await storage.commit({ expectedRevision: 1, puts: new Map([['a', 2]]) })).toBe(2)
    await storage.close()
    await dispose()
  })

  it('says so when the database is somebody else’s', async () => {
    const { dispose, name, open } = createPlace()
    const other = await openDB(name, 1, { upgrade: (database) => void database.createObjectStore('theirs') })
    other.close()
    const storage = open()
    await expect(storage.read()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' })
    await expect(storage.commit({ expectedRevision: 0 })).rejects.toThrow(name)
    await storage.close()
    await dispose()
  })

  it('says so when the site may not store data', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const storage = createIndexedDBStorage({ name: 'forbidden' })
    await expect(storage.read()).rejects.toThrow(/may store data/)
    vi.restoreAllMocks()
    // It is tried again.
    expect((await storage.read()).revision).toBe(0)
    await storage.close()
    await deleteDB('forbidden')
  })
})
