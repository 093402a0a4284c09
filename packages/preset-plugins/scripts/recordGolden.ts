import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import type { Recording } from '@plugboard/contracts'
import { createRecorder } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { presetPlugins, type PresetPlugin } from '../src/index.ts'
import { presetViews } from '../test/views.ts'
import { playPreset } from './playPreset.ts'

/** Where the recordings of the presets are. */
export const GOLDEN: string = fileURLToPath(new URL('../golden/', import.meta.url))

/** Path of a preset's recording. */
export function goldenPath(packageId: string): string {
  return `${GOLDEN}${packageId}.recording.json`
}

/** A run of a preset in which everything is done once, recorded. Without its code: what is replayed is what it is now. */
export async function recordPreset(preset: PresetPlugin): Promise<Recording> {
  await using runtime = createQuickJSRuntime({ placement: 'inline' })
  const recorder = createRecorder({ runtime, includeCode: false, now: () => 0, timeZone: 'UTC' })
  recorder.start()
  const views = Object.values(presetViews[preset.manifest.packageId] ?? {})
  await playPreset(preset, { runtime: recorder.runtime, views })
  return recorder.stop()
}

/** The text of a file: an entry a line, so that a change shows where it is. */
export function formatRecording({ entries, ...header }: Recording): string {
  const head = JSON.stringify(header).slice(0, -1)
  return `${head},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`
}

if (import.meta.main) {
  await mkdir(GOLDEN, { recursive: true })
  for (const preset of presetPlugins) {
    await writeFile(goldenPath(preset.manifest.packageId), formatRecording(await recordPreset(preset)))
  }
}
