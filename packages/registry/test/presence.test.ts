import { createRequire } from 'node:module'
import { join } from 'node:path'

import { createDroppedSource, createIndexSource, discover, resolvePlugins } from '@plugboard/registry'
import { createFolderSource, createNodeModulesSource, PLUGIN_KEYWORD } from '@plugboard/registry/node'
import { afterEach, expect, it, vi } from 'vitest'

import { codesOf, enablementOf } from './candidates.ts'
import { createTestFolder, writeFiles } from './folders.ts'
import { entryOf } from './indexServer.ts'
import { encode, packTestPackage } from './packages.ts'

const opened: string[] = vi.hoisted(() => [])

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>()
  const open: typeof original.open = (path, ...rest) => {
    opened.push(String(path))
    return original.open(path, ...rest)
  }
  return { ...original, open }
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

// Whatever of a package would run says so.
const TELLS = 'globalThis.pluginRan = true; throw new Error("ran")'

it('a package that is there registers, executes, reads, opens and injects nothing', async () => {
  await using place = await createTestFolder()
  const { folder } = place
  const { archive, digest, files, manifest } = await packTestPackage({}, TELLS)
  const npm = {
    name: 'clock',
    main: './main.js',
    exports: './main.js',
    keywords: [PLUGIN_KEYWORD],
    scripts: { install: 'exit 1' },
  }
  const beside = [
    ['package.json', encode(JSON.stringify(npm))],
    ['main.js', encode(TELLS)],
    ['.npmrc', encode('')],
    ['node_modules/deep/plugin.json', encode('{}')],
  ] as const
  await writeFiles(join(folder, 'plugins', 'clock'), files)
  await writeFiles(join(folder, 'plugins'), new Map([['notes.plug', archive]]))
  await writeFiles(join(folder, 'node_modules', 'clock'), new Map([...files, ...beside]))
  await writeFiles(join(folder, 'node_modules', 'other'), new Map([['package.json', encode('{}')], ...beside.slice(1)]))
  const forbidden = vi.fn(() => {
    throw new Error('A package reached something.')
  })
  for (const name of ['Worker', 'SharedWorker', 'WebSocket', 'XMLHttpRequest', 'fetch']) vi.stubGlobal(name, forbidden)
  for (const name of ['compile', 'instantiate', 'Module'] as const) {
    vi.spyOn(WebAssembly, name).mockImplementation(forbidden)
  }
  const loaded = Object.keys(createRequire(import.meta.url).cache).length
  const before = Reflect.ownKeys(globalThis).length
  const dropped = createDroppedSource({ id: 'dropped' })
  await dropped.add('clock.plug', archive)
  const asked = vi.fn(() => Promise.resolve(Response.json([entryOf('clock', { archive, digest, files, manifest })])))
  opened.length = 0

  const inventory = await discover([
    createFolderSource({ id: 'folder', folder: join(folder, 'plugins') }),
    createNodeModulesSource({ id: 'npm', folder: join(folder, 'node_modules') }),
    createIndexSource({ id: 'index', url: 'https://plugins.example/index.json', fetch: asked }),
    dropped,
  ])
  const { entries } = resolvePlugins({ inventory, enablement: enablementOf() })

  expect(entries.map(({ ref, status }) => [ref, status])).toEqual([
    ['dropped:clock', 'disabled'],
    ['folder:clock', 'disabled'],
    ['folder:clock', 'disabled'],
    ['index:clock', 'disabled'],
    ['npm:clock', 'disabled'],
  ])
  // Its own files, and of other packages the one file that says whether they are plugins.
  expect(opened.map((path) => path.slice(folder.length + 1)).toSorted()).toEqual([
    'node_modules/clock/package.json',
    'node_modules/clock/plugin.js',
    'node_modules/clock/plugin.json',
    'node_modules/other/package.json',
    'plugins/clock/plugin.js',
    'plugins/clock/plugin.json',
    'plugins/notes.plug',
  ])
  expect(asked).toHaveBeenCalledTimes(1)
  expect(forbidden).not.toHaveBeenCalled()
  expect('pluginRan' in globalThis).toBe(false)
  expect(Reflect.ownKeys(globalThis).length).toBe(before)
  expect(Object.keys(createRequire(import.meta.url).cache).length).toBe(loaded)
})

it('a source that fails costs only itself, and one that speaks for others is not heard', async () => {
  const clock = { source: 'good', location: 'clock', id: 'clock', version: '1.0.0', diagnostics: [] }
  const read = () => Promise.resolve({ diagnostics: [] })
  const inventory = await discover([
    { id: 'bad', list: () => Promise.reject(new Error('/home/me/secret')), read },
    {
      id: 'liar',
      list: () => Promise.resolve({ candidates: [clock, { ...clock, source: 'liar' }], diagnostics: [] }),
      read,
    },
    { id: 'good', list: () => Promise.resolve({ candidates: [clock], diagnostics: [] }), read },
  ])
  expect(inventory.candidates.map(({ source }) => source)).toEqual(['good', 'liar'])
  expect(inventory.diagnostics).toMatchObject([{ code: 'source-unavailable' }])
  expect(JSON.stringify(inventory)).not.toContain('secret')
})

it('a source that does not answer in time counts as unavailable', async () => {
  await using place = await createTestFolder()
  await writeFiles(join(place.folder, 'clock'), (await packTestPackage()).files)
  const hangs: typeof fetch = (_address, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  const stop = new AbortController()
  const found = discover(
    [
      createFolderSource({ id: 'folder', folder: place.folder }),
      createIndexSource({ id: 'index', url: 'https://plugins.example/', fetch: hangs }),
    ],
    stop.signal,
  )
  stop.abort()
  const { candidates, diagnostics } = await found
  expect([candidates, codesOf(diagnostics)]).toEqual([[], ['source-unavailable', 'source-unavailable']])
})

it('two sources of one name are a mistake of the host', async () => {
  const source = createDroppedSource({ id: 'dropped' })
  await expect(discover([source, source])).rejects.toThrow(TypeError)
})
