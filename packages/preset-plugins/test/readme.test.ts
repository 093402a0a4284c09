import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { presetPlugins } from '../src/index.ts'
import { catalogue, slice } from './readme.sample.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

it('shows a sample that is the tested file', () => {
  expect(read('../README.md')).toContain(read('./readme.sample.ts').trim())
})

it('sets up a slice with the shared domains of the presets', () => {
  expect(slice.getInitialState().shared).toEqual({
    'counter-summary': { valueByInstance: {}, totalValue: 0, instanceCount: 0, lastUpdatedInstanceId: null },
    'greeter-profile': { name: null, sharedBy: null },
  })
})

it('lists six packages with what they ask for', () => {
  expect(catalogue.map(([title]) => title)).toEqual([
    'Counter',
    'Calculator',
    'Greeter',
    'Status dashboard',
    'Runtime monitor',
    'Shared greeting',
  ])
})

it.each(presetPlugins)('has a page for $manifest.packageId that names its domains', ({ manifest }) => {
  const page = read(`../src/${manifest.packageId}/README.md`)
  const { readShared = [], writeShared = [] } = manifest.capabilities
  for (const domain of [...readShared, ...writeShared]) expect(page).toContain(`\`${domain}\``)
})
