import { fc, test } from '@fast-check/vitest'
import { inspectArchive, readArchive, writeArchive } from '@plugboard/package-format'
import { describe, expect, it } from 'vitest'

import { HOSTILE_ARCHIVES } from './hostile/hostileArchives.ts'
import { createFiles } from './packageSamples.ts'

describe('an archive that somebody made to do harm', () => {
  it.for(HOSTILE_ARCHIVES.map((archive) => [archive.name, archive] as const))(
    'is refused by its code, or harmless: %s',
    async ([, { build, expected }]) => {
      const { diagnostics, files } = await readArchive(build())
      if (expected === 'harmless') {
        expect(diagnostics).toEqual([])
        return
      }
      expect(diagnostics.map(({ code }) => code)).toEqual([expected])
      expect(files).toBeUndefined()
      for (const { message, path = '' } of diagnostics) {
        expect(message.length).toBeLessThanOrEqual(240)
        expect(`${message}${path}`).not.toMatch(/[\p{Cc}\u202A-\u202E]/u)
      }
    },
  )

  it('is of forty kinds and more, each of its own', () => {
    expect(HOSTILE_ARCHIVES.length).toBeGreaterThanOrEqual(40)
    expect(new Set(HOSTILE_ARCHIVES.map(({ name }) => name)).size).toBe(HOSTILE_ARCHIVES.length)
  })

  const archive = writeArchive(createFiles())
  const place = fc.nat(archive.length)

  test.prop([fc.array(fc.tuple(place, place, place, fc.uint8Array({ maxLength: 4 })), { maxLength: 6 })], {
    numRuns: 100,
  })('is answered whatever is moved, copied, cut out and written over in it', async (changes) => {
    let bytes = archive
    for (const [at, from, to, written] of changes) {
      bytes = Uint8Array.of(
        ...bytes.subarray(0, at),
        ...written,
        ...bytes.subarray(from, to),
        ...bytes.subarray(at + 1),
      )
    }
    const { diagnostics, digest, manifest } = await inspectArchive(bytes)
    expect(digest === undefined || manifest !== undefined).toBe(true)
    expect(diagnostics.length > 0 || digest !== undefined).toBe(true)
  })
})
