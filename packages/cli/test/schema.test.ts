import { createFileStorage } from '@plugboard/storage/node'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createPlace, type CliPlace } from './cliKit.ts'
import { validateOutput } from './outputSchema.ts'
import { inFolder, tallyFiles } from './pluginFiles.ts'

let place: CliPlace

beforeAll(async () => {
  place = await createPlace({
    ...inFolder('tally', tallyFiles({ requests: { readShared: ['totals'] } })),
    'plugins.json': '{ "version": 1, "plugins": [{ "ref": "folder:tally" }] }',
  })
  await using storage = createFileStorage({ directory: place.file('workspace') })
  await storage.commit({ expectedRevision: 0, puts: new Map([['app:theme', 'dark']]) })
})

afterAll(() => place[Symbol.asyncDispose]())

it.each([
  [['new', 'widget', 'made']],
  [['new', 'widget', 'made']],
  [['check', 'tally']],
  [['check', 'nowhere']],
  [['pack', 'tally', '--out', 'plugins']],
  [['list']],
  [['show', 'tally']],
  [['show', 'nothing']],
  [['lock']],
  [['run', './tally', '--record', 'run.json']],
  [['replay', 'run.json']],
  [['audit', 'run.json']],
  [['audit', '.']],
  [['audit', 'workspace']],
  [['no-such-command']],
])('writes for %j what its published schema says', async (argv) => {
  const { exitCode: _, ...output } = await place.json(argv, { lines: ['1'] })
  expect(validateOutput(output)).toEqual([])
})

it('has a schema that takes nothing else', async () => {
  const { exitCode: _, ...output } = await place.json(['check', 'tally'])
  for (const other of [
    { ...output, extra: 1 },
    { ...output, command: 'list' },
    { ...output, result: { ...output.result, digest: 'sha256:1' } },
    { ...output, diagnostics: [{ code: 'x' }] },
    { ...output, schemaVersion: 2 },
  ]) {
    expect(validateOutput(other)).not.toEqual([])
  }
})
