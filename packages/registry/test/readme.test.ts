import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { createTestFolder } from './folders.ts'
import { packTestPackage } from './packages.ts'
import { lockPlugins, startPlugins } from './readme.sample.ts'

const readme = readFile(new URL('../README.md', import.meta.url), 'utf8')

it('shows samples that are tested files', async () => {
  const sample = await readFile(new URL('./readme.sample.ts', import.meta.url), 'utf8')
  expect(await readme).toContain(sample.trim())
})

it('has samples that bring a plugin back when its source is gone, with what it was granted', async () => {
  await using place = await createTestFolder()
  const { folder } = place
  const [, json = ''] = /```json plugins\.json\n(.*?)```/s.exec(await readme) ?? []
  const requests = { readShared: ['counter'], https: [{ host: 'api.example.org', methods: ['GET', 'POST'] }] }
  const clock = await packTestPackage({ requests })
  await mkdir(join(folder, 'plugins'))
  await writeFile(join(folder, 'plugins', 'clock.plug'), clock.archive)
  await writeFile(join(folder, 'plugins.json'), json)
  expect((await lockPlugins(folder)).entries.map(({ status }) => status)).toEqual(['partial'])

  const lock = await readFile(join(folder, 'plugins.lock.json'), 'utf8')
  await lockPlugins(folder)
  expect(await readFile(join(folder, 'plugins.lock.json'), 'utf8')).toBe(lock)

  await rm(join(folder, 'plugins'), { recursive: true })
  const { contents, entries } = await startPlugins(folder)
  expect(entries).toMatchObject([
    {
      status: 'partial',
      effective: { readShared: ['counter'], https: [{ host: 'api.example.org', methods: ['GET'] }] },
    },
  ])
  expect([...(contents.get('folder:clock') ?? [])]).toEqual([...clock.files])
})

it('says of every status what it is', async () => {
  for (const status of ['active', 'partial', 'disabled', 'missing', 'rejected']) {
    expect(await readme).toContain(`| \`${status}\``)
  }
})
