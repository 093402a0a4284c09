import { readArchive } from '@plugboard/package-format'
import { describe, expect, it } from 'vitest'

import { HOSTILE_ARCHIVES } from './hostile/hostileArchives.ts'

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
})
