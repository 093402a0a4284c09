import { presetPlugins } from '@plugboard/preset-plugins'
import { expect, test } from 'vitest'

import { readPresetSource } from './presetSource.ts'

test.for(presetPlugins)('the source of $manifest.packageId is there to read', ({ manifest }) => {
  expect(readPresetSource(manifest.packageId)).toContain('definePlugin')
})

test('there is none of what is no preset', () => {
  expect(readPresetSource('constructor')).toBeNull()
})
