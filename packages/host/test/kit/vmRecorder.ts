import type { PluginRuntime, Recording } from '@plugboard/contracts'
import {
  createRecorder,
  replayRecording,
  type Recorder,
  type RecorderOptions,
  type ReplayReport,
} from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { onTestFinished } from 'vitest'

/** VMs in this process, gone with the test. */
export function createVms(options: Parameters<typeof createQuickJSRuntime>[0] = {}): PluginRuntime {
  const runtime = createQuickJSRuntime({ placement: 'inline', ...options })
  onTestFinished(() => runtime[Symbol.asyncDispose]())
  return runtime
}

/** A recorder over VMs in this process; its clock stands still and its seeds count. */
export function createVmRecorder(options: Partial<RecorderOptions> = {}): Recorder {
  let random = 0
  const createSeed = () => ({ random: (random += 1), epochMs: 1_700_000_000_000 + random })
  return createRecorder({ runtime: createVms(), now: () => 5, timeZone: 'UTC', createSeed, ...options })
}

export const replay = (recording: Recording, code?: Readonly<Record<string, string>>): Promise<ReplayReport> =>
  replayRecording(recording, { runtime: createVms(), ...(code === undefined ? {} : { code }) })

/** The code that a call fails with. */
export const failing = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'fine',
    (error: unknown) => (error as { code: string }).code,
  )
