import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

import { bundlePlugin } from '@plugboard/bundler'

import { quantile, type Figure, type Part } from '../figure.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const BINARY = join(ROOT, 'packages/cli/bin/plugboard.js')
const SAMPLES = join(ROOT, 'packages/sdk/test/samples')
const TIMES = 9
const MEGABYTE = 1024 * 1024

const start = promisify(execFile)

/** What an author waits for, and what the SDK adds to a plugin. */
export const authoring: Part = {
  name: 'authoring',
  what: `the command line as a person starts it, median of ${TIMES}; one plugin bundled with and without the SDK`,
  async measure(): Promise<readonly Figure[]> {
    const place = await mkdtemp(join(tmpdir(), 'plugboard-authoring-'))
    try {
      const [small, large] = [await writePackage(place, 0), await writePackage(place, 5)]
      return [
        { name: 'Node.js alone', value: await time(['-e', '0']), unit: 'ms' },
        { name: 'plugboard --version', value: await time([BINARY, '--version']), unit: 'ms', limit: { most: 400 } },
        { name: 'plugboard --help', value: await time([BINARY, '--help']), unit: 'ms', limit: { most: 400 } },
        { name: 'check, 1 KB', value: await time([BINARY, 'check', small]), unit: 'ms', limit: { most: 1_000 } },
        { name: 'check, 5 MB', value: await time([BINARY, 'check', large]), unit: 'ms', limit: { most: 1_500 } },
        ...(await measureSdk()),
      ]
    } finally {
      await rm(place, { recursive: true })
    }
  },
}

/** Milliseconds from the start of a process to its end. */
async function time(argv: readonly string[]): Promise<number> {
  const samples: number[] = []
  for (let index = 0; index < TIMES; index++) {
    const begun = performance.now()
    await start(process.execPath, [...argv])
    samples.push(performance.now() - begun)
  }
  return quantile(samples, 0.5)
}

/** A good archive with so many megabytes that do not deflate. */
async function writePackage(place: string, megabytes: number): Promise<string> {
  const folder = await mkdtemp(join(place, 'package-'))
  const manifest = {
    schemaVersion: 1,
    id: 'sample',
    name: 'Sample',
    version: '1.0.0',
    runtime: { kind: 'quickjs', entry: 'plugin.js', apiVersion: 1 },
    surfaces: { widgets: [{ id: 'main', title: 'Main' }] },
    requests: {},
    files: ['plugin.js', 'content.bin'],
  }
  await writeFile(join(folder, 'plugin.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'plugin.js'), 'definePlugin(() => ({}))')
  await writeFile(join(folder, 'content.bin'), randomBytes(megabytes * MEGABYTE + 1))
  const archive = join(folder, 'sample.plug')
  await start(process.execPath, [BINARY, 'pack', folder, '--out', archive])
  return archive
}

async function measureSdk(): Promise<readonly Figure[]> {
  const [withSdk, without] = [await bundle('counter.tsx'), await bundle('counterWithoutSdk.js')]
  const toKB = (code: string) => Buffer.byteLength(code) / 1024
  const toGzip = (code: string) => gzipSync(code).length / 1024
  return [
    { name: 'a counter, minified', value: toKB(withSdk), unit: 'KB', limit: { most: 8 } },
    { name: 'a counter, minified (gzip)', value: toGzip(withSdk), unit: 'KB', limit: { most: 3 } },
    { name: 'the same without the SDK', value: toKB(without), unit: 'KB' },
    { name: 'the same without the SDK (gzip)', value: toGzip(without), unit: 'KB' },
  ]
}

async function bundle(sample: string): Promise<string> {
  const { code } = await bundlePlugin({ entry: join(SAMPLES, sample), minify: true })
  if (code === undefined) throw new Error(`${sample} makes no script any more.`)
  return code
}
