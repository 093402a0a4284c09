import {
  isPlainObject,
  parseInstanceId,
  type CancelSignal,
  type InstanceId,
  type PackageId,
  type PluginRuntime,
  type PluginView,
  type RecordedLoad,
  type Recording,
  type RuntimeErrorShape,
} from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'

import { compareAnswers } from './compareAnswers.ts'
import { readEntries, type ReadEntry } from './readEntries.ts'
import { ReplayedInstance } from './replayedInstance.ts'
import type { ReplayDivergence, ReplayReport } from './replayReport.ts'

export interface ReplayOptions {
  /** Runs the code again. Any will do; what else runs in it is not disturbed, and it stays yours. */
  readonly runtime: PluginRuntime
  /** Code that runs in the place of what was recorded, by package: does it still do what the old one did? */
  readonly code?: Readonly<Record<PackageId, string>>
  /** Ends the replay before its next entry. */
  readonly signal?: CancelSignal
  /** Told after each entry. */
  readonly onProgress?: (progress: ReplayProgress) => void
}

export interface ReplayProgress {
  readonly done: number
  readonly total: number
}

/**
 * Asks a runtime all that was asked in a recorded run, in the same order, and compares what it answers: definitions,
 * digests of trees, their issues, intents, refused intents, codes of errors. Ends at the first difference.
 *
 * Not compared is what belongs to the machine: fuel, times, bytes, log lines, messages of errors and places in the code.
 * A call that the clock stopped, or that ended with its process, is not made again: it is named in `unsettled`, and
 * nothing follows from it, for the instance went on in a fresh VM.
 *
 * @throws RecordingError `INVALID_RECORDING`, `UNSUPPORTED_RECORDING`, `RECORDING_WITHOUT_CODE`.
 * @throws PluginRuntimeError what the runtime refuses on its own account, as `DISPOSED`.
 *
 * @example
 * const report = await replayRecording(parseRecording(text), { runtime: createQuickJSRuntime() })
 * if (report.divergence !== undefined) console.log(report.divergence.message)
 */
export async function replayRecording(recording: Recording, options: ReplayOptions): Promise<ReplayReport> {
  return replayEntries(parseRecording(recording, { maxSize: Number.POSITIVE_INFINITY }), options)
}

export interface ReplayEntriesOptions extends ReplayOptions {
  /** Which packages are run; all when absent. */
  readonly includes?: (packageId: PackageId) => boolean
  /** What a call is given instead of its recorded view. */
  readonly changeView?: (view: PluginView) => PluginView
}

/** As {@link replayRecording}, of a recording that was parsed, and of a part of it. */
export async function replayEntries(recording: Recording, options: ReplayEntriesOptions): Promise<ReplayReport> {
  const replay = new Replay(recording, options)
  try {
    return await replay.run()
  } finally {
    await replay.dispose()
  }
}

class Replay {
  readonly #recording: Recording
  readonly #options: ReplayEntriesOptions
  readonly #instances = new Map<InstanceId, ReplayedInstance>()
  readonly #unsettled: number[] = []
  #compared = 0

  constructor(recording: Recording, options: ReplayEntriesOptions) {
    this.#recording = recording
    this.#options = options
  }

  async run(): Promise<ReplayReport> {
    const { onProgress, signal } = this.#options
    const total = this.#recording.entries.length
    for (const read of readEntries(this.#recording)) {
      if (signal?.aborted === true) return this.#report('stopped')
      // One after the other: instances of the run may have stood in one queue.
      const divergence = await this.#ask(read)
      if (divergence !== null) return { ...this.#report('diverged'), divergence }
      onProgress?.({ done: read.index + 1, total })
    }
    return this.#report('same')
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#instances.values()].map((instance) => instance.dispose()))
  }

  #report(outcome: ReplayReport['outcome']): ReplayReport {
    return { outcome, compared: this.#compared, unsettled: this.#unsettled }
  }

  async #ask(read: ReadEntry): Promise<ReplayDivergence | null> {
    const { entry } = read
    const { instanceId } = entry
    if (entry.kind === 'dispose') {
      await this.#forget(instanceId)
      return null
    }
    if (entry.kind === 'load') await this.#open(entry)
    const instance = this.#instances.get(instanceId)
    // Of a package that is not run.
    if (instance === undefined) return null
    const error = 'error' in entry.answer ? entry.answer.error : null
    if (error !== null && isOfTheMachine(error)) {
      this.#unsettled.push(read.index)
      return null
    }
    this.#compared += 1
    if (entry.kind === 'load') return compareAnswers(read, entry, await instance.load())
    const { changeView } = this.#options
    const view = read.view === null || changeView === undefined ? read.view : changeView(read.view)
    return view === null ? null : compareAnswers(read, entry, await instance.call(entry, view))
  }

  async #open(entry: RecordedLoad): Promise<void> {
    await this.#forget(entry.instanceId)
    const { code = {}, includes, runtime } = this.#options
    if (includes?.(parseInstanceId(entry.instanceId)?.packageId ?? '') === false) return
    const instance = new ReplayedInstance({ runtime, entry, codes: this.#recording.codes, code })
    this.#instances.set(entry.instanceId, instance)
  }

  async #forget(instanceId: InstanceId): Promise<void> {
    const instance = this.#instances.get(instanceId)
    this.#instances.delete(instanceId)
    await instance?.dispose()
  }
}

/** Whether a call ended so because of the machine: by its clock, or with the process. Fuel is the same everywhere. */
function isOfTheMachine({ code, details }: RuntimeErrorShape): boolean {
  if (code === 'RUNTIME_CRASHED') return true
  return code === 'RUNTIME_TIMEOUT' && !(isPlainObject(details) && details['overrun'] === 'fuel')
}
