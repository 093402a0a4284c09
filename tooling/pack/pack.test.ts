import { describe, expect, test } from 'vitest'

import { checkManifest } from './checkManifest.ts'
import { type PublishedManifest, type PublishedPackage } from './publishedPackage.ts'
import { readModules, readSamples } from './readmeSample.ts'

const entry = { types: './dist/index.d.ts', default: './dist/index.js' }
const GOOD: PublishedManifest = {
  name: '@plugboard/good',
  version: '0.0.0',
  description: 'A package with everything that a package needs.',
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  files: ['dist', 'src', '!src/**/*.test.*'],
  exports: { '.': { '@plugboard/source': './src/index.ts', ...entry }, './package.json': './package.json' },
  publishConfig: { access: 'public', exports: { '.': entry, './package.json': './package.json' } },
  engines: { node: '>=22' },
  dependencies: { '@plugboard/contracts': 'workspace:^' },
}

function check(change: Partial<PublishedManifest>, beside: Partial<PublishedPackage> = {}): readonly string[] {
  return checkManifest({ folder: 'packages/good', manifest: { ...GOOD, ...change }, hasReadme: true, ...beside })
}

describe('a publishable manifest', () => {
  test('with everything has no fault', () => {
    expect(check({})).toEqual([])
  })

  test.for([
    ['description', { description: 'Short' }],
    ['license', { license: 'ISC' }],
    ['type', { type: 'commonjs' }],
    ['engines.node', { engines: {} }],
    ['publishConfig.access', { publishConfig: { exports: GOOD.publishConfig?.exports ?? {} } }],
    ['files names dist', { files: ['src', '!src/**/*.test.*'] }],
    ['files leaves the tests out', { files: ['dist', 'src'] }],
    ['as workspace:^', { dependencies: { '@plugboard/contracts': 'workspace:*' } }],
    ['without the condition', { publishConfig: { access: 'public', exports: GOOD.exports ?? {} } }],
    [
      'types comes first',
      {
        publishConfig: {
          access: 'public',
          exports: { '.': { default: './dist/index.js', types: './dist/index.d.ts' } },
        },
      },
    ],
  ] as const)('that is wrong about its %s says so', ([what, change]) => {
    expect(check(change)).toContainEqual(expect.stringContaining(what))
  })

  test('without a README is refused', () => {
    expect(check({}, { hasReadme: false })).toEqual([expect.stringContaining('README.md')])
  })
})

describe('the samples of a README', () => {
  const text =
    "# A\n\n```sh\nnpm i\n```\n\n```tsx main.tsx\nimport { a } from '@plugboard/host'\n```\n\n```ts\nlet b\n```\n"

  test('are its fenced blocks, with what stands on the fence', () => {
    expect(readSamples(text).map(({ language, label }) => [language, label])).toEqual([
      ['sh', ''],
      ['tsx', 'main.tsx'],
      ['ts', ''],
    ])
  })

  test('are modules when they import a package', () => {
    expect(readModules(text).map(({ label }) => label)).toEqual(['main.tsx'])
  })
})
