import { describe, expect, it } from 'vitest'

import { startEarly } from './startEarly.ts'
import type { BuiltAsset, BuiltChunk, BuiltPage } from './vitePlugin.ts'

const CODE =
  'new Worker(new URL(`/assets/other-Bb1.js`,``+import.meta.url),{type:`module`,name:`other`});' +
  'new Worker(new URL(`/assets/browserWorker-Aa1.js`,``+import.meta.url),{type:`module`,name:`plugboard`});' +
  'new URL(`/assets/emscripten-module-Cc1.wasm`,``+import.meta.url)'

const chunk = (fileName: string, given: Partial<BuiltChunk> = {}): BuiltChunk => ({
  type: 'chunk',
  fileName,
  code: '',
  imports: [],
  moduleIds: [],
  ...given,
})
const asset = (fileName: string): BuiltAsset => ({ type: 'asset', fileName })
const RUNTIME = chunk('assets/runtime.js', {
  code: CODE,
  moduleIds: ['/repo/dist/client/browserWorkers.js', '/repo/dist/engine/browserEngine.js'],
})
const FILES = ['assets/other-Bb1.js', 'assets/browserWorker-Aa1.js', 'assets/emscripten-module-Cc1.wasm'].map(asset)

function pageOf(given: Partial<BuiltPage> = {}, files: readonly (BuiltAsset | BuiltChunk)[] = FILES): BuiltPage {
  const main = chunk('assets/main.js', { imports: ['assets/runtime.js'] })
  const all = [main, RUNTIME, ...files]
  return {
    path: '/index.html',
    chunk: main,
    bundle: Object.fromEntries(all.map((file) => [file.fileName, file])),
    ...given,
  }
}

function scriptOf(page: BuiltPage, base = '/'): string | undefined {
  const texts: string[] = []
  const plugin = startEarly({ onScript: (text) => texts.push(text) })
  plugin.configResolved({ base })
  const tags = plugin.transformIndexHtml.handler('', page)
  expect(tags.map(({ children }) => children)).toEqual(texts)
  return tags[0]?.children
}

describe('startEarly', () => {
  it('gives a page the files of its own build, of which this package’s worker is one', () => {
    const script = scriptOf(pageOf())
    expect(script).toContain('new Worker("/assets/browserWorker-Aa1.js"')
    expect(script).toContain('fetch("/assets/emscripten-module-Cc1.wasm"')
  })

  it('knows where an application is served', () => {
    expect(scriptOf(pageOf(), 'https://cdn.example/app/')).toContain(
      '"https://cdn.example/app/assets/browserWorker-Aa1.js"',
    )
    expect(scriptOf(pageOf(), './')).toContain('"./assets/browserWorker-Aa1.js"')
    expect(scriptOf(pageOf({ path: '/admin/one/index.html' }), '')).toContain('"../../assets/browserWorker-Aa1.js"')
  })

  it('gives nothing to a page whose script starts no plugins', () => {
    const main = chunk('assets/plain.js')
    expect(scriptOf(pageOf({ chunk: main }))).toBeUndefined()
    expect(scriptOf({ path: '/index.html' })).toBeUndefined()
  })

  it('gives nothing where a file is not to be found', () => {
    for (const missing of FILES.slice(1)) {
      expect(
        scriptOf(
          pageOf(
            {},
            FILES.filter((file) => file !== missing),
          ),
        ),
      ).toBeUndefined()
    }
  })

  it('leaves the development server alone', () => {
    expect(startEarly().apply).toBe('build')
  })
})
