import { normaliseGrants } from '@plugboard/capabilities'
import {
  DATA_DEPTH,
  inspectJson,
  parseInstanceId,
  type InstanceId,
  type InstanceStatus,
  type JsonValue,
  type RuntimeErrorShape,
  type RuntimePluginInstance,
  type RuntimeState,
} from '@plugboard/contracts'
import { freeze } from 'immer'

import type { InstanceFailed, InstanceLoading, InstanceRegistered, TraceEntry } from './hostActions.ts'
import { ownValue, withEntry } from './initialState.ts'

/** Load errors that an instance remembers. */
const MOST_LOAD_ERRORS = 10

/** The state with a new instance in `loading`; unchanged when the id is taken or is none. */
export function addInstance(state: RuntimeState, loading: InstanceLoading): RuntimeState {
  const { declaredId, description, enabled = true, grants, identity, lastDelivered, stateVersion, title } = loading
  const { instanceId, packageId } = identity
  // Nothing is keyed by an id that the host did not make: `__proto__` and its like end here.
  if (parseInstanceId(instanceId)?.packageId !== packageId) return state
  if (ownValue(state.instances, instanceId) !== undefined) return state
  const instance: RuntimePluginInstance = {
    instanceId,
    packageId,
    title: title ?? packageId,
    ...(declaredId === undefined ? {} : { declaredId }),
    ...(description === undefined ? {} : { description }),
    widgets: [],
    enabled,
    ...(stateVersion === undefined ? {} : { stateVersion }),
    ...(lastDelivered === undefined ? {} : { lastDelivered }),
    status: 'loading',
    diagnostics: { loadErrors: [], deniedActions: 0, restarts: 0 },
  }
  return {
    ...state,
    instances: withEntry(state.instances, instanceId, instance),
    pluginStateByInstance:
      loading.state === undefined
        ? state.pluginStateByInstance
        : withEntry(state.pluginStateByInstance, instanceId, startingState(loading.state)),
    grantsByInstance: withEntry(state.grantsByInstance, instanceId, normaliseGrants(grants, { everyDomain: true })),
  }
}

/** The state with what the loaded plugin says of itself. A state that the instance already has is kept. */
export function registerPlugin(
  state: RuntimeState,
  { plugin, state: saved, stateVersion }: InstanceRegistered,
): RuntimeState {
  const instance = ownValue(state.instances, plugin.instanceId)
  if (instance === undefined || instance.packageId !== plugin.packageId) return state
  const {
    declaredId: _oldId,
    description: _oldDescription,
    error: _oldError,
    surfaces: _oldSurfaces,
    stateVersion: _oldVersion,
    ...rest
  } = instance
  const registered: RuntimePluginInstance = {
    ...rest,
    title: plugin.title,
    widgets: plugin.widgets,
    ...(plugin.surfaces === undefined ? {} : { surfaces: plugin.surfaces }),
    status: 'ready',
    ...(stateVersion === undefined ? {} : { stateVersion }),
    ...(plugin.declaredId === undefined ? {} : { declaredId: plugin.declaredId }),
    ...(plugin.description === undefined ? {} : { description: plugin.description }),
  }
  const kept = ownValue(state.pluginStateByInstance, plugin.instanceId)
  return {
    ...state,
    instances: withEntry(state.instances, plugin.instanceId, registered),
    pluginStateByInstance:
      kept === undefined || saved !== undefined
        ? withEntry(state.pluginStateByInstance, plugin.instanceId, startingState(saved ?? plugin.initialState))
        : state.pluginStateByInstance,
  }
}

/** The state with an instance whose load failed. */
export function failInstance(state: RuntimeState, { error, instanceId }: InstanceFailed): RuntimeState {
  const instance = ownValue(state.instances, instanceId)
  if (instance === undefined) return state
  const loadErrors = [...instance.diagnostics.loadErrors, error.message].slice(-MOST_LOAD_ERRORS)
  const failed: RuntimePluginInstance = {
    ...instance,
    status: 'error',
    error,
    diagnostics: { ...instance.diagnostics, loadErrors },
  }
  return { ...state, instances: withEntry(state.instances, instanceId, failed) }
}

/** The state with the number of a delivered event on its instance's record, in the very action that records the event. */
export function noteDelivery(state: RuntimeState, entry: TraceEntry): RuntimeState {
  if (entry.kind !== 'event' || entry.number === undefined || entry.instanceId === undefined) return state
  const { instanceId, number } = entry
  const instance = ownValue(state.instances, instanceId)
  // Numbers only go up: what was handled stays handled, whoever dispatches.
  if (instance === undefined || !Number.isSafeInteger(number) || number <= (instance.lastDelivered ?? 0)) return state
  return { ...state, instances: withEntry(state.instances, instanceId, { ...instance, lastDelivered: number }) }
}

export interface InstancePatch {
  readonly status?: InstanceStatus
  readonly enabled?: boolean
  /** Null clears it. */
  readonly error?: RuntimeErrorShape | null
  readonly restarted?: boolean
}

/** The state with an instance changed; the same state when nothing changes, so that it may be said over and over. */
export function patchInstance(state: RuntimeState, instanceId: InstanceId, patch: InstancePatch): RuntimeState {
  const instance = ownValue(state.instances, instanceId)
  if (instance === undefined) return state
  const { error: previousError, ...rest } = instance
  const status = patch.status ?? instance.status
  const enabled = patch.enabled ?? instance.enabled
  const error = patch.error === undefined ? previousError : (patch.error ?? undefined)
  const isSame = status === instance.status && enabled === instance.enabled && error === previousError
  if (isSame && patch.restarted !== true) return state
  const { diagnostics } = instance
  const patched: RuntimePluginInstance = {
    ...rest,
    status,
    enabled,
    ...(error === undefined ? {} : { error }),
    diagnostics: patch.restarted === true ? { ...diagnostics, restarts: diagnostics.restarts + 1 } : diagnostics,
  }
  return { ...state, instances: withEntry(state.instances, instanceId, patched) }
}

// A plugin without an initial state starts with an empty object: something to merge into, and to read fields of.
function startingState(initial: JsonValue | undefined): JsonValue {
  return freeze(initial === undefined || inspectJson(initial, { depth: DATA_DEPTH }) !== null ? {} : initial, true)
}
