import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { createPlace } from './cliKit.ts'
import { inFolder, manifestOf, tallyFiles } from './pluginFiles.ts'

describe('check', () => {
  it('says that a package is good, what it is and what it will be pinned by', async () => {
    await using place = await createPlace(tallyFiles())
    const { exitCode, stderr, stdout } = await place.run(['check'])
    expect(exitCode).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toMatchInlineSnapshot(`
      "package   tally 1.0.0
      name      Tally
      surfaces  widget:main
      asks for  -
      files     2, 1.2 KiB
      digest    sha256:f01f596bfb2a061135c2ba787b999c650b283a1f38d502d20ba11ac1ea3d2b6f

      good: 0 errors, 0 warnings
      "
    `)
  })

  it('says of a request without methods that it is for every method, and of others for which', async () => {
    const https = [
      { host: 'all.example.org' },
      { host: 'some.example.org', methods: ['GET', 'POST'], pathPrefixes: ['/v1'] },
    ]
    await using place = await createPlace(tallyFiles({ requests: { https } }))
    expect((await place.json(['check'])).result.requested).toEqual([
      'https:* all.example.org',
      'https:GET,POST some.example.org/v1',
    ])
    expect((await place.run(['check'])).stdout).toContain('https:* all.example.org')
  })

  it('refuses a package with an error, each with its code, place and hint', async () => {
    await using place = await createPlace({ 'plugin.json': manifestOf({ version: 'one', colour: 'red' }) })
    const { exitCode, stderr } = await place.run(['check'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('error manifest-invalid plugin.json')
    expect(stderr).toContain('"version"')
  })

  it('gives the same digest for a folder, its archive, and a copy in another folder', async () => {
    await using place = await createPlace({ ...inFolder('one', tallyFiles()), ...inFolder('two', tallyFiles()) })
    await place.run(['pack', 'one', '--out', 'one.plug'])
    const runs = await Promise.all(['one', 'two', 'one.plug'].map((path) => place.json(['check', path])))
    const digests = new Set(runs.map(({ result }) => result.digest as string))
    expect(digests.size).toBe(1)
    expect([...digests][0]).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('refuses an archive in which a byte was flipped, by name', async () => {
    await using place = await createPlace(tallyFiles())
    await place.run(['pack'])
    const archive = new Uint8Array(await readFile(place.file('tally-1.0.0.plug')))
    archive[archive.indexOf(0x50, 60) + 3] = 0xff
    const middle = Math.floor(archive.length / 2)
    archive[middle] = (archive[middle] ?? 0) ^ 1
    await writeFile(place.file('flipped.plug'), archive)
    const { diagnostics, exitCode } = await place.json(['check', 'flipped.plug'])
    expect(exitCode).toBe(1)
    expect(diagnostics[0]?.code).toMatch(/^archive-/)
  })

  it('judges the source as it would be bundled, and not what an earlier build left', async () => {
    await using place = await createPlace({
      ...tallyFiles({ runtime: { kind: 'quickjs', entry: 'dist/plugin.js', apiVersion: 1 } }),
      'src/plugin.ts': 'const is: number = ;',
      'dist/plugin.js': 'definePlugin(() => ({}))',
    })
    const broken = await place.json(['check'])
    expect(broken.diagnostics).toMatchObject([{ code: 'bundle-syntax', path: 'src/plugin.ts:1:20' }])
    await place.write({ 'src/plugin.ts': 'definePlugin(() => ({ title: "from source" }))' })
    const { exitCode, result } = await place.json(['check'])
    expect(exitCode).toBe(0)
    await place.run(['pack', '--out', 'a.plug'])
    expect((await place.json(['check', 'a.plug'])).result.digest).toBe(result.digest)
  })

  it('takes the source that package.json names, and none outside of the folder', async () => {
    await using place = await createPlace({
      ...inFolder('package', tallyFiles()),
      'package/package.json': '{ "source": "../outside.js" }',
      'outside.js': 'outside()',
    })
    expect((await place.json(['check', 'package'])).ok).toBe(true)
    await place.write({ 'package/package.json': '{ "source": "code/main.js" }', 'package/code/main.js': 'define(' })
    const { diagnostics } = await place.json(['check', 'package'])
    expect(diagnostics[0]).toMatchObject({ code: 'bundle-syntax', path: 'code/main.js:1:8' })
  })

  it('puts no file of the reader into what would be packed, whatever a source imports', async () => {
    await using place = await createPlace({
      ...inFolder('package', tallyFiles()),
      'elsewhere/token.json': '{ "token": "sesame" }',
    })
    await symlink(place.file('elsewhere/token.json'), place.file('package/words.json'))
    for (const path of [place.file('elsewhere/token.json'), '../../elsewhere/token.json', '../words.json']) {
      await place.write({ 'package/src/plugin.ts': `import token from '${path}'\nconsole.log(token)` })
      const packed = await place.json(['pack', 'package', '--out', 'a.plug'])
      expect(packed.diagnostics, path).toMatchObject([{ code: 'bundle-file-outside', path: 'src/plugin.ts' }])
      expect((await place.json(['check', 'a.plug'])).exitCode).toBe(3)
    }
  })

  it.each([
    ['a device', (path: string) => symlink('/dev/zero', path)],
    ['a pipe', async (path: string) => void execFileSync('mkfifo', [path])],
  ])('does not read %s in the place of package.json or plugins.json', async (_title, make) => {
    await using place = await createPlace({ ...tallyFiles(), 'src/plugin.ts': 'definePlugin(() => ({}))' })
    for (const [path, argv] of [
      ['package.json', ['check']],
      ['plugins.json', ['list']],
    ] as const) {
      await make(place.file(path))
      const { diagnostics, exitCode } = await place.json(argv)
      expect(diagnostics).toMatchObject([{ code: 'path-unreadable', path }])
      expect(exitCode).toBe(3)
    }
    expect((await place.json(['check', 'plugins.json'])).diagnostics).toMatchObject([{ code: 'path-unreadable' }])
  })

  it('follows no link, to a file or on the way to one', async () => {
    await using place = await createPlace({
      ...inFolder('package', tallyFiles({ files: ['plugin.js', 'docs/secret.txt'] })),
      'elsewhere/secret.txt': 'secret',
    })
    await symlink(place.file('elsewhere'), place.file('package/docs'))
    const { diagnostics, result } = await place.json(['check', 'package'])
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'link-skipped', path: 'docs/secret.txt' }))
    expect(diagnostics.map(({ code }) => code)).toContain('file-missing')
    expect(JSON.stringify(result.files)).not.toContain('secret')
    await rename(place.file('package/plugin.js'), place.file('elsewhere/plugin.js'))
    await symlink(place.file('elsewhere/plugin.js'), place.file('package/plugin.js'))
    const linked = await place.json(['check', 'package'])
    expect(linked.diagnostics).toContainEqual(expect.objectContaining({ code: 'link-skipped', path: 'plugin.js' }))
    expect(linked.ok).toBe(false)
  })

  it.each([
    ['nowhere', 'path-missing', 3],
    ['plugin.js', 'archive-malformed', 1],
  ])('says of %s that it is %s', async (path, code, expected) => {
    await using place = await createPlace(tallyFiles())
    const { diagnostics, exitCode, result } = await place.json(['check', path])
    expect(exitCode).toBe(expected)
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
    if (expected === 3) expect(result).toBeNull()
  })

  it('says of an empty folder that there is no package', async () => {
    await using place = await createPlace()
    await mkdir(place.file('empty'))
    expect((await place.json(['check', 'empty'])).diagnostics).toMatchObject([{ code: 'manifest-missing' }])
  })

  it('shows no control characters, escape sequences or turns of direction of a package', async () => {
    const name = 'Ev\u001b[31mil\u202e\u0007 name'
    await using place = await createPlace(tallyFiles({ name: 'x', description: 'y' }))
    for (const manifest of [manifestOf({ name }), manifestOf({ id: name }), manifestOf({ [name]: 1 })]) {
      await place.write({ 'plugin.json': manifest })
      const { stderr, stdout } = await place.run(['check'])
      expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|\u202e/u)
    }
  })
})

it('counts no files of a folder whose source makes no script', async () => {
  await using place = await createPlace({ ...inFolder('torn', tallyFiles()), 'torn/src/plugin.ts': 'const one = ;' })
  const { stdout } = await place.run(['check', 'torn'])
  expect(stdout).toContain('refused')
  expect(stdout).not.toMatch(/^files/m)
})
