import { readFileSync } from 'node:fs'

import { describePresetContract } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, it } from 'vitest'

import { counter, presetPlugins } from '../src/index.ts'
import { mountPreset } from './mountPreset.ts'
import { presetViews } from './views.ts'

const createRuntime = () => createQuickJSRuntime({ placement: 'inline' })

describe('in a QuickJS VM', () => {
  for (const preset of presetPlugins) {
    const { packageId } = preset.manifest
    describePresetContract({
      preset,
      createRuntime,
      views: presetViews[packageId] ?? {},
      // The same file as for the runtime without a VM: both must draw and answer the same.
      snapshotFile: `../contract/${packageId}.txt`,
    })
  }

  it("points an intent at the author's own line, not at the bundle's", async () => {
    await using mounted = await mountPreset(counter, {}, createRuntime())
    const [own, shared] = await mounted.press('Increase')
    const lines = readFileSync(new URL('../src/counter/guest.tsx', import.meta.url), 'utf8').split('\n')
    expect(lines[(own?.source?.line ?? 0) - 1]).toContain('ctx.dispatchPluginAction(actionType)')
    expect(lines[(shared?.source?.line ?? 0) - 1]).toContain("ctx.dispatchSharedAction('counter-summary'")
  })

  it('loads every preset with a hundredth of the fuel that a host gives by default', async () => {
    await using runtime = createRuntime()
    for (const preset of presetPlugins) {
      const limits = { fuel: { load: 4, render: 2, event: 2 } }
      const { packageId } = preset.manifest
      const identity = { packageId, instanceId: `${packageId}@aaaaaaaa` }
      await expect(runtime.load({ ...identity, code: preset.code, limits })).resolves.toMatchObject(identity)
    }
  })
})
