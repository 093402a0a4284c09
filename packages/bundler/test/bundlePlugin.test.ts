import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'

import { bundlePlugin, type PluginBundle } from '@plugboard/bundler'
import { describe, expect, it } from 'vitest'

import { writeFiles } from './writeFiles.ts'

const SAMPLES = fileURLToPath(new URL('./samples/', import.meta.url))
const conditions = ['@plugboard/source', 'import', 'default']

function bundleCounter(): Promise<PluginBundle> {
  return bundlePlugin({ entry: `${SAMPLES}counter.tsx`, conditions })
}

/** What the script gives to the `definePlugin` of whoever runs it. */
function define(code: string | undefined): unknown {
  const defined: unknown[] = []
  runInNewContext(code ?? '', { definePlugin: (factory: (tools: object) => unknown) => defined.push(factory({})) })
  return defined
}

describe('bundlePlugin', () => {
  it('makes one script that defines the plugin, with JSX and the SDK in it', async () => {
    const { code, diagnostics } = await bundleCounter()
    expect(diagnostics).toEqual([])
    expect(define(code)).toMatchObject([{ id: 'counter', initialState: { value: 41 } }])
  })

  it('drops what the entry exports, without a word', async () => {
    await using folder = await writeFiles({ 'plugin.ts': 'export const one = 1; export default definePlugin' })
    const { code, diagnostics } = await bundlePlugin({ entry: folder.file('plugin.ts') })
    expect(diagnostics).toEqual([])
    expect(code).toContain('one')
  })

  it('names no folder of the machine, in the script or in its map', async () => {
    const { code = '', sourceMap = '' } = await bundleCounter()
    expect(code + sourceMap).not.toContain('/packages/')
    expect(code).not.toContain('first.ts')
    const { sources } = JSON.parse(sourceMap) as { sources: readonly string[] }
    expect(sources).toContain('counter.tsx')
    expect(sources).toContain('first.ts')
    expect(sources).toContain('@plugboard/sdk/src/definePlugin.ts')
    expect(sources.filter((source) => source.startsWith('.') || source.startsWith('/'))).toEqual([])
  })

  it('keeps the text of the own files in the map, and of no others', async () => {
    const { sourceMap = '' } = await bundleCounter()
    const { sources, sourcesContent } = JSON.parse(sourceMap) as Record<string, readonly (string | null)[]>
    const kept = (sources ?? []).filter((_source, index) => sourcesContent?.[index] !== null)
    expect(kept.toSorted()).toEqual(['counter.tsx', 'first.ts'])
  })

  it('gives the same text for the same files in another folder', async () => {
    const files = { 'src/plugin.ts': "import { a } from './a.ts'\nconsole.log(a)", 'src/a.ts': 'export const a = 1' }
    await using here = await writeFiles(files)
    await using there = await writeFiles(files)
    const of = (path: string) => bundlePlugin({ entry: `${path}/src/plugin.ts`, root: path })
    const [{ files: filesHere, ...bundleHere }, { files: filesThere, ...bundleThere }] = [
      await of(here.path),
      await of(there.path),
    ]
    expect(bundleThere).toEqual(bundleHere)
    expect(filesThere.map((file) => relative(there.path, file))).toEqual(
      filesHere.map((file) => relative(here.path, file)),
    )
  })

  it('makes a smaller script that does the same when asked to', async () => {
    const minified = await bundlePlugin({ entry: `${SAMPLES}counter.tsx`, conditions, minify: true })
    expect(define(minified.code)).toMatchObject([{ id: 'counter' }])
    expect(minified.code?.length).toBeLessThan((await bundleCounter()).code?.length ?? 0)
  })

  it('puts packages of a folder node_modules into the script, under their names', async () => {
    await using folder = await writeFiles({
      'plugin.js': "import { tell } from 'teller'\nconsole.log(tell)",
      'node_modules/teller/package.json': '{ "name": "teller", "type": "module", "exports": "./lib/tell.js" }',
      'node_modules/teller/lib/tell.js': "export const tell = 'told'",
    })
    const { code, sourceMap = '', diagnostics } = await bundlePlugin({ entry: folder.file('plugin.js') })
    expect(diagnostics).toEqual([])
    expect(code).toContain('told')
    expect(JSON.parse(sourceMap)).toMatchObject({ sources: ['teller/lib/tell.js', 'plugin.js'] })
  })

  it('inlines JSON and what is imported later', async () => {
    await using folder = await writeFiles({
      'plugin.js':
        "import words from './words.json'\nimport('./later.js').then(({ later }) => console.log(words, later))",
      'words.json': '{ "hello": "Hei" }',
      'later.js': "export const later = 'then'",
    })
    const { code, diagnostics } = await bundlePlugin({ entry: folder.file('plugin.js') })
    expect(diagnostics).toEqual([])
    expect(code).toContain('Hei')
    expect(code).not.toMatch(/\bimport\(/)
  })

  it('runs nothing and reads no configuration beside the code', async () => {
    const mark = 'globalThis.bundled = true; throw new Error("ran")'
    await using folder = await writeFiles({
      'plugin.ts': mark,
      'rolldown.config.ts': mark,
      'vite.config.ts': mark,
      'tsconfig.json': '{ "compilerOptions": { "jsxImportSource": "elsewhere" ',
    })
    const { diagnostics } = await bundlePlugin({ entry: folder.file('plugin.ts') })
    expect(diagnostics).toEqual([])
    expect(globalThis).not.toHaveProperty('bundled')
  })
})
