import {
  diffJson,
  digestJson,
  type Delta,
  type EventCall,
  type EventResult,
  type GuestSeed,
  type InstanceId,
  type InvokeCall,
  type InvokeResult,
  type JsonValue,
  type LoadedPlugin,
  type LoadPluginRequest,
  type PluginCall,
  type PluginView,
  type RecordedCall,
  type RecordedEvent,
  type RecordedInvoke,
  type RecordedLoad,
  type RecordedRender,
  type RecordedTree,
  type RenderCall,
  type RenderResult,
} from '@plugboard/contracts'

import { Failed, failureOf, finiteLimits, intentsOf, pluginOf, valueOf } from './recordedAnswer.ts'
import type { RecordingTape, TapePlace } from './recordingTape.ts'

/** A request that says what its VM's chance is made from. */
export type SeededRequest = LoadPluginRequest & { readonly seed: GuestSeed }

/**
 * What one instance leaves on one tape, from a load on: what its calls are told by, the last view and the last trees, is
 * kept here.
 */
export class InstanceTrack {
  readonly tape: RecordingTape
  readonly #instanceId: InstanceId
  readonly #withTrees: boolean
  #view: JsonValue = null
  readonly #trees = new Map<string, JsonValue>()
  #isLoaded = false
  /** The runtime brought it back, and no call has said so yet. */
  isRestarted = false

  constructor(tape: RecordingTape, instanceId: InstanceId, withTrees: boolean) {
    this.tape = tape
    this.#instanceId = instanceId
    this.#withTrees = withTrees
  }

  /** Notes how a load ended. */
  load(place: TapePlace, request: SeededRequest, end: LoadedPlugin | Failed): void {
    const answer = end instanceof Failed ? failureOf(end) : pluginOf(end)
    if (answer === null) return
    const { apiVersion, code, limits, seed, trusted } = request
    const entry: RecordedLoad = {
      kind: 'load',
      instanceId: this.#instanceId,
      code: this.tape.addCode(code),
      seed,
      ...(apiVersion === undefined ? {} : { apiVersion }),
      ...(trusted === undefined ? {} : { trusted }),
      ...(limits === undefined ? {} : { limits: finiteLimits(limits) }),
      answer,
    }
    this.tape.write(place, entry)
    this.#isLoaded = !('error' in answer)
  }

  render(place: TapePlace, call: RenderCall, end: RenderResult | Failed): void {
    const answer = end instanceof Failed ? failureOf(end) : this.#treeOf(call.widgetId, end)
    if (answer === null) return
    const entry: RecordedRender = {
      kind: 'render',
      instanceId: this.#instanceId,
      widgetId: call.widgetId,
      ...this.#changesOf(call),
      answer,
    }
    this.tape.write(place, entry)
  }

  event(place: TapePlace, call: EventCall, end: EventResult | Failed): void {
    const answer = end instanceof Failed ? failureOf(end) : intentsOf(end)
    if (answer === null) return
    const { event, handler, widgetId } = call
    const entry: RecordedEvent = {
      kind: 'event',
      instanceId: this.#instanceId,
      widgetId,
      ...this.#changesOf(call),
      handler,
      event,
      answer,
    }
    this.tape.write(place, entry)
  }

  invoke(place: TapePlace, call: InvokeCall, end: InvokeResult | Failed): void {
    const answer = end instanceof Failed ? failureOf(end) : valueOf(end)
    if (answer === null) return
    const { input, name, surface } = call
    const entry: RecordedInvoke = {
      kind: 'invoke',
      instanceId: this.#instanceId,
      ...this.#changesOf(call),
      surface,
      name,
      input,
      answer,
    }
    this.tape.write(place, entry)
  }

  /** Notes its end, if its beginning is there. */
  dispose(): void {
    if (!this.#isLoaded) return
    this.tape.write(this.tape.reserve(), { kind: 'dispose', instanceId: this.#instanceId })
  }

  #changesOf(call: PluginCall): Omit<RecordedCall, 'instanceId'> {
    const view = this.#changeOf(call.view)
    const { isRestarted } = this
    this.isRestarted = false
    return {
      ...(isRestarted ? { isRestarted } : {}),
      ...(view === undefined ? {} : { view }),
    }
  }

  #changeOf(view: PluginView): Delta | undefined {
    const next = view as unknown as JsonValue // A view is JSON; its interface has no index signature.
    const change = diffJson(this.#view, next)
    this.#view = next
    return change
  }

  #treeOf(widgetId: string, { issues, rejected, tree }: RenderResult): RecordedTree {
    const change = this.#withTrees ? this.#treeChange(widgetId, tree as unknown as JsonValue) : undefined // as above
    return {
      digest: digestJson(tree),
      ...(change === undefined ? {} : { tree: change }),
      ...(issues.length === 0 ? {} : { issues }),
      ...(rejected === undefined || rejected.length === 0 ? {} : { rejected }),
    }
  }

  #treeChange(widgetId: string, tree: JsonValue): Delta | undefined {
    const change = diffJson(this.#trees.get(widgetId) ?? null, tree)
    this.#trees.set(widgetId, tree)
    return change
  }
}
