import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { createDroppedSource, createIndexSource } from '@plugboard/registry'
import { createFolderSource, createNodeModulesSource, PLUGIN_KEYWORD } from '@plugboard/registry/node'

import { digestOf, manifestOf } from './candidates.ts'
import { createTestFolder, writeFiles } from './folders.ts'
import { entryOf, startIndexServer } from './indexServer.ts'
import { encode, type TestPackage } from './packages.ts'
import { describePluginSourceContract } from './pluginSourceContract.ts'

describePluginSourceContract('a folder of archives', async () => {
  const place = await createTestFolder()
  const { folder } = place
  return {
    source: createFolderSource({ id: 'folder', folder }),
    put: (name, { archive }) => writeFile(join(folder, `${name}.plug`), archive),
    putBroken: (name) => writeFile(join(folder, `${name}.plug`), 'no archive'),
    takeAway: () => rm(folder, { recursive: true }),
    dispose: () => place[Symbol.asyncDispose](),
  }
})

describePluginSourceContract('a folder of folders', async () => {
  const place = await createTestFolder()
  const { folder } = place
  return {
    source: createFolderSource({ id: 'folder', folder }),
    put: (name, { files }) => writeFiles(join(folder, name), files),
    putBroken: (name) => writeFiles(join(folder, name), new Map([['plugin.json', encode('{')]])),
    takeAway: () => rm(folder, { recursive: true }),
    dispose: () => place[Symbol.asyncDispose](),
  }
})

describePluginSourceContract('node_modules', async () => {
  const place = await createTestFolder()
  const folder = join(place.folder, 'node_modules')
  await mkdir(folder)
  const packageJson = encode(JSON.stringify({ name: 'x', main: './evil.js', keywords: [PLUGIN_KEYWORD] }))
  return {
    source: createNodeModulesSource({ id: 'npm', folder }),
    // One of them has a scope, and npm adds files of its own.
    put: (name, { files }) =>
      writeFiles(
        join(folder, name === 'notes' ? '@acme/notes' : name),
        new Map([...files, ['package.json', packageJson], ['evil.js', encode('throw new Error()')]]),
      ),
    putBroken: (name) => writeFiles(join(folder, name), new Map([['package.json', packageJson]])),
    takeAway: () => rm(folder, { recursive: true }),
    dispose: () => place[Symbol.asyncDispose](),
  }
})

describePluginSourceContract('an index', async () => {
  const server = await startIndexServer()
  const entries = new Map<string, unknown>()
  server.setIndex([])
  return {
    source: createIndexSource({ id: 'index', url: server.url, fetch }),
    put(name, archive) {
      entries.set(name, entryOf(name, archive))
      server.setIndex([...entries.values()])
      server.answers.set(`/plugins/${name}.plug`, { bytes: archive.archive })
    },
    putBroken(name) {
      entries.set(name, entryOf(name, broken))
      server.setIndex([...entries.values()])
      server.answers.set(`/plugins/${name}.plug`, { bytes: broken.archive })
    },
    takeAway: () => server.close(),
    dispose: () => server.close(),
  }
})

/** Listed as a package, and no archive. */
const broken: TestPackage = {
  archive: encode('no archive'),
  digest: digestOf('0'),
  files: new Map(),
  manifest: manifestOf({ id: 'broken' }),
}

describePluginSourceContract('what a person dropped', () => {
  const source = createDroppedSource({ id: 'dropped' })
  return {
    source,
    put: async (name, { archive }) => void (await source.add(`${name}.plug`, archive)),
    putBroken: async (name) => void (await source.add(`${name}.plug`, encode('no archive'))),
    dispose: () => undefined,
  }
})
