import { readdirSync, readFileSync } from 'node:fs'

import { parseRecording } from '@plugboard/contracts/schemas'
import { replayRecording, type ReplayReport } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { describe, expect, it } from 'vitest'

import { formatRecording, GOLDEN, goldenPath, recordPreset } from '../scripts/recordGolden.ts'
import { counter, presetPlugins } from '../src/index.ts'

async function replay(packageId: string, code: string): Promise<ReplayReport> {
  await using runtime = createQuickJSRuntime({ placement: 'inline' })
  const recording = parseRecording(readFileSync(goldenPath(packageId), 'utf8'))
  return await replayRecording(recording, { runtime, code: { [packageId]: code } })
}

const HINT =
  'If the preset is meant to differ, run `pnpm --filter @plugboard/preset-plugins golden` and commit what it writes.'

describe('the recorded run of', () => {
  it('every preset is there, and of nobody else', () => {
    const names = presetPlugins.map(({ manifest }) => `${manifest.packageId}.recording.json`)
    expect(readdirSync(GOLDEN).toSorted()).toEqual(names.toSorted())
  })

  it.for(presetPlugins)('$manifest.packageId replays to the digest', async ({ code, manifest }) => {
    const { compared, divergence, outcome } = await replay(manifest.packageId, code)
    expect(outcome, `${divergence?.message ?? ''} ${HINT}`).toBe('same')
    expect(compared).toBeGreaterThan(2)
  })

  it('a preset with one changed word stops where the word is drawn', async () => {
    const { divergence } = await replay('counter', counter.code.replace('This instance', 'That instance'))
    expect(divergence).toMatchObject({
      kind: 'render',
      what: 'tree',
      recorded: 'This instance',
      replayed: 'That instance',
    })
  })

  it('a preset is recorded the same each time', async () => {
    expect(formatRecording(await recordPreset(counter))).toBe(readFileSync(goldenPath('counter'), 'utf8'))
  })
})
