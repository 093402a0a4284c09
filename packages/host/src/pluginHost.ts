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
  UIEvent,
  Unsubscribe,
} from '@plugboard/contracts'
import type { RewindPlan, UndoPlan } from '@plugboard/store-core'
import type { Middleware, Reducer } from '@reduxjs/toolkit'

import type { CarriedState } from './carryState.ts'
import type { DeliveryResult } from './deliveryBook.ts'
import type { DomainDescription, InstanceDescription } from './hostDescription.ts'
import type { PluginHostEvents } from './hostEvents.ts'
import type { RedoResult, UndoOptions, UndoResult } from './hostUndo.ts'
import type { RewindResult } from './past/hostRewind.ts'
import type { PluginHostSelectors } from './pluginHostSelectors.ts'
import type { InvokeOutcome, InvokeRequest } from './invocation.ts'
import type { MigrateState } from './pluginPackage.ts'
import type { SavedInstance } from './workspace/savedInstance.ts'

/** What to load. A `packageId` alone loads a package of the host's own list. */
export interface LoadInstanceRequest {
  readonly packageId: PackageId
  /** Code to run instead of the listed one. Without a `manifest` it is not trusted and gets no grants. */
  readonly code?: string
  /** Version-3 source map of `code`. */
  readonly sourceMap?: string
  /** The host's word for `code`: what it is called and what it may ask for. */
  readonly manifest?: PackageManifest
  /**
   * False: `manifest` is the word of whoever wrote it, as that of a package from elsewhere. It names the code and says what it
   * asks for, and gives nothing: no place among trusted code, and no grant by the policy. Default true.
   */
  readonly trusted?: boolean
  /** Over the host's own limits. */
  readonly limits?: Partial<PluginLimits>
  /**
   * Granted from the start by the person at the screen, instead of what the policy would compute. `'*'` stays in them only
   * for a package that an operator policy names, and only where its code is listed or comes with a `manifest`.
   */
  readonly initialGrants?: CapabilityGrants
}

/** Code to run in place of an instance's present code. */
export interface ReloadInstanceRequest {
  readonly code: string
  /** Version-3 source map of `code`. */
  readonly sourceMap?: string
  /**
   * The host's word for the new code: it decides placement, and its `stateVersion` whether the state fits. The grants stay
   * as they are with or without it.
   */
  readonly manifest?: PackageManifest
  /** False: `manifest` is the word of whoever wrote it, as in {@link LoadInstanceRequest.trusted}. Default true. */
  readonly trusted?: boolean
  /** `reset` starts with the new code's initial state. Default `keep`. */
  readonly state?: 'keep' | 'reset'
  /**
   * Carries a state of an older `stateVersion` over. When absent, that of the listed package, where the new code has the
   * `stateVersion` of its manifest.
   */
  readonly migrate?: MigrateState
}

/** What a reload did. */
export interface ReloadResult {
  /**
   * Of the instance's state: `kept` as it was; `migrated` from another `stateVersion`; `reset` to the new code's initial
   * state, because the request said so, or because the versions differ and there is no `migrate`.
   */
  readonly state: CarriedState
}

/** An event of a source that counts its events, so that each is handled exactly once. */
export interface DeliveryRequest {
  /** From 1, without gaps, for each instance. */
  readonly number: number
  readonly widgetId: string
  readonly handler: string
  readonly event: UIEvent
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
  /** Every domain that an instance can be granted: the shared ones as they were registered, then the derived ones. */
  readonly domains: readonly DomainDescription[]
  /** Names of the system commands that an instance can be granted. */
  readonly commands: readonly string[]
  /** What an instance runs now, and under which limits; undefined when it is not there. */
  describe(instanceId: InstanceId): InstanceDescription | undefined
  /**
   * Starts a new instance. Loading a package again makes a second instance; the first one stays.
   *
   * @throws PluginHostError `PROTOCOL` when the request is none, `HOST_NOT_CONNECTED`, `TOO_MANY_INSTANCES`,
   *   `UNKNOWN_PACKAGE`, `INVALID_MANIFEST`, `DISPOSED`, or the runtime's code when the code did not load; the instance then stays with status `error` until `unload`.
   */
  load(request: LoadInstanceRequest): Promise<InstanceId>
  /**
   * Has an instance again under its id, with the state, grants and pause that it was saved with; it starts like any other.
   * Grants that are not legal names are dropped. Own code is not trusted, whatever manifest was saved with it, so `'*'` is for
   * listed packages of operators; and no limit comes back above the host's own. `openWorkspace` does this for you.
   *
   * @throws PluginHostError `PROTOCOL` or `INVALID_MANIFEST` when it is no saved instance, `DUPLICATE_INSTANCE`,
   *   `TOO_MANY_INSTANCES`, `HOST_NOT_CONNECTED`, `DISPOSED`, or the runtime's code when the code did not load; the instance
   *   then stays with status `error` and its state. So it does, with `INVALID_PLUGIN`, when its package is not listed any
   *   more or does not understand the state.
   */
  restore(saved: SavedInstance): Promise<InstanceId>
  /** Ends an instance: shared domains forget it, waiting events are dropped and traced. */
  unload(instanceId: InstanceId): Promise<void>
  /**
   * The same instance in a fresh VM; its state and its waiting events are kept, and an event that was not answered yet is
   * handled again, first.
   */
  restart(instanceId: InstanceId): Promise<void>
  /**
   * The same instance with other code. Its grants are kept, and so is its state where its version allows.
   *
   * The new code is loaded and draws every leased widget once before anything of it is shown. Until then views keep their
   * last picture and events wait; whichever code stays handles them. If it fails, the old code is back, with the state
   * as it was.
   *
   * @throws PluginHostError `PROTOCOL`, `INVALID_MANIFEST`, `UNKNOWN_INSTANCE`, `MIGRATION_FAILED`, or the runtime's code
   *   when the new code did not load or draw; the message says what runs now.
   *
   * @example
   * const { state } = await host.reload(instanceId, { code, manifest, migrate })
   * if (state === 'reset') tell('The new version starts afresh.')
   */
  reload(instanceId: InstanceId, request: ReloadInstanceRequest): Promise<ReloadResult>
  /**
   * Hands an instance an event that its source numbers, exactly once: across crashes, restarts, reloads and, where the
   * state is saved, a new process. Numbers count from 1 without gaps; the last one handled is in the instance's record, set
   * in one turn with all that the event changed.
   *
   * A source sends again what it has no answer for. What was handled is `duplicate` and nothing happens; what was not
   * handled is `refused`, with the number that is `expected`. An event whose handler throws, or is stopped for what it
   * took, counts as handled, with its `error`, and nothing of it is applied.
   *
   * @throws PluginHostError `PROTOCOL`, `UNKNOWN_INSTANCE`.
   *
   * @example
   * const result = await host.deliver(instanceId, { number: 17, widgetId: 'main', handler: 'received', event })
   * if (result.outcome === 'refused') sendFrom(result.expected)
   */
  deliver(instanceId: InstanceId, delivery: DeliveryRequest): Promise<DeliveryResult>
  /**
   * Asks something of a tool, a hook or a service of an instance: after all that came before it, with the state that this left.
   * What it dispatches goes the way of all intents, with the invocation as its cause; what it answers comes back as data.
   *
   * Who may ask whom is the caller's business: the host checks what the plugin asks for, not what is asked of it.
   *
   * @throws PluginHostError `PROTOCOL`, `UNKNOWN_INSTANCE`.
   *
   * @example
   * const result = await host.invoke(instanceId, { surface: 'tool', name: 'add', input: { a: 1, b: 2 } })
   * if (result.outcome === 'answered') show(result.value)
   */
  invoke(instanceId: InstanceId, request: InvokeRequest): Promise<InvokeOutcome>
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
  /**
   * What taking back all that an instance did since a record would come to; nothing is changed. The instance may be gone:
   * what it wrote to shared domains can still be taken back.
   *
   * @throws PluginHostError `UNKNOWN_INSTANCE` when neither the host nor the trace knows it, `PROTOCOL` when `sinceSeq` is no
   *   number of a record, `HOST_NOT_CONNECTED`.
   */
  previewUndo(instanceId: InstanceId, sinceSeq: number): UndoPlan
  /**
   * Takes back what an instance did since a record (0: since ever), by inverse patches: its own state and shared state. What
   * something later wrote over stays as it is, and is in `conflicts`. Widgets that show any of it are drawn again.
   *
   * @throws PluginHostError as {@link PluginHost.previewUndo}; `UNDO_INCOMPLETE` when records since then have left the trace and
   *   `allowPartial` is not set; nothing is changed then.
   */
  undo(instanceId: InstanceId, sinceSeq: number, options?: UndoOptions): UndoResult
  /**
   * Takes an undo, or a `continueFrom`, back by the number of its record: all of it, or nothing where something has been
   * written since.
   *
   * @throws PluginHostError `UNKNOWN_RECORD` when that is neither, has left the trace, or was taken back before.
   */
  redo(undoSeq: number): RedoResult
  /** What going on from right after a record would come to; nothing is changed. @throws PluginHostError `HOST_NOT_CONNECTED`. */
  previewContinue(seq: number): RewindPlan
  /**
   * Goes on from right after a record: the own state of all instances and all shared domains are what they were then, in one
   * step that `redo` takes back. What persons decided stays as it is now: which instances there are, their grants, their
   * pauses. An instance that was loaded since starts again from its first state, shared domains forget who is gone by now, and
   * events that wait are dropped and traced. See {@link RewindPlan} for who is concerned how.
   *
   * @throws PluginHostError `UNKNOWN_RECORD` when there is no such record, `PAST_INCOMPLETE` when the trace no longer says what
   *   was there; nothing is changed then. `HOST_NOT_CONNECTED`.
   *
   * @example
   * const { seq } = host.continueFrom(52)
   * if (seq !== null) offerUndo(() => host.redo(seq))
   */
  continueFrom(seq: number): RewindResult
  on<E extends keyof PluginHostEvents>(event: E, listener: (detail: PluginHostEvents[E]) => void): Unsubscribe
  /** Unloads every instance and stops listening. The runtime belongs to who created it. Idempotent. */
  dispose(): Promise<void>
}
