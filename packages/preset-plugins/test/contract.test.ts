import { createFakeRuntime, describePresetContract } from '@plugboard/contract-tests'
import { describe } from 'vitest'

import { presetPlugins } from '../src/index.ts'
import { presetViews } from './views.ts'

describe('in a runtime without a VM', () => {
  for (const preset of presetPlugins) {
    const { packageId } = preset.manifest
    describePresetContract({
      preset,
      createRuntime: () => createFakeRuntime(),
      views: presetViews[packageId] ?? {},
      snapshotFile: `../contract/${packageId}.txt`,
    })
  }
})
