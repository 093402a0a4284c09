import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { checkLayer } from './checkLayers.ts'
import { drawGraph } from './generated.ts'
import { explainTable } from './layerRules.ts'
import { LAYERS, type Layer } from './layers.ts'
import { type LayerFiles, readLayerFiles, type SourceFile } from './workspace.ts'

function layer(name: string): Layer {
  const found = LAYERS.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no layer is named ${name}`)
  return found
}

function plant(name: string, text: string, change: Partial<SourceFile> = {}): LayerFiles {
  return {
    layer: layer(name),
    manifest: { name: `@plugboard/${name}`, dependencies: { '@plugboard/contracts': 'workspace:^' } },
    files: [{ path: `packages/${name}/src/planted.ts`, isTest: false, text, ...change }],
  }
}

describe('the table', () => {
  test('only lets imports go down and draws no circle', () => {
    expect(explainTable(LAYERS)).toEqual([])
  })

  test('refuses a sideways import and a circle of test imports', () => {
    const [low, high] = [layer('capabilities'), layer('store-core')]
    expect(explainTable([{ ...low, imports: ['sdk'] }, layer('sdk')])).toContainEqual(
      'capabilities (row 1) imports sdk (row 1): imports only go down',
    )
    expect(
      explainTable([
        { ...low, imports: [], dev: ['store-core'] },
        { ...high, imports: ['capabilities'] },
      ]),
    ).toContain('capabilities and store-core need each other in tests: a circle')
  })

  test('draws only the imports that no other import already brings', () => {
    expect(drawGraph()).toContain('store-core --> capabilities')
    expect(drawGraph()).not.toContain('store-core --> contracts')
  })
})

describe('an import', () => {
  test.for([
    ['an import', `import { createPluginStore } from '@plugboard/store-core'`],
    ['an import of types', `import type { PluginStore } from '@plugboard/store-core'`],
    ['a re-export', `export { createPluginStore } from '@plugboard/store-core'`],
    ['a dynamic import', `const x = await import('@plugboard/store-core')`],
    ['an import type', `type X = import('@plugboard/store-core').PluginStore`],
    ['a deep import', `import { x } from '@plugboard/store-core/src/x.ts'`],
  ] as const)('that the table does not allow is refused with its reason: %s', ([, text]) => {
    const [fault] = checkLayer(plant('react-renderer', text))
    expect(fault).toContain('packages/react-renderer/src/planted.ts:1')
    expect(fault).toContain('react-renderer may import only contracts, and store-core is beside it (row 2)')
    expect(fault).toContain('it draws any `WidgetSource`; knowing a store or a runtime would tie it to one')
  })

  test('of a higher layer says that it is above', () => {
    expect(checkLayer(plant('contracts', `import '@plugboard/host'`))).toEqual([
      'packages/contracts/src/planted.ts:1: imports @plugboard/host: contracts may import nothing of this workspace, ' +
        'and host is above it (row 3 over 0); everything rests on the contracts, so they rest on nothing',
    ])
  })

  test('that walks into another package by a relative path is refused', () => {
    expect(checkLayer(plant('react-renderer', `import { x } from '../../host/src/host.ts'`))).toEqual([
      expect.stringContaining(
        '../../host/src/host.ts reaches into packages/host: react-renderer may import only contracts',
      ),
    ])
    expect(checkLayer(plant('store-core', `import { x } from '../../contracts/src/json.ts'`))).toEqual([
      expect.stringContaining('import @plugboard/contracts instead, by its public entries'),
    ])
  })

  test('of a worker by its URL is followed too', () => {
    expect(
      checkLayer(plant('host', `new Worker(new URL('../../runtime-quickjs/src/worker.ts', import.meta.url))`)),
    ).toEqual([expect.stringContaining('only tests of host may import runtime-quickjs')])
  })

  test('of the suites is for tests only', () => {
    const text = `\nimport { describeRuntimeContract } from '@plugboard/contract-tests'`
    expect(checkLayer(plant('runtime-quickjs', text))).toEqual([
      expect.stringContaining('planted.ts:2: imports @plugboard/contract-tests: only tests of runtime-quickjs'),
    ])
    const files = plant('runtime-quickjs', text, { isTest: true })
    const manifest = { ...files.manifest, devDependencies: { '@plugboard/contract-tests': 'workspace:^' } }
    expect(checkLayer({ ...files, manifest })).toEqual([])
  })

  test('of an allowed layer that the manifest does not declare is refused', () => {
    expect(checkLayer(plant('store-core', `import { x } from '@plugboard/capabilities'`))).toEqual([
      expect.stringContaining('which packages/store-core/package.json does not declare'),
    ])
  })

  test('of a Node.js module is refused where browsers run the code, except in files of Node.js', () => {
    const text = `import { readFileSync } from 'node:fs'`
    expect(checkLayer(plant('capabilities', text))).toEqual([expect.stringContaining('imports node:fs')])
    expect(checkLayer(plant('runtime-quickjs', text))).toEqual([expect.stringContaining('imports node:fs')])
    expect(
      checkLayer(plant('runtime-quickjs', text, { path: 'packages/runtime-quickjs/src/worker/nodeWorker.ts' })),
    ).toEqual([])
  })

  test('in a comment or a string is none', () => {
    const text = `// import '@plugboard/host'\nconst text = "import '@plugboard/host'"\nimport '@plugboard/contracts'`
    expect(checkLayer(plant('react-renderer', text))).toEqual([])
  })
})

describe('a manifest', () => {
  test('that depends on a layer which the table does not allow is refused with its reason', () => {
    const files = plant('runtime-quickjs', '')
    const manifest = { ...files.manifest, dependencies: { '@plugboard/store-core': 'workspace:^' } }
    expect(checkLayer({ ...files, manifest })).toEqual([
      'packages/runtime-quickjs/package.json: dependencies names @plugboard/store-core: runtime-quickjs may import only ' +
        'contracts, and store-core is beside it (row 2); a runtime runs code: it knows no state, no grants and no ' +
        'screen, so it can be replaced',
    ])
  })

  test('that needs the suites outside of tests is refused', () => {
    const files = plant('host', '')
    const manifest = { ...files.manifest, peerDependencies: { '@plugboard/contract-tests': 'workspace:^' } }
    expect(checkLayer({ ...files, manifest })).toEqual([expect.stringContaining('only tests of host')])
  })

  test('that names no layer at all is refused', () => {
    const files = plant('host', '')
    const manifest = { ...files.manifest, dependencies: { '@plugboard/everything': 'workspace:^' } }
    expect(checkLayer({ ...files, manifest })).toEqual([expect.stringContaining('everything is no layer')])
  })
})

test('every package of this workspace keeps to the table', () => {
  const root = resolve(import.meta.dirname, '../..')
  expect(LAYERS.flatMap((known) => checkLayer(readLayerFiles(root, known)))).toEqual([])
})
