import { readFile } from 'node:fs/promises'

import { beforeAll, afterAll, describe, expect, it } from 'vitest'

import { createPlace, type CliPlace } from './cliKit.ts'
import { inFolder, TALLY_CODE, tallyFiles } from './pluginFiles.ts'

const WISHES = { requests: { writeShared: ['totals'], systemCommands: ['collect-diagnostics'] } }

let place: CliPlace

beforeAll(async () => {
  place = await createPlace({
    ...inFolder('tally', tallyFiles(WISHES)),
    ...inFolder('broken', tallyFiles({}, 'throw new Error("Not today")')),
    ...inFolder('other', tallyFiles(WISHES, TALLY_CODE.replace('count + 1', 'count + 2'))),
    'events.txt': '# twice\n1\n1\nname=Ada\n',
  })
})

afterAll(() => place[Symbol.asyncDispose]())

describe('run', () => {
  it('draws the widget after each line of the input', async () => {
    const { exitCode, stdout } = await place.run(['run', './tally'], { lines: ['1', 'name=Ada', 'q', '1'] })
    expect(exitCode).toBe(0)
    expect(stdout.match(/^> .*/gm)).toEqual(['> 1', '> name=Ada'])
    expect(stdout).toContain('Count: 1')
    expect(stdout).toContain('Hello Ada')
  })

  it('plays lines of a file, and says what came of them as data', async () => {
    const { ok, result } = await place.json(['run', './tally', '--events', 'events.txt'])
    expect(ok).toBe(true)
    expect(result).toMatchObject({ id: 'tally', widget: 'main', granted: [], state: { count: 2, name: 'Ada' } })
    expect(result.steps).toMatchObject([{ line: '1', outcome: 'done' }, {}, { line: 'name=Ada' }])
  })

  it('grants nothing by itself, and of a --grant only what the package asks for', async () => {
    const alone = await place.json(['run', './tally'], { lines: ['1'] })
    expect(alone.result.denied).toEqual(['unknown-domain:totals', 'system-command-not-granted:collect-diagnostics'])
    const grants = ['--grant', 'command:collect-diagnostics', '--grant', 'read:secrets']
    const granted = await place.json(['run', './tally', ...grants], { lines: ['1'] })
    expect(granted.result).toMatchObject({ granted: ['command:collect-diagnostics'] })
    expect(granted.result.denied).not.toContain('system-command-not-granted:collect-diagnostics')
    expect(granted.diagnostics).toMatchObject([{ code: 'grant-void', severity: 'warning' }])
  })

  it('says to a person what was denied', async () => {
    const { stdout } = await place.run(['run', './tally'], { lines: ['1', '1'] })
    expect(stdout).toMatch(/\ndenied {2}unknown-domain:totals, system-command-not-granted:collect-diagnostics\n$/)
    expect((await place.run(['run', './tally'])).stdout).not.toContain('denied')
  })

  it('says of a --grant for shared data that it gives nothing, where there is none of that name', async () => {
    const { diagnostics } = await place.json(['run', './tally', '--grant', 'write:totals'])
    expect(diagnostics).toMatchObject([
      { code: 'grant-void', severity: 'warning', message: expect.stringContaining('no shared data "totals"') },
    ])
    await place.write(inFolder('reader', tallyFiles({ requests: { readShared: ['runtime-registry'] } })))
    expect((await place.json(['run', './reader', '--grant', 'read:runtime-registry'])).diagnostics).toEqual([])
  })

  it('ends with 4 when the plugin fails, and keeps what happened before', async () => {
    const { diagnostics, exitCode, result } = await place.json(['run', './tally'], { lines: ['1', '2', '1'] })
    expect(exitCode).toBe(4)
    expect(diagnostics).toMatchObject([{ code: 'plugin-failed', message: expect.stringContaining('It broke.') }])
    expect(result.state).toMatchObject({ count: 2 })
  })

  it('ends with 4 when the plugin does not load', async () => {
    const { diagnostics, exitCode, result } = await place.json(['run', './broken'])
    expect([exitCode, result]).toEqual([4, null])
    expect(diagnostics).toMatchObject([{ code: 'plugin-failed', message: expect.stringContaining('Not today') }])
  })

  it('ends with 1 when a line did nothing, and plays the rest', async () => {
    const { diagnostics, exitCode, result } = await place.json(['run', './tally'], {
      lines: ['7', 'colour=red', 'x', '1'],
    })
    expect(exitCode).toBe(1)
    expect(diagnostics.map(({ code }) => code)).toEqual(['step-refused', 'step-refused', 'step-refused'])
    expect(result.state).toMatchObject({ count: 1 })
  })

  it('shows a person the widget again and again, until they leave', async () => {
    const { exitCode, stdout } = await place.run(['run', './tally'], {
      lines: ['1', '# later', 'nonsense', 'q'],
      isTerminal: true,
    })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('\u001b[2J')
    expect(stdout).toContain('Nothing came of "nonsense"')
    expect(stdout).not.toContain('# later')
  })

  it.each([
    [['run', './tally', '--widget', 'side'], 'surface-unknown', 1],
    [['run', './tally', '--grant', 'everything'], 'grant-option-invalid', 2],
    [['run', './tally', '--grant', 'write:*'], 'grant-option-invalid', 2],
    [['run', './tally', '--events', 'none.txt'], 'path-missing', 3],
    [['run', './nowhere'], 'path-missing', 3],
    [['run', './events.txt'], 'archive-malformed', 1],
    [['run', 'tally'], 'package-missing', 1],
    // What would do nothing.
    [['run', 'tally', '--grant', 'read:clock'], 'usage-invalid', 2],
    [['run', './tally', '--input', '{}'], 'usage-invalid', 2],
    [['run', './tally', '--tool', 'add', '--widget', 'main'], 'usage-invalid', 2],
    [['run', './tally', '--tool', 'add', '--events', 'events.txt'], 'usage-invalid', 2],
  ])('refuses %j', async (argv, code, expected) => {
    const { diagnostics, exitCode } = await place.json(argv)
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
    expect(exitCode).toBe(expected)
  })
})

describe('replay and audit', () => {
  beforeAll(async () => {
    await place.run(['run', './tally', '--record', 'run.json', '--grant', 'write:totals'], { lines: ['1', '1'] })
  })

  it('replays a run to the same answers', async () => {
    const { ok, result } = await place.json(['replay', 'run.json'])
    expect(ok).toBe(true)
    expect(result).toMatchObject({ outcome: 'same', unsettled: [] })
  })

  it('replays it on the code of a package, of an archive and of a script', async () => {
    await place.run(['pack', 'tally', '--out', 'tally.plug'])
    for (const code of ['tally', 'tally.plug', 'tally/plugin.js']) {
      expect((await place.json(['replay', 'run.json', '--code', code])).ok, code).toBe(true)
    }
  })

  it('names the first answer of other code that differs', async () => {
    const { diagnostics, exitCode, result } = await place.json(['replay', 'run.json', '--code', 'other'])
    expect(exitCode).toBe(1)
    expect(result.divergence).toMatchObject({ kind: 'event', handler: 'more' })
    expect(diagnostics).toMatchObject([{ code: 'replay-diverged', message: result.divergence.message }])
  })

  it('refuses what is no recording', async () => {
    const { diagnostics, exitCode } = await place.json(['replay', 'events.txt'])
    expect([exitCode, diagnostics[0]?.code]).toEqual([1, 'recording-invalid'])
    const cut = (await readFile(place.file('run.json'), 'utf8')).slice(0, 300)
    await place.write({ 'cut.json': cut })
    expect((await place.json(['audit', 'cut.json'])).diagnostics).toMatchObject([{ code: 'recording-invalid' }])
  })

  it('says of a folder that it is no workspace', async () => {
    const { diagnostics, exitCode } = await place.json(['audit', 'tally'])
    expect([exitCode, diagnostics]).toMatchObject([
      1,
      [{ code: 'recording-invalid', message: 'The folder holds no workspace.' }],
    ])
  })

  it('holds what was granted against what was used', async () => {
    const { result } = await place.json(['audit', 'run.json'])
    expect(result).toMatchObject({
      source: 'recording',
      packages: [
        {
          packageId: 'tally',
          granted: ['write:totals'],
          used: ['write:totals'],
          unused: [],
          denied: ['command:collect-diagnostics'],
        },
      ],
    })
  })
})

// Copies to the clipboard, in the eight-bit form; turns what follows around.
const TRICK = '\u009d52;c;c2VzYW1l\u009c \u001b]0;title\u0007 \u202e \u2066 \u2028 \u007f'

describe('run --tool', () => {
  const CODE = `definePlugin(() => ({ title: 'Adder', tools: {
    add: { run: ({ a, b }, ctx) => {
      if (a < 0) ctx.dispatchSharedAction('totals', 'add', { by: a })
      return { sum: a + b }
    } },
    fail: { run() { throw new Error('No sum.') } },
    write: { run(_input, ctx) {
      ctx.dispatchSharedAction('totals', 'add', { by: 1 })
      ctx.dispatchSystemCommand('collect-diagnostics')
      return null
    } },
    trick: { run: () => (${JSON.stringify(TRICK)}) },
  } }))`
  const SURFACES = {
    tools: ['add', 'fail', 'write', 'trick'].map((name) => ({
      name,
      description: 'Adds.',
      inputSchema: { type: 'object' },
    })),
  }

  beforeAll(() => place.write(inFolder('adder', tallyFiles({ ...WISHES, id: 'adder', surfaces: SURFACES }, CODE))))

  it('shows what a tool answers', async () => {
    const argv = ['run', './adder', '--tool', 'add', '--input', '{ "a": 40, "b": 2 }']
    const { ok, result } = await place.json(argv)
    expect([ok, result.value]).toEqual([true, { sum: 42 }])
    expect(await place.run(argv)).toEqual({ exitCode: 0, stdout: '{\n  "sum": 42\n}\n', stderr: '' })
  })

  it('says to a person beside the answer what was denied', async () => {
    const { stderr, stdout } = await place.run(['run', './adder', '--tool', 'add', '--input', '{ "a": -1, "b": 1 }'])
    expect([stdout, stderr]).toEqual(['{\n  "sum": 0\n}\n', 'denied  unknown-domain:totals\n'])
  })

  it('repeats a name that is none, and names what runs here', async () => {
    const { diagnostics } = await place.json(['run', './adder', '--tool', 'ad'])
    expect(diagnostics).toMatchObject([
      {
        message: 'Nothing that is enabled is called tool:ad.',
        hint: expect.stringContaining('What runs here: tool:add, tool:fail'),
      },
    ])
    expect((await place.json(['run', './adder'])).diagnostics).toMatchObject([
      {
        message: 'The plugin has no widget to show.',
        hint: expect.stringContaining('What runs here: tool:add, tool:fail'),
      },
    ])
  })

  it('says of hooks and services that a terminal calls none', async () => {
    const code = `definePlugin(() => ({ title: 'Guard', hooks: { 'before-save': () => ({ kind: 'proceed' }) } }))`
    const surfaces = { hooks: [{ point: 'before-save' }] }
    await place.write(inFolder('guard', tallyFiles({ id: 'guard', surfaces }, code)))
    const { diagnostics } = await place.json(['run', './guard'])
    expect(diagnostics).toMatchObject([
      {
        code: 'surface-unknown',
        hint: 'A terminal runs widgets and tools, and this has hook:before-save. Its tests call that.',
      },
    ])
  })

  it('says where plugin.json and the code do not have the same', async () => {
    const surfaces = { widgets: [{ id: 'mian', title: 'It' }] }
    await place.write(inFolder('typo', tallyFiles({ surfaces })))
    const { diagnostics } = await place.json(['run', './typo', '--widget', 'mian'])
    expect(diagnostics).toMatchObject([
      { code: 'surface-differs', message: 'plugin.json alone has widget:mian; the code alone has widget:main.' },
      { code: 'surface-unknown', hint: 'Nothing of it runs here.' },
    ])
  })

  it('leaves nothing in an answer that a terminal would obey, and it is the same answer as JSON', async () => {
    const argv = ['run', './adder', '--tool', 'trick']
    for (const run of [await place.run(argv), await place.run([...argv, '--json'])]) {
      expect(run.stdout).not.toMatch(/(?!\n)\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u)
      expect(run.stdout).toContain('\\u009d')
    }
    expect(JSON.parse((await place.run(argv)).stdout)).toBe(TRICK)
  })

  it('has its calls audited as presses are', async () => {
    const options = ['--record', 'called.json', '--grant', 'write:totals']
    await place.run(['run', './adder', '--tool', 'write', ...options])
    const { result } = await place.json(['audit', 'called.json'])
    expect(result.packages).toMatchObject([
      { used: ['write:totals'], unused: [], denied: ['command:collect-diagnostics'] },
    ])
  })

  it.each([
    [['--tool', 'fail'], 'plugin-failed', 4],
    [['--tool', 'none'], 'surface-unknown', 1],
    [['--tool', 'add', '--input', '{'], 'usage-invalid', 2],
    [[], 'surface-unknown', 1],
  ])('refuses %j', async (options, code, expected) => {
    const { diagnostics, exitCode } = await place.json(['run', './adder', ...options])
    expect([exitCode, diagnostics[0]?.code]).toEqual([expected, code])
  })
})
