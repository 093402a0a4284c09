import type { PluginIntent, SharedIntent, SystemIntent } from '@plugboard/contracts'

import {
  domainsRestored,
  changesUndone,
  grantsChanged,
  instanceEnabledChanged,
  instanceFailed,
  instanceLoading,
  instanceRegistered,
  instanceRemoved,
  instanceRestarted,
  instanceStatusChanged,
  intentDenied,
  stateRewound,
  traceRecorded,
  type DomainsRestored,
  undoTakenBack,
  type ChangesUndone,
  type GrantsChanged,
  type HostActionCreator,
  type InstanceEnabledChanged,
  type InstanceFailed,
  type InstanceLoading,
  type InstanceRegistered,
  type InstanceRemoved,
  type InstanceRestarted,
  type InstanceStatusChanged,
  type IntentDenied,
  type StateRewound,
  type TraceEntry,
  type UndoTakenBack,
} from './hostActions.ts'
import {
  pluginActionDispatched,
  sharedActionDispatched,
  systemCommandDispatched,
  type DispatchStamp,
  type PluginAction,
  type Stamped,
} from './pluginActionEnvelope.ts'

/** Every action that the slice answers to, as its creators. Time and ids are arguments of each of them. */
export interface PluginActions {
  /** An instance was named and is being started; its grants are set. */
  readonly instanceLoading: HostActionCreator<InstanceLoading, 'plugins/instanceLoading'>
  /** The runtime has the plugin. A state that the instance already has is kept: a restart loses nothing. */
  readonly instanceRegistered: HostActionCreator<InstanceRegistered, 'plugins/instanceRegistered'>
  /** The load failed. The instance stays, in `error`, so that it can be shown and removed. */
  readonly instanceFailed: HostActionCreator<InstanceFailed, 'plugins/instanceFailed'>
  readonly instanceStatusChanged: HostActionCreator<InstanceStatusChanged, 'plugins/instanceStatusChanged'>
  /** The instance is coming back in a fresh VM; its state and grants stay. */
  readonly instanceRestarted: HostActionCreator<InstanceRestarted, 'plugins/instanceRestarted'>
  /** The instance is gone: its state, its grants, and what shared domains remember of it. */
  readonly instanceRemoved: HostActionCreator<InstanceRemoved, 'plugins/instanceRemoved'>
  readonly instanceEnabledChanged: HostActionCreator<InstanceEnabledChanged, 'plugins/instanceEnabledChanged'>
  /** Grants were given or taken. `'*'` comes in by policy only. */
  readonly grantsChanged: HostActionCreator<GrantsChanged, 'plugins/grantsChanged'>
  /** Shared domains have states that were saved. What was written to them before cannot be taken back any more. */
  readonly domainsRestored: HostActionCreator<DomainsRestored, 'plugins/domainsRestored'>
  /** An instance acted on its own state. Type: `plugin.local/<action type>`. */
  readonly pluginActionDispatched: (intent: Stamped<PluginIntent>, stamp: DispatchStamp) => PluginAction
  /** An instance acted on a shared domain. Type: `plugin.shared.<domain>/<action type>`. */
  readonly sharedActionDispatched: (intent: Stamped<SharedIntent>, stamp: DispatchStamp) => PluginAction
  /** An instance asked for a system command. Type: `plugin.system/<command>`. */
  readonly systemCommandDispatched: (intent: Stamped<SystemIntent>, stamp: DispatchStamp) => PluginAction
  /** An intent was refused before it reached a reducer. */
  readonly intentDenied: HostActionCreator<IntentDenied, 'plugins/intentDenied'>
  /** What one instance did since a point is taken back, but for what was overwritten since. */
  readonly changesUndone: HostActionCreator<ChangesUndone, 'plugins/changesUndone'>
  /** An undo or a rewind is taken back, unless what it changed was written again. */
  readonly undoTakenBack: HostActionCreator<UndoTakenBack, 'plugins/undoTakenBack'>
  /** The state of plugins goes back to an earlier record; what persons decided since stays. */
  readonly stateRewound: HostActionCreator<StateRewound, 'plugins/stateRewound'>
  /** Something worth recording happened outside the store: an event, a render, an error. */
  readonly traceRecorded: HostActionCreator<TraceEntry, 'plugins/traceRecorded'>
}

export const PLUGIN_ACTIONS: PluginActions = Object.freeze({
  instanceLoading,
  instanceRegistered,
  instanceFailed,
  instanceStatusChanged,
  instanceRestarted,
  instanceRemoved,
  instanceEnabledChanged,
  grantsChanged,
  domainsRestored,
  pluginActionDispatched,
  sharedActionDispatched,
  systemCommandDispatched,
  intentDenied,
  changesUndone,
  undoTakenBack,
  stateRewound,
  traceRecorded,
})
