import { describe, expect, it } from 'vitest'

import { createFiles, MANIFEST } from '../../test/packageSamples.ts'
import { inspectPackage } from '../inspectPackage.ts'
import type { PlatformFacts } from '../platformFacts.ts'

const COMPONENT = { kind: 'wasm-component', component: 'plugin.wasm', world: 'acme:clock/plugin@0.1.0' }
const WASM = [0, 0x61, 0x73, 0x6d]
const WITH_COMPONENTS: PlatformFacts = { runtimes: ['quickjs', 'wasm-component'] }

async function codesOf(
  changes: Parameters<typeof createFiles>[0],
  platform?: PlatformFacts,
): Promise<readonly string[]> {
  const { diagnostics } = await inspectPackage(createFiles(changes), platform)
  return diagnostics.map(({ code }) => code)
}

function withComponent(...bytes: readonly number[]) {
  return {
    manifest: { runtime: COMPONENT, files: ['LICENSE', 'README.md', 'dist/plugin.js', 'plugin.wasm'] },
    files: { 'plugin.wasm': Uint8Array.from(bytes) },
  }
}

describe('what would be run', () => {
  it('is a component where the runtime is for components, and that runtime is there', async () => {
    const good = withComponent(...WASM, 0x0d, 0, 1, 0)
    expect(await codesOf(good, WITH_COMPONENTS)).toEqual([])
    expect(await codesOf(good)).toEqual(['runtime-unavailable'])
    expect(await codesOf({}, { runtimes: ['wasm-component'] })).toEqual(['runtime-unavailable'])
  })

  it.for([
    ['a core module', [...WASM, 1, 0, 0, 0]],
    ['a component of another version', [...WASM, 0x0e, 0, 1, 0]],
    ['the first bytes alone', WASM],
    ['JavaScript', [0x64, 0x65, 0x66]],
    ['nothing', []],
  ] as const)('is refused as a component when it is %s', async ([, bytes]) => {
    expect(await codesOf(withComponent(...bytes), WITH_COMPONENTS)).toEqual(['runtime-mismatch'])
  })

  it('is refused as JavaScript when it is WebAssembly of any kind, or no text', async () => {
    for (const bytes of [
      [...WASM, 1, 0, 0, 0],
      [...WASM, 0x0d, 0, 1, 0],
      [0xff, 0xfe],
    ]) {
      expect(await codesOf({ files: { 'dist/plugin.js': Uint8Array.from(bytes) } })).toEqual(['runtime-mismatch'])
    }
  })

  it('has to be on the list of files', async () => {
    expect(await codesOf({ manifest: { files: ['LICENSE', 'README.md'] } })).toEqual([
      'runtime-artifact-missing',
      'file-unlisted',
    ])
    const runtime = { ...MANIFEST.runtime, sourceMap: 'dist/plugin.js.map' }
    expect(await codesOf({ manifest: { runtime } })).toEqual(['file-missing'])
  })
})

describe('the list of files', () => {
  it('has no second manifest, no file twice and no file that is a folder', async () => {
    for (const more of ['PLUGIN.JSON', 'dist/plugin.js', 'DIST/plugin.js', 'dist']) {
      const files = [...(MANIFEST.files ?? []), more]
      expect(await codesOf({ manifest: { files }, files: { [more]: 'x', 'dist/plugin.js': ';' } })).toContain(
        'file-path-duplicate',
      )
    }
  })

  it('has no second manifest and no two of a name where there is no list yet', async () => {
    const runtime = (entry: string) => ({ manifest: { files: undefined, runtime: { ...MANIFEST.runtime, entry } } })
    for (const entry of ['plugin.json', 'Plugin.json', 'license', 'README.md/plugin.js']) {
      expect([
        entry,
        await codesOf({ ...runtime(entry), files: entry === 'plugin.json' ? {} : { [entry]: ';' } }),
      ]).toEqual([entry, ['file-path-duplicate', 'files-not-closed']])
    }
  })

  it('is no larger in a folder than in an archive', async () => {
    const large = new Uint8Array(13 * 1_048_576)
    expect(await codesOf({ files: { 'README.md': large, LICENSE: large } })).toEqual(['content-too-large'])
  })
})

describe('the platform', () => {
  it.for([
    ['^1.2.0', '1.4.0', []],
    ['>=1.2.0 <2', '1.4.0', []],
    ['1.x', '1.4.0', []],
    ['^1.2.0', '2.0.0', ['platform-version-unsupported']],
    ['^1.2.0', undefined, []],
    ['soon', '1.4.0', ['manifest-invalid']],
    ['soon', undefined, ['manifest-invalid']],
  ] as const)('has to be of the releases that are asked for: %s of %s', async ([plugboard, version, codes]) => {
    const platform = version === undefined ? {} : { version }
    expect(await codesOf({ manifest: { engines: { plugboard } } }, platform)).toEqual(codes)
  })

  it('is not asked about what it does not say', async () => {
    const changes = {
      manifest: {
        surfaces: { hooks: [{ point: 'any' }], services: [{ name: 'bell', events: [], commands: ['any'] }] },
        requests: { readShared: ['any'], systemCommands: ['any'], components: ['any'], writeShared: ['any'] },
      },
    }
    expect(await codesOf(changes)).toEqual([])
    const empty = { hookPoints: [], commands: [], sharedDomains: [], systemCommands: [], components: [] }
    expect(await codesOf(changes, empty)).toEqual([
      'surface-unknown-hook',
      'surface-unknown-command',
      'request-unknown',
      'request-unknown',
      'request-unknown',
      'request-unknown',
    ])
  })

  it('takes a request for everything as broad, and not as an unknown name', async () => {
    const requests = { readShared: ['*'], https: [{ host: '*' }, { host: '*.example.org' }] }
    expect(await codesOf({ manifest: { requests } }, { sharedDomains: [] })).toEqual(['request-broad', 'request-broad'])
  })
})

describe('surfaces', () => {
  it('of different kinds may have one name', async () => {
    const surfaces = {
      widgets: [{ id: 'clock', title: 'Clock' }],
      services: [{ name: 'clock', events: [] }],
    }
    expect(await codesOf({ manifest: { surfaces } })).toEqual([])
  })

  it.for([
    [
      'widgets',
      [
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
      ],
    ],
    ['hooks', [{ point: 'a' }, { point: 'a', priority: 1 }]],
    [
      'services',
      [
        { name: 'a', events: [] },
        { name: 'a', events: [] },
      ],
    ],
  ] as const)('of one kind may not: %s', async ([kind, list]) => {
    expect(await codesOf({ manifest: { surfaces: { [kind]: list } } })).toEqual(['surface-duplicate'])
  })
})
