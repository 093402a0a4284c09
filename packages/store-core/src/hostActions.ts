import {
  isPlainObject,
  type CapabilityGrants,
  type CapabilityRequest,
  type DispatchIntent,
  type DispatchReason,
  type DomainName,
  type InstanceId,
  type InstanceStatus,
  type JsonValue,
  type LoadedPlugin,
  type RuntimeErrorShape,
  type RuntimeIdentity,
  type SourcePosition,
  type TraceKind,
  type TraceRecord,
} from '@plugboard/contracts'
import { createAction } from '@reduxjs/toolkit'

/** When something happened to an instance, and because of which trace record; null for what a person or the host began. */
export interface HostActionMeta {
  readonly causeSeq: number | null
  readonly timestamp: number
}

/** One kind of host action. */
export type HostActionOf<P, T extends string> = {
  readonly type: T
  readonly payload: P
  readonly meta: HostActionMeta
}

/** Makes one kind of host action, and knows it again. */
export interface HostActionCreator<P, T extends string> {
  (payload: P, meta: HostActionMeta): HostActionOf<P, T>
  readonly type: T
  readonly match: (action: { readonly type: string }) => action is HostActionOf<P, T>
}

export interface InstanceLoading {
  readonly identity: RuntimeIdentity
  readonly grants: CapabilityGrants
  /** What the trusted manifest asked for; absent when there is none. */
  readonly requested?: CapabilityRequest
  /** Shown until the plugin has said its own; the package id when absent. */
  readonly title?: string
  readonly description?: string
  readonly codeDigest?: string
  /** A saved instance comes back with this state: it is there before the code is, and stays when the code fails. */
  readonly state?: JsonValue
  /** Version of the shape of `state`. */
  readonly stateVersion?: number
  /** What the plugin called itself when it was saved. */
  readonly declaredId?: string
  /** Absent: it runs. */
  readonly enabled?: boolean
  /** Number of the last event that was delivered to it. */
  readonly lastDelivered?: number
}

export interface InstanceRegistered {
  readonly plugin: LoadedPlugin
  /** Version of the shape of the state that the code understands; absent where its package counts none. */
  readonly stateVersion?: number
  /** State to start from instead of the plugin's own `initialState`: a saved one. */
  readonly state?: JsonValue
}

export interface InstanceFailed {
  readonly instanceId: InstanceId
  readonly error: RuntimeErrorShape
}

export interface InstanceStatusChanged {
  readonly instanceId: InstanceId
  readonly status: InstanceStatus
  /** Absent: the error stays as it is. Null: it is cleared. */
  readonly error?: RuntimeErrorShape | null
}

export interface InstanceRestarted {
  readonly instanceId: InstanceId
  readonly attempt: number
  /** Of the code that it starts with, when that is not what ran before. */
  readonly codeDigest?: string
}

export interface InstanceRemoved {
  readonly instanceId: InstanceId
}

export interface InstanceEnabledChanged {
  readonly instanceId: InstanceId
  readonly enabled: boolean
}

export interface GrantsChanged {
  readonly instanceId: InstanceId
  readonly grants: CapabilityGrants
  readonly by: 'policy' | 'user'
}

export interface DomainsRestored {
  /** Whole states by domain; what is not named stays, and what the store does not know is left out. */
  readonly domains: Readonly<Record<DomainName, JsonValue>>
}

export interface IntentDenied {
  readonly identity: RuntimeIdentity
  readonly dispatchId: string
  /** Null when what came was no intent at all. */
  readonly intent: DispatchIntent | null
  readonly reason: DispatchReason
  readonly source?: SourcePosition
}

/** Whose changes are to be taken back, and from where on. What that comes to, the store works out itself. */
export interface ChangesUndone {
  readonly instanceId: InstanceId
  readonly sinceSeq: number
  /** Whether to go on when records since then have left the trace; nothing is changed otherwise. */
  readonly allowPartial?: boolean
}

export interface UndoTakenBack {
  /** Number of the record of the undo, or of the rewind. */
  readonly undoSeq: number
}

/** What to go back to. What that comes to, the store works out itself. */
export interface StateRewound {
  /** Number of the newest record that stays in effect; 0 for what was there before the first. */
  readonly toSeq: number
}

/** Kinds of records that say what became of the state: only the store knows, so nobody else can have them recorded. */
export const STORE_KINDS: readonly TraceKind[] = ['dispatch', 'undo', 'redo', 'rewind', 'state']

/** A trace record before the store numbers it. What became of the state is recorded by the store alone. */
export type TraceEntry =
  Exclude<TraceRecord, { kind: 'dispatch' | 'undo' | 'redo' | 'rewind' | 'state' }> extends infer R
    ? R extends unknown
      ? Omit<R, 'seq' | 'causeSeq' | 'at' | 'inverse'>
      : never
    : never

/** An instance was named and is being started; its grants are set. */
export const instanceLoading: HostActionCreator<InstanceLoading, 'plugins/instanceLoading'> =
  hostAction('plugins/instanceLoading')
/** The runtime has the plugin. A state that the instance already has is kept: a restart loses nothing. */
export const instanceRegistered: HostActionCreator<InstanceRegistered, 'plugins/instanceRegistered'> =
  hostAction('plugins/instanceRegistered')
/** The load failed. The instance stays, in `error`, so that it can be shown and removed. */
export const instanceFailed: HostActionCreator<InstanceFailed, 'plugins/instanceFailed'> =
  hostAction('plugins/instanceFailed')
export const instanceStatusChanged: HostActionCreator<InstanceStatusChanged, 'plugins/instanceStatusChanged'> =
  hostAction('plugins/instanceStatusChanged')
/** The instance is coming back in a fresh VM; its state and grants stay. */
export const instanceRestarted: HostActionCreator<InstanceRestarted, 'plugins/instanceRestarted'> =
  hostAction('plugins/instanceRestarted')
/** The instance is gone: its state, its grants, and what shared domains remember of it. */
export const instanceRemoved: HostActionCreator<InstanceRemoved, 'plugins/instanceRemoved'> =
  hostAction('plugins/instanceRemoved')
export const instanceEnabledChanged: HostActionCreator<InstanceEnabledChanged, 'plugins/instanceEnabledChanged'> =
  hostAction('plugins/instanceEnabledChanged')
/** Grants were given or taken. `'*'` comes in by policy only. */
export const grantsChanged: HostActionCreator<GrantsChanged, 'plugins/grantsChanged'> =
  hostAction('plugins/grantsChanged')
/** Shared domains have states that were saved. What was written to them before cannot be taken back any more. */
export const domainsRestored: HostActionCreator<DomainsRestored, 'plugins/domainsRestored'> =
  hostAction('plugins/domainsRestored')
/** An intent was refused before it reached a reducer. */
export const intentDenied: HostActionCreator<IntentDenied, 'plugins/intentDenied'> = hostAction('plugins/intentDenied')
/** What one instance did since a point is taken back, but for what was overwritten since. */
export const changesUndone: HostActionCreator<ChangesUndone, 'plugins/changesUndone'> =
  hostAction('plugins/changesUndone')
/** An undo or a rewind is taken back, unless what it changed was written again. */
export const undoTakenBack: HostActionCreator<UndoTakenBack, 'plugins/undoTakenBack'> =
  hostAction('plugins/undoTakenBack')
/** The state of plugins goes back to an earlier record, if the trace still knows what it was. */
export const stateRewound: HostActionCreator<StateRewound, 'plugins/stateRewound'> = hostAction('plugins/stateRewound')
/** Something worth recording happened outside the store: an event, a render, an error. */
export const traceRecorded: HostActionCreator<TraceEntry, 'plugins/traceRecorded'> = hostAction('plugins/traceRecorded')

/** Everything that the host tells the store, tagged by `type`. */
export type HostAction =
  | HostActionOf<InstanceLoading, 'plugins/instanceLoading'>
  | HostActionOf<InstanceRegistered, 'plugins/instanceRegistered'>
  | HostActionOf<InstanceFailed, 'plugins/instanceFailed'>
  | HostActionOf<InstanceStatusChanged, 'plugins/instanceStatusChanged'>
  | HostActionOf<InstanceRestarted, 'plugins/instanceRestarted'>
  | HostActionOf<InstanceRemoved, 'plugins/instanceRemoved'>
  | HostActionOf<InstanceEnabledChanged, 'plugins/instanceEnabledChanged'>
  | HostActionOf<GrantsChanged, 'plugins/grantsChanged'>
  | HostActionOf<DomainsRestored, 'plugins/domainsRestored'>
  | HostActionOf<IntentDenied, 'plugins/intentDenied'>
  | HostActionOf<ChangesUndone, 'plugins/changesUndone'>
  | HostActionOf<UndoTakenBack, 'plugins/undoTakenBack'>
  | HostActionOf<StateRewound, 'plugins/stateRewound'>
  | HostActionOf<TraceEntry, 'plugins/traceRecorded'>

const HOST_ACTION_TYPES: Readonly<Record<HostAction['type'], true>> = {
  'plugins/instanceLoading': true,
  'plugins/instanceRegistered': true,
  'plugins/instanceFailed': true,
  'plugins/instanceStatusChanged': true,
  'plugins/instanceRestarted': true,
  'plugins/instanceRemoved': true,
  'plugins/instanceEnabledChanged': true,
  'plugins/grantsChanged': true,
  'plugins/domainsRestored': true,
  'plugins/intentDenied': true,
  'plugins/changesUndone': true,
  'plugins/undoTakenBack': true,
  'plugins/stateRewound': true,
  'plugins/traceRecorded': true,
}

/** Whether the host has actions of this type; an application may have others that begin alike. */
export function isHostActionType(type: string): type is HostAction['type'] {
  return Object.hasOwn(HOST_ACTION_TYPES, type)
}

/** Whether an action is one of the host's, with a time and a cause; the reducer leaves others alone. */
export function isHostAction(action: unknown): action is HostAction {
  if (!isPlainObject(action) || typeof action['type'] !== 'string' || !isHostActionType(action['type'])) return false
  if (!isPlainObject(action['payload']) || !isPlainObject(action['meta'])) return false
  const { causeSeq, timestamp } = action['meta']
  return Number.isFinite(timestamp) && (causeSeq === null || (Number.isSafeInteger(causeSeq) && Number(causeSeq) >= 0))
}

function hostAction<P, T extends string>(type: T): HostActionCreator<P, T> {
  return createAction(type, (payload: P, meta: HostActionMeta) => ({ payload, meta }))
}
