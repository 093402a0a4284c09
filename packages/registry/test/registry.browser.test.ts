import {
  acquirePackages,
  createDroppedSource,
  createIndexSource,
  createLock,
  discover,
  resolvePlugins,
  restorePlugins,
} from '@plugboard/registry'
import { createIndexedDBCache } from '@plugboard/registry/browser'
import { deleteDB, openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'

import { codesOf, digestOf, enabledOf, enablementOf } from './candidates.ts'
import { describePackageCacheContract } from './packageCacheContract.ts'
import { CLOCK_DIGEST, encode, packTestPackage } from './packages.ts'
import { describePluginSourceContract } from './pluginSourceContract.ts'

let count = 0

describePackageCacheContract('a cache in IndexedDB', () => {
  count += 1
  const name = `test-${count}`
  const opened: ReturnType<typeof createIndexedDBCache>[] = []
  return {
    open() {
      const cache = createIndexedDBCache({ name })
      opened.push(cache)
      return cache
    },
    async dispose() {
      await Promise.all(opened.map((cache) => cache.close()))
      await deleteDB(name)
    },
  }
})

describePluginSourceContract('what a person dropped on a page', () => {
  const source = createDroppedSource({ id: 'dropped' })
  return {
    source,
    put: async (name, { archive }) => void (await source.add(`${name}.plug`, archive)),
    putBroken: async (name) => void (await source.add(`${name}.plug`, encode('no archive'))),
    dispose: () => undefined,
  }
})

describe('a cache in IndexedDB', () => {
  it.each([
    ['text', 'evil'],
    ['files that are no bytes', [['plugin.json', 'text']]],
    ['a list of nothing', [null]],
  ])('says that %s is no package', async (_what, value) => {
    const name = `test-damaged-${(count += 1)}`
    const cache = createIndexedDBCache({ name })
    await cache.get(digestOf('a'))
    const database = await openDB(name)
    await database.put('contents', value, digestOf('a'))
    database.close()
    const { diagnostics, files } = await cache.get(digestOf('a'))
    expect([files, codesOf(diagnostics)]).toEqual([undefined, ['digest-mismatch']])
    await cache.close()
    await deleteDB(name)
  })

  it('says so when there is no room, or the site may store nothing, and is tried again', async () => {
    const name = `test-full-${(count += 1)}`
    const cache = createIndexedDBCache({ name })
    const { digest, files } = await packTestPackage()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(cache.put(digest, files)).rejects.toMatchObject({ code: 'CACHE_FULL' })
    vi.restoreAllMocks()
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    await expect(cache.get(digest)).rejects.toMatchObject({ code: 'CACHE_UNAVAILABLE' })
    vi.restoreAllMocks()
    await cache.put(digest, files)
    expect((await cache.get(digest)).files?.size).toBe(files.size)
    await cache.close()
    await deleteDB(name)
  })

  it('brings back what was dropped and enabled on a page, with the digest that it has in Node.js', async () => {
    const name = `test-restore-${(count += 1)}`
    const cache = createIndexedDBCache({ name })
    const { archive, digest } = await packTestPackage()
    const source = createDroppedSource({ id: 'dropped' })
    await source.add('clock.plug', archive)
    const enablement = enablementOf(enabledOf({ ref: 'clock', digest }))
    const found = await discover([source])
    const inventory = await acquirePackages({ inventory: found, enablement, sources: [source], cache })
    const lock = createLock(resolvePlugins({ inventory, enablement }))
    await cache.close()
    const { contents, entries } = await restorePlugins({ lock, enablement, cache: createIndexedDBCache({ name }) })
    expect(entries.map(({ ref, status }) => [ref, status])).toEqual([['dropped:clock', 'active']])
    expect(contents.get('dropped:clock')?.size).toBe(2)
    expect(digest).toBe(CLOCK_DIGEST)
  })
})

it('an index is fetched by the page, and is not found where it is redirected', async () => {
  const { archive, digest, manifest } = await packTestPackage()
  const address = (bytes: BlobPart, type: string): string => URL.createObjectURL(new Blob([bytes], { type }))
  const archiveAddress = address(archive.slice(), 'application/zip')
  const entry = { id: manifest.id, version: manifest.version, url: 'clock.plug', size: archive.length, digest }
  const indexAddress = address(JSON.stringify([entry]), 'application/json')
  const source = createIndexSource({
    id: 'index',
    url: 'https://plugins.example/index.json',
    fetch: (asked, init) => fetch(asked.endsWith('.plug') ? archiveAddress : indexAddress, init),
  })
  const [candidate] = (await discover([source])).candidates
  if (candidate === undefined) throw new Error('Nothing is listed.')
  expect((await source.read(candidate)).files?.size).toBe(2)
  const elsewhere = createIndexSource({
    id: 'index',
    url: 'https://plugins.example/index.json',
    fetch: () => Promise.resolve(Response.redirect('https://other.example/')),
  })
  expect(codesOf((await elsewhere.list()).diagnostics)).toEqual(['source-unavailable'])
})
