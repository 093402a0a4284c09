import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { type CliPlace, createPlace } from './cliKit.ts'
import { validateOutput } from './outputSchema.ts'
import { tallyFiles } from './pluginFiles.ts'

/** Stands for the vitest of a project: notes how it was started, and fails where the code that it is given says so. */
const VITEST = `
import { appendFileSync, readFileSync } from 'node:fs'
const { PLUGBOARD_PLUGIN_CODE: packed, NO_COLOR, VITEST = null } = process.env
const code = packed === undefined ? null : readFileSync(packed, 'utf8')
appendFileSync('started.txt', JSON.stringify({ args: process.argv.slice(2), code, NO_COLOR, VITEST }) + '\\n')
console.log('what vitest wrote')
process.exitCode = code?.includes('FAILS') ? 1 : 0
`

function createProject(code: string): Promise<CliPlace> {
  return createPlace({
    ...tallyFiles({ runtime: { kind: 'quickjs', entry: 'dist/plugin.js', apiVersion: 1 } }),
    'src/plugin.js': code,
    'node_modules/vitest/package.json': '{ "name": "vitest", "bin": { "vitest": "./run.mjs" } }',
    'node_modules/vitest/run.mjs': VITEST,
  })
}

async function readStarts(place: CliPlace): Promise<readonly unknown[]> {
  const text = await readFile(place.file('started.txt'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
}

describe('test', () => {
  it('runs the vitest of the project on the source, and on the code that would be packed', async () => {
    await using place = await createProject('console.log("made")')
    const { exitCode, ...output } = await place.json(['test'], { env: { VITEST: 'true' } })
    expect([exitCode, output.result]).toMatchObject([0, { runs: [{ subject: 'source' }, { subject: 'packed code' }] }])
    expect(validateOutput(output)).toEqual([])
    const args = ['run', '--root', place.path]
    expect(await readStarts(place)).toEqual([
      { args, code: null, NO_COLOR: '1', VITEST: null },
      { args, code: expect.stringContaining('made'), NO_COLOR: '1', VITEST: null },
    ])
  })

  it('fails when the packed code fails where the source does not', async () => {
    await using place = await createProject('console.log("FAILS")')
    const { diagnostics, exitCode, result } = await place.json(['test'])
    const message = 'Tests of the packed code failed.'
    expect([exitCode, diagnostics]).toMatchObject([1, [{ code: 'tests-failed', message }]])
    expect(result.runs).toMatchObject([{ isGood: true }, { isGood: false }])
  })

  it('leaves the packed code out where it is told to, and shows what vitest wrote', async () => {
    await using place = await createProject('console.log("FAILS")')
    const { exitCode, stdout } = await place.run(['test', '--source-only'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('what vitest wrote')
    expect(await readStarts(place)).toHaveLength(1)
  })

  it('starts nothing for a package that is refused', async () => {
    await using place = await createProject('console.log(')
    const { diagnostics } = await place.json(['test'])
    expect(diagnostics).toMatchObject([{ code: 'bundle-syntax' }])
    expect(await readStarts(place)).toEqual([])
  })

  it('says so where the project has no vitest that starts', async () => {
    await using place = await createProject('1')
    for (const manifest of ['{', '{ "name": "vitest" }']) {
      await place.write({ 'node_modules/vitest/package.json': manifest })
      const { diagnostics, exitCode } = await place.json(['test'])
      expect([exitCode, diagnostics[0]?.code]).toEqual([3, 'tool-missing'])
    }
  })
})
