import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { type CliPlace, createPlace } from './cliKit.ts'
import { inFolder, tallyFiles } from './pluginFiles.ts'

const WISHES = { readShared: ['totals'], systemCommands: ['collect-diagnostics'] }

/** A project with one archive in `plugins`. */
async function createProject(enablement?: object): Promise<CliPlace> {
  const place = await createPlace(inFolder('source', tallyFiles({ requests: WISHES })))
  await place.run(['pack', 'source', '--out', 'plugins/tally-1.0.0.plug'])
  await rm(place.file('source'), { recursive: true })
  if (enablement !== undefined) await enable(place, enablement)
  return place
}

const enable = (place: CliPlace, plugin: object) =>
  place.write({ 'plugins.json': JSON.stringify({ version: 1, plugins: [{ ref: 'folder:tally', ...plugin }] }) })

const codes = ({ diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  diagnostics.map(({ code }) => code)

describe('list', () => {
  it('says that there is nothing where there is nothing', async () => {
    await using place = await createPlace()
    expect(await place.run(['list'])).toEqual({ exitCode: 0, stdout: 'There are no packages here.\n', stderr: '' })
  })

  it('lists a package that nobody enabled as disabled', async () => {
    await using place = await createProject()
    const { result } = await place.json(['list'])
    expect(result.entries).toMatchObject([{ ref: 'folder:tally', status: 'disabled', version: '1.0.0' }])
    expect((await place.run(['list'])).stdout).toMatch(
      /^package +version +status +digest +surfaces\nfolder:tally +1.0.0 +disabled/,
    )
  })

  it('lists one that gets all that it asks for as active, and one that gets less as partial', async () => {
    await using place = await createProject({ grants: WISHES })
    expect((await place.json(['list'])).result.entries).toMatchObject([{ status: 'active' }])
    await enable(place, { grants: { readShared: ['totals'] } })
    expect((await place.json(['list'])).result.entries).toMatchObject([{ status: 'partial' }])
  })

  it('finds packages of node_modules by their keyword, and refuses a ref that means two', async () => {
    await using place = await createProject()
    await place.write({
      ...inFolder('node_modules/tally', tallyFiles({ files: ['plugin.js'] })),
      'node_modules/tally/package.json': '{ "name": "tally", "keywords": ["plugboard-plugin"] }',
      'plugins.json': '{ "version": 1, "plugins": [{ "ref": "tally" }] }',
    })
    const listed = await place.json(['list'])
    expect(listed.result.entries.map(({ ref }: { ref: string }) => ref)).toEqual(
      expect.arrayContaining(['folder:tally', 'npm:tally']),
    )
    expect(codes(listed)).toContain('ref-ambiguous')
    expect(listed.exitCode).toBe(1)
    const shown = await place.json(['show', 'tally'])
    expect([shown.exitCode, shown.ok]).toEqual([1, false])
  })

  it('refuses a plugins.json that is none, and still lists what is there', async () => {
    await using place = await createProject()
    await place.write({ 'plugins.json': '{ "version": 1, "plugin": [] }' })
    const listed = await place.json(['list'])
    expect(codes(listed)).toContain('enablement-invalid')
    expect(listed.result.entries).toMatchObject([{ status: 'disabled' }])
  })
})

describe('show', () => {
  it('shows what a package asks for, is granted and gets, each by itself', async () => {
    await using place = await createProject({ grants: { readShared: ['totals'], writeShared: ['totals'] } })
    const { result } = await place.json(['show', 'tally'])
    expect(result.entries).toMatchObject([
      {
        ref: 'folder:tally',
        status: 'partial',
        requested: ['read:totals', 'command:collect-diagnostics'],
        granted: ['read:totals', 'write:totals'],
        effective: ['read:totals'],
      },
    ])
    const { stdout } = await place.run(['show', 'folder:tally'])
    expect(stdout).toContain('to see the shared data "totals"')
    expect(stdout).toMatch(/^gets +read:totals$/m)
  })

  it('says that there is no such package', async () => {
    await using place = await createProject()
    for (const ref of ['clock', 'npm:tally', '../tally', '']) {
      const shown = await place.json(['show', ref])
      expect([shown.exitCode, codes(shown)], ref).toEqual([1, ['package-missing']])
    }
    for (const path of ['./plugins/tally-1.0.0.plug', 'plugins/tally']) {
      const { diagnostics } = await place.json(['show', path])
      expect(diagnostics).toMatchObject([{ code: 'package-missing', hint: expect.stringContaining('plugboard check') }])
    }
  })
})

describe('lock and run by name', () => {
  it('pins what is enabled, keeps its content, and writes the same text twice', async () => {
    await using place = await createProject({ grants: WISHES })
    const { exitCode, result } = await place.json(['lock'])
    expect(exitCode).toBe(0)
    expect(result).toMatchObject({ file: 'plugins.lock.json', pinned: [{ ref: 'folder:tally', version: '1.0.0' }] })
    const text = await readFile(place.file('plugins.lock.json'), 'utf8')
    await place.run(['lock'])
    expect(await readFile(place.file('plugins.lock.json'), 'utf8')).toBe(text)
    expect(await readdir(place.file('.plugboard/cache'))).toHaveLength(1)
  })

  it('says that nothing is enabled in place of a table of nothing', async () => {
    await using place = await createProject()
    const { exitCode, stdout } = await place.run(['lock'])
    expect([exitCode, stdout]).toEqual([0, 'Nothing is enabled in plugins.json, so nothing is pinned.\n'])
  })

  it('runs what is pinned with the grants of plugins.json, and not what its source has by now', async () => {
    await using place = await createProject({ grants: { readShared: ['totals'] } })
    await place.run(['lock'])
    await rm(place.file('plugins'), { recursive: true })
    const run = await place.json(['run', 'tally'], { lines: ['1'] })
    expect(run.result).toMatchObject({ granted: ['read:totals'], state: { count: 1 } })
  })

  it('runs nothing by its name that is not pinned', async () => {
    await using place = await createProject({ grants: WISHES })
    for (const isLocked of [false, true]) {
      if (isLocked) await place.write({ 'plugins.lock.json': '{ "version": 1, "plugins": {} }' })
      const { diagnostics, exitCode } = await place.json(['run', 'tally'])
      expect([exitCode, diagnostics]).toMatchObject([
        1,
        [{ code: 'package-unlocked', message: '"folder:tally" is enabled and not locked.' }],
      ])
      expect(diagnostics[0]?.hint).toContain('plugboard lock')
    }
  })

  it('takes a name for that of a package, whatever the present folder has under it', async () => {
    await using place = await createProject({ grants: { readShared: ['totals'] } })
    await place.run(['lock'])
    await place.write(inFolder('tally', tallyFiles({}, 'throw new Error("not pinned")')))
    const { result } = await place.json(['run', 'tally'], { lines: ['1'] })
    expect(result).toMatchObject({ granted: ['read:totals'], state: { count: 1 } })
  })

  it('says of a name that it is of no package, of one that is disabled, or of two', async () => {
    await using place = await createProject()
    await place.write(inFolder('other', tallyFiles({ id: 'other' })))
    const run = async (name: string) => (await place.json(['run', name])).diagnostics
    expect(await run('nope')).toMatchObject([{ code: 'package-missing', message: 'There is no package "nope" here.' }])
    const [folder] = await run('other')
    expect(folder).toMatchObject({ code: 'package-missing', hint: expect.stringContaining('./other') })
    expect(await run('tally')).toMatchObject([{ code: 'plugin-not-active', ref: 'folder:tally' }])
    await place.write(inFolder('node_modules/tally', tallyFiles({ files: ['plugin.js'] })))
    await place.write({ 'node_modules/tally/package.json': '{ "name": "tally", "keywords": ["plugboard-plugin"] }' })
    expect(await run('tally')).toMatchObject([{ code: 'ref-ambiguous' }])
  })

  it('calls and shows of a package only the surfaces that plugins.json takes', async () => {
    const code = `definePlugin(({ ui }) => ({ title: 'Two',
      widgets: { side: { render: () => ui.text('Side') }, main: { render: () => ui.text('Main') }, more: { render: () => ui.text('More') } },
      tools: { add: { run: () => 'added' }, drop: { run: () => 'dropped' } } }))`
    const tools = ['add', 'drop'].map((name) => ({ name, description: 'It.', inputSchema: { type: 'object' } }))
    const widgets = ['side', 'main'].map((id) => ({ id, title: 'It' }))
    await using place = await createPlace(inFolder('plugins/tally', tallyFiles({ surfaces: { widgets, tools } }, code)))
    await enable(place, { surfaces: ['widget:main', 'tool:add'] })
    await place.run(['lock'])
    expect((await place.json(['run', 'tally'])).result).toMatchObject({ widget: 'main' })
    expect((await place.json(['run', 'tally', '--tool', 'add'])).result).toMatchObject({ value: 'added' })
    for (const options of [
      ['--tool', 'drop'],
      ['--widget', 'side'],
      // Of a package whose manifest does not say so.
      ['--widget', 'more'],
    ]) {
      const { diagnostics, exitCode } = await place.json(['run', 'tally', ...options])
      expect([exitCode, diagnostics.at(-1)?.code], options.join(' ')).toEqual([1, 'surface-unknown'])
      expect(diagnostics.at(-1)?.hint).toBe('What runs here: widget:main, tool:add.')
    }
    expect((await place.json(['run', './plugins/tally', '--widget', 'more'])).ok).toBe(false)
    expect((await place.json(['run', './plugins/tally', '--tool', 'drop'])).result).toMatchObject({ value: 'dropped' })
  })

  it('refuses a content of the cache that is another one, by name', async () => {
    await using place = await createProject({ grants: WISHES })
    await place.run(['lock'])
    const [name = ''] = await readdir(place.file('.plugboard/cache'))
    await place.write(inFolder('evil', tallyFiles({}, 'throw new Error("evil")')))
    await place.run(['pack', 'evil', '--out', 'evil.plug'])
    await copyFile(place.file('evil.plug'), place.file(`.plugboard/cache/${name}`))
    const run = await place.json(['run', 'tally'])
    expect(run.exitCode).toBe(1)
    expect(codes(run)).toContain('digest-mismatch')
  })

  it('rejects a package that was exchanged after it was pinned, and pins it again only when told to', async () => {
    await using place = await createProject({ grants: WISHES })
    await place.run(['lock'])
    await place.write(inFolder('other', tallyFiles({ requests: WISHES }, 'definePlugin(() => ({}))')))
    await place.run(['pack', 'other', '--out', 'plugins/tally-1.0.0.plug'])
    const listed = await place.json(['list'])
    expect(codes(listed)).toContain('digest-mismatch')
    expect(listed.result.entries).toMatchObject([{ status: 'rejected' }])
    expect((await place.json(['lock'])).ok).toBe(true)
    expect((await place.json(['list'])).ok).toBe(true)
  })

  it('writes no lock where something that is enabled is missing', async () => {
    await using place = await createProject({ grants: WISHES })
    await place.run(['lock'])
    const before = await readFile(place.file('plugins.lock.json'), 'utf8')
    await rm(place.file('plugins/tally-1.0.0.plug'))
    const locked = await place.json(['lock'])
    expect([locked.exitCode, locked.result]).toEqual([1, null])
    expect(codes(locked)).toEqual(['package-missing'])
    expect((await place.run(['lock'])).stdout).toBe('plugins.lock.json was not written.\n')
    expect(await readFile(place.file('plugins.lock.json'), 'utf8')).toBe(before)
  })

  it('says so where the lock cannot be taken', async () => {
    await using place = await createProject({ grants: WISHES })
    await writeFile(place.file('plugins.lock.json'), '{')
    expect(codes(await place.json(['list']))).toContain('lock-invalid')
    // As its hint says.
    expect((await place.json(['lock'])).ok).toBe(true)
    expect(codes(await place.json(['list']))).not.toContain('lock-invalid')
  })
})
