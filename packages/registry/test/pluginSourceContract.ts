import type { Candidate, PluginSource } from '@plugboard/registry'
import { describe, expect, test } from 'vitest'

import { codesOf } from './candidates.ts'
import { packTestPackage, type TestPackage } from './packages.ts'

/** An empty place for one test, and the source that looks at it. */
export interface SourcePlace {
  readonly source: PluginSource
  /** Puts a package there, in place of one that was there under this name. */
  readonly put: (name: string, archive: TestPackage) => void | Promise<void>
  /** Puts something there that is called a package and is none. */
  readonly putBroken: (name: string) => void | Promise<void>
  /** Takes the whole place away. Absent where nobody can. */
  readonly takeAway?: () => void | Promise<void>
  readonly dispose: () => void | PromiseLike<void>
}

/** Declares the tests that every `PluginSource` passes. */
export function describePluginSourceContract(
  name: string,
  createPlace: () => SourcePlace | Promise<SourcePlace>,
): void {
  const withPlace = async (work: (place: SourcePlace) => Promise<void>): Promise<void> => {
    const place = await createPlace()
    try {
      await work(place)
    } finally {
      await place.dispose()
    }
  }

  describe(`${name} keeps the contract of sources`, () => {
    test('it lists nothing where nothing is', () =>
      withPlace(async ({ source }) => {
        expect(await source.list()).toEqual({ candidates: [], diagnostics: [] })
      }))

    test('it lists each package with what it is, and names no place of the machine', () =>
      withPlace(async ({ put, source }) => {
        const [clock, notes] = [await packTestPackage(), await packTestPackage({ id: 'notes', version: '2.0.0' })]
        await put('clock', clock)
        await put('notes', notes)
        const { candidates, diagnostics } = await source.list()
        expect(diagnostics).toEqual([])
        const told = candidates.map(({ digest, id, version }) => [id, version, digest])
        expect(told.toSorted()).toEqual([
          ['clock', '1.0.0', clock.digest],
          ['notes', '2.0.0', notes.digest],
        ])
        for (const candidate of candidates) {
          expect(candidate.source).toBe(source.id)
          expect(candidate.location).not.toMatch(/^[/\\]|:|^\.\./)
          expect(candidate.diagnostics).toEqual([])
        }
      }))

    test('it gives the content of exactly the digest that it listed, the same from every source', () =>
      withPlace(async ({ put, source }) => {
        const clock = await packTestPackage()
        await put('clock', clock)
        const content = await source.read(await only(source))
        expect(content.diagnostics).toEqual([])
        expect([...(content.files ?? [])]).toEqual([...clock.files])
        expect(content.manifest?.id).toBe('clock')
      }))

    test('it gives no content that has changed since it was listed', () =>
      withPlace(async ({ put, source }) => {
        await put('clock', await packTestPackage())
        const listed = await only(source)
        await put('clock', await packTestPackage({}, '// something else'))
        const { diagnostics, files } = await source.read(listed)
        expect([files, codesOf(diagnostics)]).toEqual([undefined, ['digest-mismatch']])
      }))

    test('it gives nothing that it did not list', () =>
      withPlace(async ({ put, source }) => {
        await put('clock', await packTestPackage())
        const listed = await only(source)
        for (const location of ['../clock', '/etc', 'C:\\clock', '', '.', 'nothing', 'clock/plugin.js']) {
          const { diagnostics, files } = await source.read({ ...listed, location })
          expect([location, files, diagnostics.some(({ severity }) => severity === 'error')]).toEqual([
            location,
            undefined,
            true,
          ])
        }
      }))

    test('a broken package costs only itself', () =>
      withPlace(async ({ put, putBroken, source }) => {
        await put('clock', await packTestPackage())
        await putBroken('broken')
        const { candidates } = await source.list()
        const good: Candidate[] = []
        for (const candidate of candidates) {
          const { diagnostics, files } = await source.read(candidate)
          if (files !== undefined) good.push(candidate)
          else expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
        }
        expect(good.map(({ id }) => id)).toEqual(['clock'])
      }))

    test('a place that is gone is said, and not thrown', () =>
      withPlace(async ({ put, source, takeAway }) => {
        if (takeAway === undefined) return
        await put('clock', await packTestPackage())
        const listed = await only(source)
        await takeAway()
        expect(await source.list()).toMatchObject({ candidates: [], diagnostics: [{ code: 'source-unavailable' }] })
        expect((await source.read(listed)).files).toBeUndefined()
      }))
  })
}

async function only(source: PluginSource): Promise<Candidate> {
  const { candidates } = await source.list()
  const [candidate] = candidates
  if (candidate === undefined || candidates.length > 1) throw new Error(`There are ${candidates.length}.`)
  return candidate
}
