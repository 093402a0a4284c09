import { symlink } from 'node:fs/promises'

import { bundlePlugin, type PluginBundle } from '@plugboard/bundler'
import { describe, expect, it } from 'vitest'

import { type FileFolder, writeFiles } from './writeFiles.ts'

const LIBRARY = { 'package.json': '{ "name": "teller", "type": "module", "exports": { "./*": "./*" } }' }

/** A folder `plugin` whose source is this, with what else there is beside it and in it. */
async function writePlugin(source: string, files: Readonly<Record<string, string>> = {}): Promise<FileFolder> {
  return writeFiles({ 'plugin/src/plugin.js': source, 'elsewhere/token.json': '{ "token": "sesame" }', ...files })
}

const bundle = (folder: FileFolder): Promise<PluginBundle> =>
  bundlePlugin({ entry: folder.file('plugin/src/plugin.js'), root: folder.file('plugin') })

const OUTSIDE = [{ code: 'bundle-file-outside', path: 'src/plugin.js', hint: expect.stringContaining('not as a link') }]

describe('what is let into a script', () => {
  it.each([
    ['import', (path: string) => `import it from ${path}; console.log(it)`],
    ['a later import', (path: string) => `import(${path}).then(console.log)`],
    ['require', (path: string) => `console.log(require(${path}))`],
    ['an export', (path: string) => `export * from ${path}`],
  ])('is no file of the reader that %s names', async (_title, write) => {
    await using folder = await writePlugin('')
    const token = folder.file('elsewhere/token.json')
    for (const path of [token, `file://${token}`, '../../elsewhere/token.json']) {
      await using again = await writePlugin(write(JSON.stringify(path)))
      const { code, diagnostics } = await bundle(again)
      expect(code, path).toBeUndefined()
      expect(diagnostics, path).toMatchObject(OUTSIDE)
      expect(JSON.stringify(diagnostics)).not.toMatch(/sesame|tmp/)
    }
  })

  it('is no file or folder that a link leads out to, nor an entry that is one', async () => {
    await using folder = await writePlugin(
      "import one from './token.json'\nimport two from './deep/token.json'\nconsole.log(one, two)",
    )
    await symlink(folder.file('elsewhere/token.json'), folder.file('plugin/src/token.json'))
    await symlink(folder.file('elsewhere'), folder.file('plugin/src/deep'))
    expect((await bundle(folder)).diagnostics).toMatchObject([...OUTSIDE, ...OUTSIDE])
    await symlink(folder.file('elsewhere/token.json'), folder.file('plugin/src/entry.json'))
    const entry = await bundlePlugin({ entry: folder.file('plugin/src/entry.json'), root: folder.file('plugin') })
    expect(entry.code).toBeUndefined()
    expect(entry.diagnostics).toMatchObject([{ code: 'bundle-file-outside' }])
  })

  it('is no file that somebody linked into the place of a package, or into a package', async () => {
    const source = "import one from 'teller/token.json'\nimport two from 'real/token.json'\nconsole.log(one, two)"
    await using folder = await writePlugin(source, {
      'plugin/node_modules/real/package.json': '{ "name": "real" }',
      'plugin/node_modules/.keep': '',
      // What is near may well be in a package of another name.
      'elsewhere/package.json': '{ "name": "home" }',
    })
    await symlink(folder.file('elsewhere'), folder.file('plugin/node_modules/teller'))
    await symlink(folder.file('elsewhere/token.json'), folder.file('plugin/node_modules/real/token.json'))
    expect((await bundle(folder)).diagnostics).toMatchObject([...OUTSIDE, ...OUTSIDE])
  })

  it('is no file that a package reaches for outside of itself', async () => {
    await using folder = await writePlugin("import 'teller/tell.js'", {
      'node_modules/teller/package.json': LIBRARY['package.json'],
      'node_modules/teller/tell.js': "import token from '../../elsewhere/token.json'\nconsole.log(token)",
    })
    expect((await bundle(folder)).diagnostics).toMatchObject([{ code: 'bundle-file-outside', path: 'teller/tell.js' }])
  })

  it('is a package that is installed above, or linked as one of a workspace is, with what it imports of its own', async () => {
    const tell = { 'lib/tell.js': "export * from '../words/words.js'", 'words/words.js': "export const words = 'told'" }
    const library = Object.entries({ ...LIBRARY, ...tell })
    const source = "import { words } from 'teller/lib/tell.js'\nconsole.log(words)"
    const at = (place: string) => Object.fromEntries(library.map(([name, text]) => [`${place}/${name}`, text]))
    await using above = await writePlugin(source, at('node_modules/teller'))
    await using linked = await writePlugin(source, { ...at('packages/library'), 'plugin/node_modules/.keep': '' })
    await symlink(linked.file('packages/library'), linked.file('plugin/node_modules/teller'))
    // An alias of npm has another name than the package, and the package is where packages are installed.
    await using aliased = await writePlugin(source, {
      ...at('store/node_modules/other'),
      'plugin/node_modules/.keep': '',
    })
    await symlink(aliased.file('store/node_modules/other'), aliased.file('plugin/node_modules/teller'))
    for (const folder of [above, linked, aliased]) {
      const { code, diagnostics } = await bundle(folder)
      expect(diagnostics).toEqual([])
      expect(code).toContain('told')
    }
  })

  it('is everything under the root where a link leads to the root, and what is in the source itself', async () => {
    await using folder = await writePlugin(
      "import { a } from './a.js'\nimport 'data:text/javascript,b()'\nconsole.log(a)",
      {
        'plugin/src/a.js': "export const a = 'here'",
      },
    )
    await symlink(folder.file('plugin'), folder.file('link'))
    const {
      code,
      diagnostics,
      sourceMap = '',
    } = await bundlePlugin({
      entry: folder.file('link/src/plugin.js'),
      root: folder.file('link'),
    })
    expect(diagnostics).toEqual([])
    expect(code).toContain('here')
    expect(sourceMap).toContain('"src/a.js"')
  })

  it('is whatever is imported where nobody says which folder is the package', async () => {
    await using folder = await writePlugin("import it from '../../elsewhere/token.json'\nconsole.log(it)")
    const { code, diagnostics } = await bundlePlugin({ entry: folder.file('plugin/src/plugin.js') })
    expect(diagnostics).toEqual([])
    expect(code).toContain('sesame')
  })
})
