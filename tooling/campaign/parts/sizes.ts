import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { rolldown } from 'rolldown'

import type { Figure, Part } from '../figure.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

interface Entry {
  readonly name: string
  readonly file: string
  /** In KB, minified and gzipped, React and Redux left out. */
  readonly most: number
}

const ENTRIES: readonly Entry[] = [
  { name: 'contracts', file: 'packages/contracts/dist/index.js', most: 10 },
  { name: 'contracts/rendering', file: 'packages/contracts/dist/rendering.js', most: 4 },
  { name: 'contracts/schemas', file: 'packages/contracts/dist/schemas.js', most: 28 },
  { name: 'capabilities', file: 'packages/capabilities/dist/index.js', most: 6 },
  { name: 'store-core', file: 'packages/store-core/dist/index.js', most: 20 },
  { name: 'react-renderer', file: 'packages/react-renderer/dist/index.js', most: 36 },
  { name: 'devtools', file: 'packages/devtools/dist/index.js', most: 54 },
  { name: 'text-renderer', file: 'packages/text-renderer/dist/index.js', most: 18 },
  { name: 'storage/browser', file: 'packages/storage/dist/index.browser.js', most: 6 },
  { name: 'registry', file: 'packages/registry/dist/index.js', most: 54 },
  { name: 'registry/browser', file: 'packages/registry/dist/index.browser.js', most: 8 },
  { name: 'host', file: 'packages/host/dist/index.js', most: 40 },
  { name: 'host/past', file: 'packages/host/dist/past.js', most: 5 },
  { name: 'host/recording', file: 'packages/host/dist/recording.js', most: 26 },
  { name: 'host/workspace', file: 'packages/host/dist/workspace.js', most: 12 },
  { name: 'package-format', file: 'packages/package-format/dist/index.js', most: 35 },
  { name: 'sdk', file: 'packages/sdk/dist/index.js', most: 6 },
  { name: 'a counter with the sdk', file: 'packages/sdk/test/samples/counter.tsx', most: 3 },
]

/** What an application downloads for each layer. */
export const sizes: Part = {
  name: 'sizes',
  what: 'entries bundled and minified, React and Redux Toolkit left out; the runtime as it is sent to a browser',
  async measure(): Promise<readonly Figure[]> {
    const figures: Figure[] = []
    for (const { name, file, most } of ENTRIES) {
      figures.push({
        name: `${name} (gzip)`,
        value: gzipSync(await bundle(file)).length / 1024,
        unit: 'KB',
        limit: { most },
      })
    }
    const worker = await bundle('packages/runtime-quickjs/dist/worker/browserWorker.js')
    const wasm = await readFile(`${ROOT}/packages/runtime-quickjs/wasm/emscripten-module.wasm`)
    const runtime = (brotliCompressSync(worker).length + brotliCompressSync(wasm).length) / 1024
    return [
      ...figures,
      { name: 'runtime worker and engine (brotli)', value: runtime, unit: 'KB', limit: { most: 250 } },
    ]
  },
}

async function bundle(file: string): Promise<string> {
  const build = await rolldown({
    input: `${ROOT}/${file}`,
    platform: 'browser',
    tsconfig: false,
    transform: { jsx: { runtime: 'automatic', importSource: '@plugboard/sdk', development: false } },
    external: [/^react($|\/)/, /^react-dom($|\/)/, /^@reduxjs\/toolkit/, /\.wasm$/],
    logLevel: 'silent',
  })
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false })
  await build.close()
  return output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
}
