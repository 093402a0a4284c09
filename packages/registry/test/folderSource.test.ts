import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { packPackage } from '@plugboard/package-format'
import {
  createFolderSource,
  createNodeModulesSource,
  PLUGIN_KEYWORD,
  readPackageFolder,
} from '@plugboard/registry/node'
import { describe, expect, it } from 'vitest'

import { codesOf, manifestOf } from './candidates.ts'
import { createTestFolder, writeFiles } from './folders.ts'
import { CLOCK_DIGEST, encode, packTestPackage } from './packages.ts'

const packageJson = encode(JSON.stringify({ name: 'clock', keywords: [PLUGIN_KEYWORD] }))

describe('a folder', () => {
  it('is not looked into by links, hidden names and names that are no packages', async () => {
    await using place = await createTestFolder()
    await using outside = await createTestFolder()
    const { archive, files } = await packTestPackage()
    await writeFiles(join(outside.folder, 'clock'), files)
    await writeFile(join(outside.folder, 'clock.plug'), archive)
    await symlink(join(outside.folder, 'clock'), join(place.folder, 'linked'))
    await symlink(join(outside.folder, 'clock.plug'), join(place.folder, 'linked.plug'))
    await writeFiles(join(place.folder, '.hidden'), files)
    await writeFile(join(place.folder, '.hidden.plug'), archive)
    await writeFile(join(place.folder, 'clock.zip'), archive)
    await mkdir(join(place.folder, 'pictures'))
    const source = createFolderSource({ id: 'folder', folder: place.folder })
    const { candidates, diagnostics } = await source.list()
    expect([candidates, codesOf(diagnostics)]).toEqual([[], ['link-skipped', 'link-skipped']])
    expect((await source.read({ source: 'folder', location: 'linked', diagnostics: [] })).files).toBeUndefined()
  })

  it('gives no file of a package that is a link, or below one, or a socket', async () => {
    await using place = await createTestFolder()
    await using outside = await createTestFolder()
    const { folder } = place
    await writeFile(join(outside.folder, 'secret.txt'), 'secret')
    const files = ['plugin.js', 'link.txt', 'linked/secret.txt', 'socket']
    await writeFiles(
      join(folder, 'clock'),
      new Map([
        ['plugin.json', encode(JSON.stringify(manifestOf({ files })))],
        ['plugin.js', encode('')],
      ]),
    )
    await symlink(join(outside.folder, 'secret.txt'), join(folder, 'clock', 'link.txt'))
    await symlink(outside.folder, join(folder, 'clock', 'linked'))
    await using server = createServer()
    await new Promise<void>((resolve) => void server.listen(join(folder, 'clock', 'socket'), resolve))
    const read = await readPackageFolder(join(folder, 'clock'))
    expect([...read.files.keys()]).toEqual(['plugin.json', 'plugin.js'])
    expect(read.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['link-skipped', 'link.txt'],
      ['link-skipped', 'linked/secret.txt'],
      ['link-skipped', 'socket'],
    ])
    const { candidates } = await createFolderSource({ id: 'folder', folder }).list()
    expect(candidates[0]?.diagnostics.some(({ code }) => code === 'file-missing')).toBe(true)
  })

  it('has the digest that packing it gives, whatever lies beside', async () => {
    await using place = await createTestFolder()
    const own = new Map([
      ['plugin.json', encode(JSON.stringify(manifestOf()))],
      ['plugin.js', encode('// clock')],
      ['README.md', encode('# Clock')],
    ])
    const { report } = await packPackage(own)
    const beside = [
      ['notes.txt', encode('mine')],
      ['node_modules/x/index.js', encode('')],
    ] as const
    await writeFiles(join(place.folder, 'clock'), new Map([...report.files, ...beside]))
    const { candidates } = await createFolderSource({ id: 'folder', folder: place.folder }).list()
    expect(candidates[0]?.digest).toBe(report.digest)
    // Before it is packed, there is no list yet, and the rule is the same.
    await writeFiles(join(place.folder, 'draft'), new Map([...own, ...beside]))
    expect([...(await readPackageFolder(join(place.folder, 'draft'))).files.keys()]).toEqual([...own.keys()])
  })

  it('gives a package the digest that it has in a browser', async () => {
    await using place = await createTestFolder()
    await writeFiles(join(place.folder, 'clock'), (await packTestPackage()).files)
    const { candidates } = await createFolderSource({ id: 'folder', folder: place.folder }).list()
    expect(candidates[0]?.digest).toBe(CLOCK_DIGEST)
  })

  it('is said to be too large, and not read, where a file is', async () => {
    await using place = await createTestFolder()
    await writeFile(join(place.folder, 'large.plug'), new Uint8Array(17_000_000))
    const { candidates } = await createFolderSource({ id: 'folder', folder: place.folder }).list()
    expect(codesOf(candidates[0]?.diagnostics ?? [])).toEqual(['source-too-large'])
  })

  it('needs an id that can stand in a ref', () => {
    expect(() => createFolderSource({ id: 'my:folder', folder: '.' })).toThrow(TypeError)
    expect(() => createNodeModulesSource({ id: '', folder: '.' })).toThrow(TypeError)
  })
})

describe('node_modules', () => {
  it('has only the packages that say they are plugins', async () => {
    await using place = await createTestFolder()
    const { files } = await packTestPackage()
    const said: readonly (readonly [string, unknown])[] = [
      ['clock', { keywords: [PLUGIN_KEYWORD] }],
      ['words', { keywords: PLUGIN_KEYWORD }],
      ['other', { keywords: ['plugin'] }],
      ['nothing', {}],
      ['list', []],
    ]
    for (const [name, json] of said) {
      await writeFiles(join(place.folder, name), new Map([...files, ['package.json', encode(JSON.stringify(json))]]))
    }
    await writeFiles(join(place.folder, 'torn'), new Map([...files, ['package.json', encode('{')]]))
    await writeFiles(join(place.folder, 'bare'), files)
    const { candidates, diagnostics } = await createNodeModulesSource({ id: 'npm', folder: place.folder }).list()
    expect([candidates.map(({ location }) => location), diagnostics]).toEqual([['clock'], []])
  })

  it('follows no link, and says how many there are', async () => {
    await using place = await createTestFolder()
    await using store = await createTestFolder()
    const { files } = await packTestPackage()
    await writeFiles(join(store.folder, 'clock'), new Map([...files, ['package.json', packageJson]]))
    await mkdir(join(place.folder, '@acme'))
    await symlink(join(store.folder, 'clock'), join(place.folder, 'clock'))
    await symlink(join(store.folder, 'clock'), join(place.folder, '@acme', 'clock'))
    const { candidates, diagnostics } = await createNodeModulesSource({ id: 'npm', folder: place.folder }).list()
    expect([candidates, codesOf(diagnostics)]).toEqual([[], ['link-skipped']])
    expect(diagnostics[0]?.message).toMatch(/: 2\.$/)
  })
})
