import { lstat, mkdir, readdir, readFile, realpath, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'

import { describe, expect, it } from 'vitest'

import { createPlace } from './cliKit.ts'

describe('new', () => {
  it('makes a plugin under the name of its folder', async () => {
    await using place = await createPlace()
    const { exitCode, stdout } = await place.run(['new', 'widget', 'word-count'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Made Word count (word-count) in word-count')
    expect(JSON.parse(await readFile(place.file('word-count/plugin.json'), 'utf8'))).toMatchObject({
      id: 'word-count',
      name: 'Word count',
    })
    expect(JSON.parse(await readFile(place.file('word-count/package.json'), 'utf8'))).toMatchObject({
      name: 'word-count',
      devDependencies: { '@plugboard/sdk': expect.any(String), vitest: expect.any(String) },
    })
  })

  it('leaves no word of the template, and breaks no file by a name', async () => {
    await using place = await createPlace()
    const name = `It's "a" \\ $& clock`
    const { result } = await place.json(['new', 'widget', 'one', '--id', 'a-clock', '--name', name])
    for (const file of result.files as readonly string[]) {
      expect(await readFile(place.file(`one/${file}`), 'utf8'), file).not.toMatch(/template/i)
    }
    expect(JSON.parse(await readFile(place.file('one/plugin.json'), 'utf8'))).toMatchObject({ id: 'a-clock', name })
    const checked = await place.json(['check', 'one'])
    expect(checked).toMatchObject({ ok: true, result: { id: 'a-clock', name } })
  })

  it('writes a .gitignore, and into an empty folder that is there', async () => {
    await using place = await createPlace()
    await mkdir(place.file('there'))
    expect((await place.json(['new', 'tool', 'there'])).ok).toBe(true)
    expect(await readdir(place.file('there'))).toContain('.gitignore')
  })

  it.each([
    ['a folder with something in it', 'full', 'target-not-empty'],
    ['a folder that only has a hidden file', 'hidden', 'target-not-empty'],
    ['a file in the way', 'file.txt', 'target-not-folder'],
    ['a file on the way', 'file.txt/one', 'target-not-folder'],
    ['a link to a folder', 'link', 'target-link'],
    ['a link on the way', 'link/one', 'target-link'],
    ['a link that leads nowhere', 'dangling', 'target-link'],
    ['the folder that one is in', '.', 'target-protected'],
    ['a folder above', '..', 'target-protected'],
    ['the root', '/', 'target-protected'],
    ['the own folder of the person', 'home', 'target-protected'],
  ])('refuses %s, and writes nothing', async (_what, target, code) => {
    await using place = await createPlace({ 'full/a': '', 'hidden/.a': '', 'file.txt': 'text', 'home/b': '' })
    await using outside = await createPlace()
    await symlink(outside.path, place.file('link'))
    await symlink(place.file('nowhere'), place.file('dangling'))
    const before = await readdir(place.path, { recursive: true })
    const home = place.file('home')
    const { diagnostics, exitCode } = await place.json(['new', 'widget', target, '--id', 'one'], { home })
    expect(diagnostics).toMatchObject([{ code }])
    expect(exitCode).toBe(1)
    expect(await readdir(place.path, { recursive: true })).toEqual(before)
    expect(await readdir(outside.path)).toEqual([])
    expect(await readFile(place.file('file.txt'), 'utf8')).toBe('text')
  })

  it('refuses the own folder of the person from elsewhere, and what is above it', async () => {
    await using place = await createPlace()
    for (const target of [place.path, dirname(place.path)]) {
      await using elsewhere = await createPlace()
      const { diagnostics } = await elsewhere.json(['new', 'widget', target, '--id', 'one'], { home: place.path })
      expect(diagnostics).toMatchObject([{ code: 'target-protected' }])
    }
    expect(await readdir(place.path)).toEqual([])
  })

  it.each(['Upper', '1st', 'has space', 'a/../b', 'constructor', '-dash', 'x'.repeat(65), '__proto__', ''])(
    'refuses %j as an id, and writes nothing',
    async (id) => {
      await using place = await createPlace()
      const { diagnostics, exitCode } = await place.json(['new', 'hook', 'one', `--id=${id}`])
      expect(diagnostics).toMatchObject([{ code: 'id-invalid' }])
      expect(exitCode).toBe(2)
      expect(await readdir(place.path)).toEqual([])
    },
  )

  it.each([['game'], ['../widget'], ['__proto__']])('knows no template %s', async (template) => {
    await using place = await createPlace()
    const { diagnostics, exitCode } = await place.json(['new', template, 'one'])
    expect([exitCode, diagnostics[0]?.code]).toEqual([2, 'template-unknown'])
  })

  it('takes a path that a person typed in full, links above it and all', async () => {
    await using place = await createPlace()
    await using outside = await createPlace()
    await mkdir(place.file('real'))
    await symlink(place.file('real'), outside.file('alias'))
    expect((await place.json(['new', 'service', `${outside.file('alias')}/one`])).ok).toBe(true)
    expect((await lstat(place.file('real/one/plugin.json'))).isFile()).toBe(true)
    expect(await realpath(outside.file('alias/one'))).toBe(place.file('real/one'))
  })
})

it('repeats the name of a template that is none, and says of a reserved id what it is', async () => {
  await using place = await createPlace()
  const messageOf = async (...argv: readonly string[]) =>
    (await place.json(['new', ...argv])).diagnostics.map(({ message }) => message)
  expect(await messageOf('game', 'one')).toEqual(['There is no template "game".'])
  expect(await messageOf('tool', 'one', '--id', 'constructor')).toEqual([
    '"constructor" is no id: JavaScript has that name for itself.',
  ])
})

it('titles the widget as the plugin is named', async () => {
  await using place = await createPlace()
  await place.run(['new', 'widget', 'one', '--name', 'Day book'])
  const manifest: unknown = JSON.parse(await readFile(place.file('one/plugin.json'), 'utf8'))
  expect(manifest).toMatchObject({ surfaces: { widgets: [{ id: 'main', title: 'Day book' }] } })
})
