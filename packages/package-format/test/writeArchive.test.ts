import { readArchive, writeArchive } from '@plugboard/package-format'
import { fc, test } from '@fast-check/vitest'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { createGoldenFiles, digestGolden, GOLDEN } from './goldenArchive.ts'

const segments = fc.constantFrom('dist', 'plugin.js', 'README.md', 'LICENSE', 'a', 'b.txt', '@scope', 'x-1')
const paths = fc.array(segments, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))

describe('writeArchive', () => {
  it('writes the bytes that it always wrote', async () => {
    expect(await digestGolden()).toBe(GOLDEN)
  })

  it('writes the same whatever the order of the files is', () => {
    const files = createGoldenFiles()
    expect(writeArchive(new Map([...files].toReversed()))).toEqual(writeArchive(files))
  })

  test.prop(
    [fc.uniqueArray(fc.tuple(paths, fc.uint8Array({ maxLength: 300 })), { selector: ([path]) => path, maxLength: 8 })],
    {
      numRuns: 60,
    },
  )('writes what this and another reader read back', async (entries) => {
    const files = new Map(entries)
    const isClear = entries.every(([path]) => !entries.some(([other]) => other.startsWith(`${path}/`)))
    if (!isClear) {
      expect(() => writeArchive(files)).toThrow(expect.objectContaining({ code: 'INVALID_FILES' }))
      return
    }
    const archive = writeArchive(files)
    const read = await readArchive(archive)
    expect(read.diagnostics).toEqual([])
    expect(new Map([...(read.files ?? [])].toSorted())).toEqual(new Map(entries.toSorted()))
    expect(unzipSync(archive)).toEqual(Object.fromEntries(entries))
  })
})
