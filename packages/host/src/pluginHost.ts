import type {
  CapabilityGrants,
  DispatchOutcome,
  DispatchReason,
  InstanceId,
  PackageId,
  PackageManifest,
  PluginLimits,
  PluginSource,
  RuntimeState,
  Unsubscribe,
} from '@plugboard/contracts'
import type { Middleware, Reducer } from '@reduxjs/toolkit'

import type { PluginHostEvents } from './hostEvents.ts'
import type { PluginHostSelectors } from './pluginHostSelectors.ts'

/** What to load. A `packageId` alone loads a package of the host's own list. */
export interface LoadInstanceRequest {
  readonly packageId: PackageId
  /** Code to run instead of the listed one. Without a `manifest` it is not trusted and gets no grants. */
  readonly code?: string
  /** Version-3 source map of `code`. */
  readonly sourceMap?: string
  /** The host's word for `code`: what it is called and what it may ask for. */
  readonly manifest?: PackageManifest
  /** Over the host's own limits. */
  readonly limits?: Partial<PluginLimits>
  /** Granted from the start by the person at the screen, instead of what the policy would compute. */
  readonly initialGrants?: CapabilityGrants
}

/** Code to run in place of an instance's present code. */
export interface ReloadInstanceRequest {
  readonly code: string
  /** Version-3 source map of `code`. */
  readonly sourceMap?: string
  /** The host's word for the new code: it decides placement. The grants stay as they are with or without it. */
  readonly manifest?: PackageManifest
}

/** What became of an intent that was sent again. */
export interface ReplayResult {
  readonly outcome: DispatchOutcome
  readonly reason?: DispatchReason
}

/**
 * Runs plugins inside an application with a Redux store: load ▸ grant ▸ render ▸ event ▸ dispose.
 *
 * Give `reducer` (under `reducerPath`) and `middleware` to the store, and the host itself to a renderer as its source.
 */
export interface PluginHost<Path extends string = 'plugins'> extends PluginSource, AsyncDisposable {
  readonly reducerPath: Path
  readonly reducer: Reducer<RuntimeState>
  /** Connects the host to the store it is given to. Never blocks and never throws into a dispatch. */
  readonly middleware: Middleware
  /** Selectors over the application's root state. */
  readonly selectors: PluginHostSelectors<Path>
  /**
   * Starts a new instance. Loading a package again makes a second instance; the first one stays.
   *
   * @throws PluginHostError `PROTOCOL` when the request is none, `HOST_NOT_CONNECTED`, `TOO_MANY_INSTANCES`,
   *   `UNKNOWN_PACKAGE`, `INVALID_MANIFEST`, `DISPOSED`, or the runtime's code when the code did not load; the instance then stays with status `error` until `unload`.
   */
  load(request: LoadInstanceRequest): Promise<InstanceId>
  /** Ends an instance: shared domains forget it, waiting events are dropped and traced. */
  unload(instanceId: InstanceId): Promise<void>
  /**
   * The same instance in a fresh VM; its state and its waiting events are kept, and an event that was not answered yet is
   * handled again, first.
   */
  restart(instanceId: InstanceId): Promise<void>
  /** The same instance with other code; its state and grants are kept. */
  reload(instanceId: InstanceId, request: ReloadInstanceRequest): Promise<void>
  /** Pauses or resumes: a paused instance keeps its last picture, and its events are refused. */
  setEnabled(instanceId: InstanceId, enabled: boolean): void
  /** Replaces the grants in the name of the person at the screen; they count from the next event and render on. */
  setGrants(instanceId: InstanceId, grants: CapabilityGrants): void
  /**
   * Sends the intent of a dispatch record again, under the present grants, with that record as its cause.
   *
   * @throws PluginHostError `UNKNOWN_RECORD` when the record has left the trace or is no dispatch, `UNKNOWN_INSTANCE`.
   */
  replayIntent(seq: number): ReplayResult
  on<E extends keyof PluginHostEvents>(event: E, listener: (detail: PluginHostEvents[E]) => void): Unsubscribe
  /** Unloads every instance and stops listening. The runtime belongs to who created it. Idempotent. */
  dispose(): Promise<void>
}
