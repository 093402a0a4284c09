import { describe, expect, it } from 'vitest'

import { createPlace } from './cliKit.ts'
import { tallyFiles } from './pluginFiles.ts'

const ESCAPE = '\u001b['

describe('what is written', () => {
  it('has colour on a terminal, and nowhere else', async () => {
    await using place = await createPlace(tallyFiles())
    const env = { NO_COLOR: undefined, TERM: 'xterm' }
    expect((await place.run(['check'], { isTerminal: true, env })).stdout).toContain(ESCAPE)
    expect((await place.run(['check'], { env })).stdout).not.toContain(ESCAPE)
  })

  it('has no colour where somebody asked for none', async () => {
    await using place = await createPlace(tallyFiles())
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: undefined, TERM: 'dumb' }]) {
      expect((await place.run(['check'], { isTerminal: true, env })).stdout).not.toContain(ESCAPE)
    }
  })

  it('tells of progress on a terminal only, and takes it away again', async () => {
    await using place = await createPlace(tallyFiles())
    expect((await place.run(['check'])).stderr).toBe('')
    const { stderr } = await place.run(['check'], { isTerminal: true })
    expect(stderr).toContain('Checking…')
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('is JSON and nothing else with --json, on a terminal too', async () => {
    await using place = await createPlace(tallyFiles())
    const { stdout } = await place.run(['check', '--json'], { isTerminal: true })
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, command: 'check', ok: true, diagnostics: [] })
  })

  it.each([[['chekc']], [['check', '--colour']], [['new', 'widget']], [['check', 'one', 'two']]])(
    'says what is wrong with the command line %j, and ends with 2',
    async (argv) => {
      await using place = await createPlace()
      const { exitCode, stderr, stdout } = await place.run(argv)
      expect([exitCode, stdout]).toEqual([2, ''])
      expect(stderr).toContain('error usage-invalid')
      const json = await place.json(argv)
      expect(json).toMatchObject({ command: null, ok: false, result: null, diagnostics: [{ code: 'usage-invalid' }] })
    },
  )

  it('shows its help where nothing was asked, and ends with 2', async () => {
    await using place = await createPlace()
    const { exitCode, stderr, stdout } = await place.run([])
    expect([exitCode, stdout, stderr.startsWith('Usage: plugboard')]).toEqual([2, '', true])
  })

  it('suggests the command that may have been meant', async () => {
    await using place = await createPlace()
    expect((await place.run(['chekc'])).stderr).toContain('Did you mean check?')
  })

  it('helps without a package, and says the version', async () => {
    await using place = await createPlace()
    for (const argv of [['--help'], ['run', '--help'], ['--version']]) {
      const { exitCode, stderr, stdout } = await place.run(argv)
      expect([exitCode, stderr]).toEqual([0, ''])
      expect(stdout).not.toBe('')
    }
  })

  it('never shows a folder of the machine or a stack', async () => {
    await using place = await createPlace({ 'plugin.json/file': '' })
    for (const argv of [['check'], ['pack', 'none'], ['list'], ['run', './x'], ['replay', '.'], ['test']]) {
      const { stderr, stdout } = await place.run(argv)
      expect(stdout + stderr, argv.join(' ')).not.toContain(place.path)
      expect(stderr).not.toMatch(/^ +at /m)
    }
  })
})
