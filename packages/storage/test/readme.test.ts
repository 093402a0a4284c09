import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { countUp } from './readme.sample.ts'

it('shows a sample that is a tested file', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const sample = await readFile(new URL('./readme.sample.ts', import.meta.url), 'utf8')
  expect(readme).toContain(sample.trim())
})

it('has a sample that loses no call, however many there are at once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'plugboard-storage-'))
  try {
    const counts = await Promise.all(Array.from({ length: 8 }, () => countUp(directory)))
    expect(counts.toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  } finally {
    await rm(directory, { recursive: true })
  }
})
