import type { Delta } from './delta/delta.ts'
import type { DispatchIntent } from './dispatchIntent.ts'
import type { InstanceId } from './identity.ts'
import type { JsonValue } from './json.ts'
import type { PluginLimits } from './pluginLimits.ts'
import type { GuestSeed, InvokeCall, LoadedPlugin, RejectedIntent } from './pluginRuntime.ts'
import type { RuntimeErrorShape } from './runtimeError.ts'
import type { UIEvent } from './ui/uiEvent.ts'
import type { UIIssue } from './ui/uiIssue.ts'

/** What a recording calls itself. */
export const RECORDING_FORMAT = 'plugboard-recording'

/** The version of the format that this release writes, and the newest that it reads. */
export const RECORDING_VERSION = 1

/** Largest recording unless somebody says otherwise, in UTF-16 code units of its JSON text. */
export const RECORDING_SIZE: number = 16 * 1024 * 1024

/**
 * A run of plugins as a file: what went into their VMs and what came out, in the order in which it was asked. It holds no
 * host, store or reducer, and needs none: any runtime answers the same calls again.
 *
 * It is data that somebody sent: `parseRecording` before anything else.
 */
export interface Recording {
  readonly format: typeof RECORDING_FORMAT
  readonly version: typeof RECORDING_VERSION
  /** Milliseconds since the epoch, by the clock of who recorded. */
  readonly startedAt: number
  /** Where it was recorded, as `Europe/Berlin`, for who reads it. Guests have the zone of their seeds. */
  readonly timeZone?: string
  /** False when it ended because it was full: what is in it can be replayed all the same. */
  readonly isComplete: boolean
  /** Whether words were taken out of it. What the plugins made of them is then not what they made of them in the run. */
  readonly isRedacted: boolean
  readonly codes: readonly RecordedCode[]
  readonly entries: readonly RecordingEntry[]
}

/** The code of a plugin, once for all its instances. */
export interface RecordedCode {
  /** `digestJson` of the code. */
  readonly digest: string
  /** Absent when it was recorded without code: whoever replays it brings the code. */
  readonly text?: string
}

/** One thing that crossed the runtime's boundary, and what came of it. */
export type RecordingEntry = RecordedLoad | RecordedEvent | RecordedInvoke | RecordedRender | RecordedDispose

export interface RecordedLoad {
  readonly kind: 'load'
  readonly instanceId: InstanceId
  /** Place in `codes`. */
  readonly code: number
  readonly seed: GuestSeed
  readonly apiVersion?: number
  readonly trusted?: boolean
  readonly limits?: Partial<PluginLimits>
  readonly answer: RecordedPlugin | RecordedFailure
}

/** What the definition said, without whose it is. */
export type RecordedPlugin = Omit<LoadedPlugin, 'packageId' | 'instanceId'>

/** What every call has. */
export interface RecordedCall {
  readonly instanceId: InstanceId
  /** The runtime brought the instance back before this call: it ran in a fresh VM, with the same seed. */
  readonly isRestarted?: true
  /** What makes the view out of the instance's last one, and out of `null` after a load; absent when it is the same. */
  readonly view?: Delta
}

export interface RecordedEvent extends RecordedCall {
  readonly kind: 'event'
  readonly widgetId: string
  readonly handler: string
  readonly event: UIEvent
  readonly answer: RecordedIntents | RecordedFailure
}

export interface RecordedInvoke extends RecordedCall, Pick<InvokeCall, 'surface' | 'name' | 'input'> {
  readonly kind: 'invoke'
  readonly answer: RecordedValue | RecordedFailure
}

/** Without whose intents they are, and where in the code they were made: a change of a comment moves that. */
export interface RecordedIntents {
  readonly intents: readonly DispatchIntent[]
  readonly rejected: readonly RejectedIntent[]
}

/** What a tool, a hook or a service answered, and what it dispatched. */
export interface RecordedValue extends RecordedIntents {
  readonly value: JsonValue
}

export interface RecordedRender extends RecordedCall {
  readonly kind: 'render'
  readonly widgetId: string
  readonly answer: RecordedTree | RecordedFailure
}

export interface RecordedTree {
  /** `digestJson` of the whole tree. */
  readonly digest: string
  /** What makes the tree out of the widget's last one, and out of `null` after a load; absent when it is the same, and in recordings of digests only. */
  readonly tree?: Delta
  /** Absent when there was none. */
  readonly issues?: readonly UIIssue[]
  /** What the render tried to dispatch; absent when there was nothing. */
  readonly rejected?: readonly RejectedIntent[]
}

export interface RecordedFailure {
  readonly error: RuntimeErrorShape
}

export interface RecordedDispose {
  readonly kind: 'dispose'
  readonly instanceId: InstanceId
}
