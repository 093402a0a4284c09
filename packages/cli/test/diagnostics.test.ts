import { mkdir, symlink } from 'node:fs/promises'

import { CLI_DIAGNOSTICS, type CliDiagnosticCode } from '@plugboard/cli'
import { createFileStorage } from '@plugboard/storage/node'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { type CliPlace, createPlace, type RunOptions } from './cliKit.ts'
import { inFolder, tallyFiles } from './pluginFiles.ts'

/** A command line for each code, where all of them are tried. */
const FIXTURES: Readonly<Record<CliDiagnosticCode, readonly [argv: readonly string[], options?: RunOptions]>> = {
  'usage-invalid': [['pack', '--in', 'here']],
  'grant-option-invalid': [['run', './tally', '--grant', 'all']],
  'grant-void': [['run', './tally', '--grant', 'read:totals']],
  'template-unknown': [['new', 'game', 'one']],
  'id-invalid': [['new', 'widget', 'One']],
  'path-missing': [['check', 'nowhere']],
  'path-unreadable': [['replay', 'tally']],
  'write-failed': [['pack', 'tally', '--out', 'text.txt/tally.plug']],
  'tool-missing': [['test', 'without-vitest']],
  'internal-error': [['run', './tally'], { createRuntime: throwTypeError }],
  'target-protected': [['new', 'widget', '/', '--id', 'one']],
  'target-link': [['new', 'widget', 'link/one']],
  'target-not-folder': [['new', 'widget', 'text.txt', '--id', 'one']],
  'target-not-empty': [['new', 'widget', 'tally']],
  'key-invalid': [['pack', 'tally', '--sign', 'text.txt']],
  'plugin-not-active': [['run', 'disabled']],
  'surface-unknown': [['run', './tally', '--widget', 'side']],
  'surface-differs': [['run', './differs']],
  'step-refused': [['run', './tally'], { lines: ['17'] }],
  'plugin-failed': [['run', './tally'], { lines: ['2'] }],
  'tests-failed': [['test', 'with-vitest', '--source-only']],
  'recording-invalid': [['replay', 'text.txt']],
  'replay-diverged': [['replay', 'run.json', '--code', 'other.js']],
  'audit-unobservable': [['audit', 'workspace']],
}

const CODES = Object.keys(FIXTURES) as readonly CliDiagnosticCode[]
const FAILING_VITEST = {
  'node_modules/vitest/package.json': '{ "name": "vitest", "bin": { "vitest": "./run.mjs" } }',
  'node_modules/vitest/run.mjs': 'process.exitCode = 1',
}

let place: CliPlace

beforeAll(async () => {
  place = await createPlace({
    ...inFolder('tally', tallyFiles()),
    ...inFolder('plugins/disabled', tallyFiles({ id: 'disabled' })),
    ...inFolder('with-vitest', { ...tallyFiles(), ...FAILING_VITEST }),
    // Nearer than that of this workspace.
    ...inFolder('without-vitest', { ...tallyFiles(), 'node_modules/vitest/package.json': '{}' }),
    ...inFolder('differs', tallyFiles({ surfaces: { widgets: [{ id: 'mian', title: 'It' }] } })),
    'other.js': 'definePlugin(({ ui }) => ({ title: "Other", widgets: { main: { render: () => ui.text("Other") } } }))',
    'text.txt': 'text',
  })
  await mkdir(place.file('empty'))
  await symlink(place.file('empty'), place.file('link'))
  await using storage = createFileStorage({ directory: place.file('workspace') })
  await storage.commit({ expectedRevision: 0, puts: new Map([['app:theme', 'dark']]) })
  await place.run(['run', './tally', '--record', 'run.json'])
})

afterAll(() => place[Symbol.asyncDispose]())

it.each(CODES)('says %s with its message and hint', async (code) => {
  const [argv, options] = FIXTURES[code]
  const { diagnostics } = await place.json(argv, options)
  const found = diagnostics.find((diagnostic) => diagnostic.code === code)
  // An instance has another id in each run.
  expect(JSON.stringify(found, null, 2).replaceAll(/@[\w-]{8}\b/g, '@…')).toMatchSnapshot()
  expect(found).toMatchObject({ severity: CLI_DIAGNOSTICS[code].severity, phase: CLI_DIAGNOSTICS[code].phase })
  expect(JSON.stringify(diagnostics)).not.toContain(place.path)
})

function throwTypeError(): never {
  throw new TypeError(`${place.path} is not a function`)
}
