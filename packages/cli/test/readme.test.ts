import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { createPlace } from './cliKit.ts'
import { inFolder, tallyFiles } from './pluginFiles.ts'
import { findDigest } from './readme.sample.ts'

it('shows a sample that is a tested file', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const sample = await readFile(new URL('./readme.sample.ts', import.meta.url), 'utf8')
  expect(readme).toContain(sample.trim())
})

it('has a sample that finds the digest of a good package, and none of a refused one', async () => {
  await using place = await createPlace({
    ...inFolder('good', tallyFiles()),
    ...inFolder('bad', tallyFiles({ version: '1' })),
  })
  expect(await findDigest(place.file('good'))).toMatch(/^sha256:/)
  expect(await findDigest(place.file('bad'))).toBeNull()
})
