import {
  DEFAULT_LIMITS,
  parsePluginCall,
  PluginRuntimeError,
  type GuestSeed,
  type InstanceId,
  type LoadedPlugin,
  type LoadPluginRequest,
  type PluginCall,
  type PluginCallResult,
  type PluginRuntime,
} from '@plugboard/contracts'

import { InstanceTrack } from './instanceTrack.ts'
import { Failed } from './recordedAnswer.ts'
import type { RecordingTape } from './recordingTape.ts'

export interface RecordedInstanceOptions {
  readonly runtime: PluginRuntime
  readonly request: LoadPluginRequest
  readonly createSeed: () => GuestSeed
  /** The tape of the moment; null while nothing is recorded. */
  readonly tape: () => RecordingTape | null
  readonly withTrees: boolean
}

/**
 * One instance between a recorder's caller and the runtime. While something is recorded, its calls go one at a time:
 * which of them ran in the VM that a restart brought can be told no other way. A runtime runs them one at a time anyhow.
 */
export class RecordedInstance {
  readonly #options: RecordedInstanceOptions
  readonly #instanceId: InstanceId
  readonly #inFlight = new Set<Promise<unknown>>()
  #tail: Promise<unknown> = Promise.resolve()
  #waiting = 0
  /** False once a fresh VM was asked for and did not start. */
  #hasVm = true
  #isDisposed = false
  #track: InstanceTrack | null = null

  constructor(options: RecordedInstanceOptions) {
    this.#options = options
    this.#instanceId = options.request.instanceId
  }

  load(): Promise<LoadedPlugin> {
    // What is recorded from now on waits for it: a VM that is not there yet cannot be replaced.
    return this.#follow(this.#load(this.#options.request.seed))
  }

  call<C extends PluginCall>(call: C): Promise<PluginCallResult<C>> {
    const { runtime, tape } = this.#options
    if (tape() !== null || this.#waiting > 0 || !this.#hasVm) return this.#enqueue(() => this.#perform(call))
    return this.#follow(runtime.call(this.#instanceId, call))
  }

  dispose(): Promise<void> {
    this.#isDisposed = true
    const track = this.#track
    if (track !== null && track.tape === this.#options.tape()) track.dispose()
    return this.#options.runtime.dispose(this.#instanceId)
  }

  /** The runtime brought it back: the call that runs, or the next one, has a fresh VM. */
  noticeRestart(): void {
    if (this.#track !== null) this.#track.isRestarted = true
  }

  #follow<T>(answer: Promise<T>): Promise<T> {
    this.#inFlight.add(answer)
    const forget = (): void => void this.#inFlight.delete(answer)
    answer.then(forget, forget)
    return answer
  }

  async #perform<C extends PluginCall>(value: C): Promise<PluginCallResult<C>> {
    // As the runtime would: what is written down was looked at.
    const call = parsePluginCall(value) as C
    const tape = this.#openTape()
    if (!this.#hasVm || (tape !== null && this.#track?.tape !== tape)) await this.#renew()
    if (this.#isDisposed) throw disposed()
    const answer = this.#options.runtime.call(this.#instanceId, call)
    if (tape === null || this.#track?.tape !== tape) return answer
    const place = tape.reserve()
    try {
      const result = await answer
      this.#write(tape, (track) => this.#note(track, place, call, result))
      return result
    } catch (thrown) {
      this.#write(tape, (track) => this.#note(track, place, call, new Failed(thrown)))
      throw thrown
    }
  }

  #note(track: InstanceTrack, place: number, call: PluginCall, end: PluginCallResult<PluginCall> | Failed): void {
    // The kind of the call decides the kind of its result; the compiler cannot follow that.
    switch (call.kind) {
      case 'event':
        return track.event(place, call, end as PluginCallResult<typeof call> | Failed)
      case 'invoke':
        return track.invoke(place, call, end as PluginCallResult<typeof call> | Failed)
      case 'render':
        return track.render(place, call, end as PluginCallResult<typeof call> | Failed)
    }
  }

  /** A VM that nothing has happened in, with a seed that is on the tape. State is the caller's: it comes with each call. */
  async #renew(): Promise<void> {
    const { createSeed, runtime } = this.#options
    await Promise.allSettled(this.#inFlight)
    if (this.#isDisposed) throw disposed()
    this.#hasVm = false
    await runtime.dispose(this.#instanceId)
    if (this.#isDisposed) throw disposed()
    await this.#load(createSeed())
    this.#hasVm = true
  }

  async #load(seed: GuestSeed | undefined): Promise<LoadedPlugin> {
    const { createSeed, request, runtime, withTrees } = this.#options
    const seeded = { ...request, seed: seed ?? createSeed() }
    const tape = this.#openTape()
    this.#track = tape === null ? null : new InstanceTrack(tape, this.#instanceId, withTrees)
    const place = tape?.reserve() ?? 0
    try {
      const plugin = await runtime.load(seeded)
      this.#write(tape, (track) => track.load(place, seeded, plugin))
      return plugin
    } catch (thrown) {
      this.#write(tape, (track) => track.load(place, seeded, new Failed(thrown)))
      throw thrown
    }
  }

  /** Nothing is written of an instance that is gone, nor on a tape that was taken out meanwhile. */
  #write(tape: RecordingTape | null, write: (track: InstanceTrack) => void): void {
    const track = this.#track
    if (tape === null || this.#isDisposed || track?.tape !== tape || tape !== this.#openTape()) return
    write(track)
  }

  #openTape(): RecordingTape | null {
    const tape = this.#options.tape()
    return tape === null || tape.isEnded ? null : tape
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const limit = this.#options.request.limits?.queuedEvents ?? DEFAULT_LIMITS.queuedEvents
    if (this.#waiting > limit) return Promise.reject(queueFull(limit))
    this.#waiting += 1
    const turn = this.#tail.then(async () => {
      try {
        if (this.#isDisposed) throw disposed()
        return await work()
      } finally {
        this.#waiting -= 1
      }
    })
    this.#tail = turn.catch(() => undefined)
    return turn
  }
}

function disposed(): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'DISPOSED',
    message: 'The plugin was unloaded before the call ended. Load it again.',
  })
}

function queueFull(limit: number): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'QUEUE_FULL',
    message: `${limit} calls wait for this plugin already. Wait until it has caught up.`,
  })
}
