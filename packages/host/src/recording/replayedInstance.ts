import {
  createInstanceId,
  parseInstanceId,
  RecordingError,
  toErrorShape,
  type InstanceId,
  type LoadedPlugin,
  type PackageId,
  type PluginRuntime,
  type PluginView,
  type PluginCall,
  type RecordedEvent,
  type RecordedInvoke,
  type RecordedLoad,
  type RecordedRender,
  type Recording,
  type RuntimeErrorCode,
} from '@plugboard/contracts'

import type { ReplayAnswer } from './compareAnswers.ts'
import { Failed } from './recordedAnswer.ts'
import { computeReplayLimits } from './replayLimits.ts'

export interface ReplayedInstanceOptions {
  readonly runtime: PluginRuntime
  readonly entry: RecordedLoad
  readonly codes: Recording['codes']
  /** Code that runs in the place of what was recorded, by package. */
  readonly code: Readonly<Record<PackageId, string>>
}

/**
 * A recorded instance that runs again, each of its VMs under an id of its own: what the runtime holds against an instance
 * that was stopped is a matter of minutes, and a replay goes through hours in one. And an instance that still runs under
 * the recorded id is not disturbed.
 */
export class ReplayedInstance {
  readonly #options: ReplayedInstanceOptions
  readonly #packageId: PackageId
  readonly #code: string
  #instanceId: InstanceId | null = null

  /** @throws RecordingError `RECORDING_WITHOUT_CODE`. */
  constructor(options: ReplayedInstanceOptions) {
    const { code, codes, entry } = options
    this.#options = options
    // The parser has seen that it is one.
    this.#packageId = parseInstanceId(entry.instanceId)?.packageId ?? ''
    const text = Object.hasOwn(code, this.#packageId) ? code[this.#packageId] : codes[entry.code]?.text
    if (text === undefined) {
      throw new RecordingError({
        code: 'RECORDING_WITHOUT_CODE',
        message: `The recording does not hold the code of "${this.#packageId}". Pass it as code: { '${this.#packageId}': … }.`,
      })
    }
    this.#code = text
  }

  /** Starts it in a fresh VM, whatever became of the one before. */
  async load(): Promise<LoadedPlugin | Failed> {
    await this.dispose()
    const { entry, runtime } = this.#options
    const instanceId = createInstanceId(this.#packageId)
    this.#instanceId = instanceId
    const { apiVersion, limits, seed } = entry
    return settle(
      runtime.load({
        packageId: this.#packageId,
        instanceId,
        code: this.#code,
        seed,
        limits: computeReplayLimits(limits),
        ...(apiVersion === undefined ? {} : { apiVersion }),
        // Whatever the recording says: it would share a worker with what this page trusts.
        trusted: false,
      }),
    )
  }

  /** Makes a recorded call, in a VM that nothing has happened in where the run's was one. */
  async call(entry: RecordedEvent | RecordedInvoke | RecordedRender, view: PluginView): Promise<ReplayAnswer> {
    if (entry.isRestarted === true || this.#instanceId === null) {
      const loaded = await this.load()
      if (loaded instanceof Failed) return loaded
    }
    const { runtime } = this.#options
    return settle(runtime.call(this.#instanceId ?? '', callOf(entry, view)))
  }

  async dispose(): Promise<void> {
    const instanceId = this.#instanceId
    this.#instanceId = null
    if (instanceId !== null) await this.#options.runtime.dispose(instanceId)
  }
}

function callOf(entry: RecordedEvent | RecordedInvoke | RecordedRender, view: PluginView): PluginCall {
  switch (entry.kind) {
    case 'event':
      return { kind: 'event', widgetId: entry.widgetId, handler: entry.handler, event: entry.event, view }
    case 'invoke':
      return { kind: 'invoke', surface: entry.surface, name: entry.name, input: entry.input, view }
    case 'render':
      return { kind: 'render', widgetId: entry.widgetId, view }
  }
}

/** What a runtime refuses on its own account: the replay itself cannot go on. */
const REFUSALS: readonly RuntimeErrorCode[] = [
  'DISPOSED',
  'DUPLICATE_INSTANCE',
  'PROTOCOL',
  'QUARANTINED',
  'QUEUE_FULL',
  'UNKNOWN_INSTANCE',
]

async function settle<T>(answer: Promise<T>): Promise<T | Failed> {
  try {
    return await answer
  } catch (thrown) {
    if (REFUSALS.includes(toErrorShape(thrown).code)) throw thrown
    return new Failed(thrown)
  }
}
