import {
  parseLoadPluginRequest,
  PluginRuntimeError,
  RECORDING_SIZE,
  RecordingError,
  type GuestSeed,
  type InstanceId,
  type LoadedPlugin,
  type LoadPluginRequest,
  type PluginCall,
  type PluginCallResult,
  type PluginRuntime,
  type Recording,
  type RuntimeEvents,
  type RuntimeHealth,
  type Unsubscribe,
} from '@plugboard/contracts'

import { createRandomSeed } from '../randomSeed.ts'
import { RecordedInstance } from './recordedInstance.ts'
import { RecordingTape } from './recordingTape.ts'

export interface RecorderOptions {
  /** Whose calls are recorded. It stays yours: whoever made it disposes it, or the recorder's `runtime`. */
  readonly runtime: PluginRuntime
  /** Most UTF-16 code units of a recording's JSON text. Default 16 Mi. */
  readonly maxSize?: number
  /** Whether the code is in the recording. Default true: it then replays by itself. */
  readonly includeCode?: boolean
  /** Whether trees are in the recording, as changes, or their digests only: smaller, and a divergence shows one side. Default true. */
  readonly includeTrees?: boolean
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number
  /** Seeds the VMs whose requests carry no seed, and the fresh ones of a recording. */
  readonly createSeed?: () => GuestSeed
  /** Where this is, as `Europe/Berlin`. Default: what the environment says. */
  readonly timeZone?: string
}

/** `full`: it goes no further, and what there is can be had with `stop()`. */
export type RecorderStatus = 'idle' | 'recording' | 'full'

export interface Recorder {
  /** Give this one to the host. It behaves like the runtime below it, whether anything is recorded or not. */
  readonly runtime: PluginRuntime
  readonly status: RecorderStatus
  /** UTF-16 code units so far; 0 while nothing is recorded. */
  readonly size: number
  /**
   * Begins a recording. An instance that runs already is in it from its next call on, in a fresh VM: what it kept in
   * variables of its own is gone, as after a restart.
   *
   * @throws RecordingError `ALREADY_RECORDING`.
   */
  start(): void
  /** Ends the recording and returns it. @throws RecordingError `NOT_RECORDING`. */
  stop(): Recording
}

/**
 * Records what crosses a runtime's boundary: loads with their seeds, calls with their views, and what came of them. The
 * recording replays against any runtime, without the host, its store or its reducers.
 *
 * @example
 * const recorder = createRecorder({ runtime: createQuickJSRuntime() })
 * const host = createPluginHost({ runtime: recorder.runtime })
 * recorder.start()
 * // what goes wrong
 * const text = JSON.stringify(recorder.stop())
 */
export function createRecorder(options: RecorderOptions): Recorder {
  const {
    includeCode = true,
    includeTrees = true,
    maxSize = RECORDING_SIZE,
    now = Date.now,
    runtime,
    timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
  } = options
  const { createSeed = () => createRandomSeed(now()) } = options
  let tape: RecordingTape | null = null
  return {
    runtime: new RecordingRuntime({ runtime, createSeed, withTrees: includeTrees, tape: () => tape }),
    get status() {
      if (tape === null) return 'idle'
      return tape.isEnded ? 'full' : 'recording'
    },
    get size() {
      return tape?.size ?? 0
    },
    start() {
      if (tape !== null) {
        throw new RecordingError({
          code: 'ALREADY_RECORDING',
          message: 'This recorder records already. Stop it first, or make another one.',
        })
      }
      tape = new RecordingTape({ maxSize, includeCode, startedAt: now(), timeZone })
    },
    stop() {
      if (tape === null) {
        throw new RecordingError({ code: 'NOT_RECORDING', message: 'Nothing is recorded. Call start() first.' })
      }
      const recording = tape.finish()
      tape = null
      return recording
    },
  }
}

interface RecordingRuntimeOptions {
  readonly runtime: PluginRuntime
  readonly createSeed: () => GuestSeed
  readonly withTrees: boolean
  readonly tape: () => RecordingTape | null
}

class RecordingRuntime implements PluginRuntime {
  readonly #options: RecordingRuntimeOptions
  readonly #instances = new Map<InstanceId, RecordedInstance>()
  readonly #stop: Unsubscribe

  constructor(options: RecordingRuntimeOptions) {
    this.#options = options
    this.#stop = options.runtime.on('restart', ({ instanceId }) => this.#instances.get(instanceId)?.noticeRestart())
  }

  async load(value: LoadPluginRequest): Promise<LoadedPlugin> {
    const request = parseLoadPluginRequest(value)
    const { instanceId } = request
    if (this.#instances.has(instanceId)) {
      throw new PluginRuntimeError({
        code: 'DUPLICATE_INSTANCE',
        message: `"${instanceId}" is loaded already. Make a new id with createInstanceId().`,
      })
    }
    const instance = new RecordedInstance({ ...this.#options, request })
    this.#instances.set(instanceId, instance)
    try {
      return await instance.load()
    } catch (error) {
      // A dispose and another load may have come in between.
      if (this.#instances.get(instanceId) === instance) this.#instances.delete(instanceId)
      throw error
    }
  }

  call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>> {
    const instance = this.#instances.get(instanceId)
    return instance === undefined ? this.#options.runtime.call(instanceId, call) : instance.call(call)
  }

  dispose(instanceId: InstanceId): Promise<void> {
    const instance = this.#instances.get(instanceId)
    this.#instances.delete(instanceId)
    return instance === undefined ? this.#options.runtime.dispose(instanceId) : instance.dispose()
  }

  health(): Promise<RuntimeHealth> {
    return this.#options.runtime.health()
  }

  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): Unsubscribe {
    return this.#options.runtime.on(event, listener)
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#stop()
    this.#instances.clear()
    return this.#options.runtime[Symbol.asyncDispose]()
  }
}
