import { BUNDLE_DIAGNOSTICS, bundlePlugin, type BundleDiagnosticCode } from '@plugboard/bundler'
import { describe, expect, it } from 'vitest'

import { writeFiles } from './writeFiles.ts'

/** A plugin for each code, as the files of it. */
const FIXTURES: Readonly<Record<BundleDiagnosticCode, Readonly<Record<string, string>>>> = {
  'bundle-entry-missing': {},
  'bundle-syntax': { 'src/plugin.ts': 'const one = 1\nconst two = ;' },
  'bundle-import-missing': {
    'src/plugin.ts': "import fs from 'node:fs'\nimport pad from 'pad'\nimport { near } from './near.ts'\nnear(fs, pad)",
    'src/near.ts': 'export const near = console.log',
  },
  'bundle-file-outside': {
    'src/plugin.ts': "import hosts from '/etc/hosts'\nconsole.log(hosts)",
  },
  'bundle-export-missing': {
    'src/plugin.ts': "import { two } from './one.ts'\nconsole.log(two)",
    'src/one.ts': 'export const one = 1',
  },
  'bundle-await': { 'src/plugin.ts': 'await Promise.resolve()' },
  'bundle-failed': { 'src/plugin.ts': "import './style.css'", 'src/style.css': 'a {}' },
  'bundle-warning': { 'src/plugin.ts': 'console.log(import.meta.url)' },
}

async function bundleFixture(code: BundleDiagnosticCode) {
  await using folder = await writeFiles(FIXTURES[code])
  const bundle = await bundlePlugin({ entry: folder.file('src/plugin.ts'), root: folder.path })
  return { ...bundle, place: folder.path }
}

const CODES = Object.keys(FIXTURES) as readonly BundleDiagnosticCode[]

describe('what a bundle is refused for', () => {
  it.each(CODES)('says %s where it stands, and names no folder of the machine', async (code) => {
    const { diagnostics, place } = await bundleFixture(code)
    expect(JSON.stringify(diagnostics)).not.toContain(place.split('/').at(-1))
    expect(diagnostics).toMatchSnapshot()
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })

  it.each(CODES)('gives a script beside %s only where it is no error', async (code) => {
    const bundle = await bundleFixture(code)
    expect(bundle.code !== undefined).toBe(BUNDLE_DIAGNOSTICS[code].severity !== 'error')
  })

  it('says the same of a file that is not there', async () => {
    await using folder = await writeFiles({ 'plugin.ts': "import './far.ts'" })
    const { code, diagnostics } = await bundlePlugin({ entry: folder.file('plugin.ts') })
    expect(code).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'bundle-import-missing', path: 'plugin.ts:1:8' }])
  })

  it('clips and cleans what it repeats of a file', async () => {
    const name = `./\u202e${'long'.repeat(200)}`
    await using folder = await writeFiles({ 'plugin.ts': `import '${name}'` })
    const { diagnostics } = await bundlePlugin({ entry: folder.file('plugin.ts') })
    expect(diagnostics[0]?.message.length).toBeLessThanOrEqual(240)
    expect(diagnostics[0]?.message).not.toContain('\u202e')
  })
})
