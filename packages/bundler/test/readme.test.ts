import { readFile } from 'node:fs/promises'

import { BUNDLE_DIAGNOSTICS } from '@plugboard/bundler'
import { expect, it } from 'vitest'

import { buildPlugin } from './readme.sample.ts'
import { writeFiles } from './writeFiles.ts'

const README = new URL('../README.md', import.meta.url)

it('shows a sample that is a tested file', async () => {
  const sample = await readFile(new URL('./readme.sample.ts', import.meta.url), 'utf8')
  expect(await readFile(README, 'utf8')).toContain(sample.trim())
})

it('has a sample that gives a script or says where it fails', async () => {
  await using folder = await writeFiles({ 'good.ts': 'const one: number = 1\nconsole.log(one)', 'bad.ts': 'const' })
  expect(await buildPlugin(folder.file('good.ts'))).toContain('console.log(1)')
  await expect(buildPlugin(folder.file('bad.ts'))).rejects.toThrow('bad.ts:1:6: ')
})

it('documents every code', async () => {
  const readme = await readFile(README, 'utf8')
  for (const code of Object.keys(BUNDLE_DIAGNOSTICS)) expect(readme).toContain(`\`${code}\``)
})
