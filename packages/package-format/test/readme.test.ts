import { readFile } from 'node:fs/promises'

import { PACKAGE_FORMAT_ERROR_CODES, PACKAGE_LIMITS } from '@plugboard/package-format'
import { expect, it } from 'vitest'

import { createFiles, SAMPLE_DIGEST } from './packageSamples.ts'
import { sendPackage } from './readme.sample.ts'

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')

it('shows a sample that is a tested file', async () => {
  const sample = await readFile(new URL('./readme.sample.ts', import.meta.url), 'utf8')
  expect(readme).toContain(sample.trim())
})

it('has a sample that packs, reads and explains', async () => {
  expect(await sendPackage(createFiles())).toBe(`Clock (${SAMPLE_DIGEST}) asks for {"readShared":["time"]}`)
  expect(await sendPackage(createFiles({ manifest: { nmae: 'Clock' } }))).toBe(
    'plugin.json#nmae: "nmae" is no key of a manifest. Did you mean "name"?',
  )
})

it('names every code of an error, and the limits as they are', () => {
  for (const code of PACKAGE_FORMAT_ERROR_CODES) expect(readme).toContain(code)
  expect(readme).toContain(`${PACKAGE_LIMITS.archiveBytes / 1_048_576} MiB, ${PACKAGE_LIMITS.files} entries`)
  expect(readme).toContain(`${PACKAGE_LIMITS.contentBytes / 1_048_576} MiB of content`)
})
