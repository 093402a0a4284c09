import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { describeFiles } from '../build/offline.ts'

test('the list of files has each but the worker and the maps, and a version that changes with any of them', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'plugboard-built-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  await mkdir(join(dir, 'assets'))
  for (const name of ['index.html', 'icon.svg', 'sw.js', join('assets', 'a-1.js'), join('assets', 'a-1.js.map')]) {
    await writeFile(join(dir, name), name)
  }
  const { files, version } = await describeFiles(dir)
  expect(files.map(({ path }) => path).toSorted()).toEqual(['', 'assets/a-1.js', 'icon.svg'])
  expect((await describeFiles(dir)).version).toBe(version)
  await writeFile(join(dir, 'icon.svg'), 'changed')
  expect((await describeFiles(dir)).version).not.toBe(version)
})
