import type { PackageFiles } from '@plugboard/package-format'
import type { PackageCache } from '@plugboard/registry'
import { describe, expect, test } from 'vitest'

import { digestOf } from './candidates.ts'
import { encode, packTestPackage } from './packages.ts'

/** An empty place for one test. */
export interface CachePlace {
  /** Opens the place once more: the same application after a restart. */
  readonly open: () => PackageCache
  readonly dispose: () => void | PromiseLike<void>
}

/** Declares the tests that every `PackageCache` passes. */
export function describePackageCacheContract(name: string, createPlace: () => CachePlace | Promise<CachePlace>): void {
  const withPlace = async (work: (place: CachePlace) => Promise<void>): Promise<void> => {
    const place = await createPlace()
    try {
      await work(place)
    } finally {
      await place.dispose()
    }
  }

  describe(`${name} keeps the contract of caches`, () => {
    test('it has nothing under a digest that nothing was put under', () =>
      withPlace(async ({ open }) => {
        expect(await open().get(digestOf('0'))).toEqual({ diagnostics: [] })
      }))

    test('it gives back what was put, byte for byte, after a restart too', () =>
      withPlace(async ({ open }) => {
        const { digest, files } = await packTestPackage()
        await open().put(digest, files)
        expect(entriesOf((await open().get(digest)).files)).toEqual(entriesOf(files))
      }))

    test('it refuses files under a digest that is not theirs, and keeps none of them', () =>
      withPlace(async ({ open }) => {
        const [clock, notes] = [await packTestPackage(), await packTestPackage({ id: 'notes' })]
        const cache = open()
        await expect(cache.put(notes.digest, clock.files)).rejects.toMatchObject({ code: 'CACHE_DIGEST' })
        await expect(cache.put('sha256:../../x', clock.files)).rejects.toMatchObject({ code: 'CACHE_DIGEST' })
        expect((await cache.get(notes.digest)).files).toBeUndefined()
      }))

    test('it refuses names that lead somewhere else', () =>
      withPlace(async ({ open }) => {
        const { digest, files } = await packTestPackage()
        for (const path of ['../evil.js', '/tmp/evil.js', 'a/../../evil.js', 'C:\\evil.js', 'a\0b', '']) {
          const hostile = new Map([...files, [path, encode('')]])
          await expect(open().put(digest, hostile)).rejects.toMatchObject({ code: 'CACHE_DIGEST' })
        }
      }))

    test('it does not change when the bytes that were given or got do', () =>
      withPlace(async ({ open }) => {
        const { digest, files } = await packTestPackage()
        const given = new Map([...files].map(([path, bytes]) => [path, bytes.slice()]))
        const cache = open()
        await cache.put(digest, given)
        given.get('plugin.js')?.fill(0)
        ;(await cache.get(digest)).files?.get('plugin.js')?.fill(0)
        expect(entriesOf((await cache.get(digest)).files)).toEqual(entriesOf(files))
      }))

    test('it takes the same content again, at once and later', () =>
      withPlace(async ({ open }) => {
        const { digest, files } = await packTestPackage()
        const cache = open()
        await Promise.all([cache.put(digest, files), cache.put(digest, files), open().put(digest, files)])
        await cache.put(digest, files)
        expect(entriesOf((await cache.get(digest)).files)).toEqual(entriesOf(files))
      }))
  })
}

function entriesOf(files: PackageFiles = new Map()): readonly unknown[] {
  return [...files].map(([path, bytes]) => [path, [...bytes]])
}
