import type { DispatchReason } from './dispatchReason.ts'
import type { SourcePosition, StampedIntent } from './dispatchIntent.ts'
import type { InstanceId, RuntimeIdentity } from './identity.ts'
import type { JsonValue } from './json.ts'
import type { PluginLimits } from './pluginLimits.ts'
import type { LoadedSurfaces, PluginSurface } from './pluginSurface.ts'
import type { PluginView } from './pluginView.ts'
import type { RuntimeErrorShape } from './runtimeError.ts'
import type { UIEvent } from './ui/uiEvent.ts'
import type { UIIssue } from './ui/uiIssue.ts'
import type { UINode } from './ui/uiNode.ts'

/**
 * The one waist between hosts and sandboxes: load, call, dispose, health. An in-process QuickJS service, a worker
 * client, a fake and a runtime of your own all implement it, and all pass `describeRuntimeContract()`.
 */
export interface PluginRuntime {
  /**
   * Evaluates plugin code in a VM of its own.
   *
   * @throws PluginRuntimeError `DUPLICATE_INSTANCE`, `INVALID_PLUGIN`, `PLUGIN_THREW`, `UNSUPPORTED_API_VERSION`,
   *   `QUARANTINED`, `DISPOSED`, `PROTOCOL` or one of the fatal codes. A load that failed may be tried again.
   */
  load(request: LoadPluginRequest): Promise<LoadedPlugin>
  /**
   * Calls into one instance. Calls to one instance are serial and in order; instances run side by side.
   *
   * @throws PluginRuntimeError with the code of what went wrong, `PROTOCOL` when it is the call itself; after a fatal code
   *   the runtime brings the instance back in a fresh VM for its next call, and quarantines it when that happens three
   *   times in a minute with the same code.
   */
  call<C extends PluginCall>(instanceId: InstanceId, call: C): Promise<PluginCallResult<C>>
  /** Ends an instance and forgets it. Idempotent; pending calls reject with `DISPOSED`. */
  dispose(instanceId: InstanceId): Promise<void>
  health(): Promise<RuntimeHealth>
  on<E extends keyof RuntimeEvents>(event: E, listener: (detail: RuntimeEvents[E]) => void): Unsubscribe
  [Symbol.asyncDispose](): Promise<void>
}

export interface LoadPluginRequest extends RuntimeIdentity {
  readonly code: string
  /** Version-3 source map of `code`, so that errors and intents point at the author's own lines. */
  readonly sourceMap?: string
  /** Major version of the plugin API that the code was written for; 1 when absent. */
  readonly apiVersion?: number
  /** Whether the host trusts the package: it decides placement, never power. False when absent. */
  readonly trusted?: boolean
  readonly limits?: Partial<PluginLimits>
  /** Seeds the guest's clock, its time zone and Math.random; recorded, so that a run can be replayed. */
  readonly seed?: GuestSeed
  readonly host?: HostPort
}

export interface GuestSeed {
  /** 32-bit unsigned integer. */
  readonly random: number
  /** What `Date.now()` starts from, in milliseconds since the epoch. */
  readonly epochMs: number
  /** IANA name of the zone of the guest's local times, as `Europe/Berlin`. Default `UTC`, on every machine. */
  readonly timeZone?: string
}

/**
 * What the definition validator read from the plugin. Nothing here is trusted for more than display and lookup; id, title
 * and description are cleaned for display by `cleanDisplayText`.
 */
export interface LoadedPlugin extends RuntimeIdentity {
  readonly declaredId?: string
  readonly title: string
  readonly description?: string
  readonly initialState?: JsonValue
  readonly widgets: readonly string[]
  /** Handler names per widget, read at load; event references are checked against them. */
  readonly handlers: Readonly<Record<string, readonly string[]>>
  /** What it has beside widgets; absent when there is nothing. Calls are checked against it. */
  readonly surfaces?: LoadedSurfaces
}

export interface RenderCall {
  readonly kind: 'render'
  readonly widgetId: string
  readonly view: PluginView
}

export interface EventCall {
  readonly kind: 'event'
  readonly widgetId: string
  readonly handler: string
  readonly event: UIEvent
  readonly view: PluginView
}

/** Asks something of a tool, a hook or a service. It has the budgets of an event, and its turn among the events. */
export interface InvokeCall {
  readonly kind: 'invoke'
  readonly surface: PluginSurface
  /** One that the plugin declared when it was loaded. */
  readonly name: string
  /** At most `INVOKE_SIZE` characters of JSON text. */
  readonly input: JsonValue
  readonly view: PluginView
}

export type PluginCall = RenderCall | EventCall | InvokeCall

export type PluginCallResult<C extends PluginCall> = C extends { readonly kind: 'render' }
  ? RenderResult
  : C extends { readonly kind: 'invoke' }
    ? InvokeResult
    : EventResult

/** What one call cost. It depends on the calls before it: what did not change is not sent again. */
export interface CallUsage {
  /** Interrupt polls. */
  readonly fuel: number
  readonly wallMs: number
  /** Milliseconds until the VM lay in the memory that it shares in time with others; absent where it shares none. */
  readonly swapMs?: number
  /** Bytes that the VM takes after the call. */
  readonly memoryBytes: number
  /** Text that went into the VM, in UTF-16 code units: of a view only what has changed since the last call. */
  readonly bytesIn: number
  /** Text that came out of it, in UTF-16 code units. */
  readonly bytesOut: number
}

export interface RenderResult {
  /** Subtrees that did not change since the widget's last answer are the same objects (structural sharing). */
  readonly tree: UINode
  readonly issues: readonly UIIssue[]
  /** What the render tried to dispatch, refused with `dispatch-in-render`; absent when there was nothing. */
  readonly rejected?: readonly RejectedIntent[]
  readonly usage: CallUsage
}

/** A bad intent is rejected alone. If the handler throws, the call rejects and none of its intents are returned. */
export interface EventResult {
  readonly intents: readonly StampedIntent[]
  readonly rejected: readonly RejectedIntent[]
  readonly usage: CallUsage
}

/** What an invocation answered, and what it dispatched meanwhile. If it throws, or answers no value, nothing is returned. */
export interface InvokeResult extends EventResult {
  /** Of a tool: any JSON, null when it answered nothing. Of a hook: a `HookDecision`. Of a service: a `ServiceAnswer`. */
  readonly value: JsonValue
}

export interface RejectedIntent {
  /** Position in the list that the handler made. */
  readonly index: number
  readonly reason: DispatchReason
}

/** The only way out of a sandbox; lives on the host's side and checks grants there. */
export interface HostPort {
  call(
    api: string,
    args: readonly JsonValue[],
    context: RuntimeIdentity & { readonly signal: CancelSignal },
  ): Promise<JsonValue>
}

/** The environment's own `AbortSignal` where it has one; this package assumes neither the DOM nor Node.js. */
export type CancelSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : { readonly aborted: boolean; readonly reason: unknown }

export type Unsubscribe = () => void

export interface RuntimeEvents {
  /** A worker or VM was lost, with everything in it. `offender` ran when it happened. */
  readonly crash: {
    readonly instanceIds: readonly InstanceId[]
    readonly offender?: InstanceId
    readonly error: RuntimeErrorShape
  }
  /** An instance is back in a fresh VM. */
  readonly restart: { readonly instanceId: InstanceId; readonly attempt: number }
  /** An instance failed too often and is not brought back. `lastCall` is what it failed on. */
  readonly quarantine: { readonly instanceId: InstanceId; readonly lastCall: PluginCall | null }
  readonly log: LogLine
}

export interface LogLine extends RuntimeIdentity {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly args: readonly JsonValue[]
  readonly source?: SourcePosition
}

export interface RuntimeHealth {
  readonly groups: readonly RuntimeGroup[]
}

/** Instances that share a worker. */
export interface RuntimeGroup {
  readonly id: string
  readonly instanceIds: readonly InstanceId[]
  readonly alive: boolean
  readonly restarts: number
}
