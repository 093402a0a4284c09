import {
  grantsChanged,
  instanceEnabledChanged,
  instanceFailed,
  instanceLoading,
  instanceRegistered,
  instanceRemoved,
  instanceRestarted,
  instanceStatusChanged,
  intentDenied,
  traceRecorded,
} from './hostActions.ts'
import { pluginActionDispatched, sharedActionDispatched, systemCommandDispatched } from './pluginActionEnvelope.ts'

/** Every action that the slice answers to, as its creators. Time and ids are arguments of each of them. */
export interface PluginActions {
  readonly instanceLoading: typeof instanceLoading
  readonly instanceRegistered: typeof instanceRegistered
  readonly instanceFailed: typeof instanceFailed
  readonly instanceStatusChanged: typeof instanceStatusChanged
  readonly instanceRestarted: typeof instanceRestarted
  readonly instanceRemoved: typeof instanceRemoved
  readonly instanceEnabledChanged: typeof instanceEnabledChanged
  readonly grantsChanged: typeof grantsChanged
  readonly pluginActionDispatched: typeof pluginActionDispatched
  readonly sharedActionDispatched: typeof sharedActionDispatched
  readonly systemCommandDispatched: typeof systemCommandDispatched
  readonly intentDenied: typeof intentDenied
  readonly traceRecorded: typeof traceRecorded
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
  pluginActionDispatched,
  sharedActionDispatched,
  systemCommandDispatched,
  intentDenied,
  traceRecorded,
})
