import { createPluginView } from '@plugboard/capabilities'
import {
  NO_GRANTS,
  type DomainName,
  type InstanceId,
  type JsonValue,
  type PluginGlobalView,
  type PluginView,
  type RuntimePluginInstance,
  type RuntimeState,
} from '@plugboard/contracts'

import { createDomainReader } from './domainReader.ts'
import { ownValue } from './initialState.ts'
import type { Registries } from './registries.ts'

export interface ViewSelectors {
  /** What an instance sees, or null when it is not there. The same object until its own view changes. */
  readonly selectPluginView: (state: RuntimeState, instanceId: InstanceId) => PluginView | null
  /** The part of the view beyond the instance's own state. The same object until that part changes. */
  readonly selectPluginGlobalView: (state: RuntimeState, instanceId: InstanceId) => PluginGlobalView | null
  /** The state of a shared domain, or what a derived one computes; undefined for unknown names. */
  readonly selectDomainValue: (state: RuntimeState, domain: DomainName) => JsonValue | undefined
}

interface KnownView {
  readonly state: RuntimeState
  readonly view: PluginView
}

/** The projection layer over runtime state, remembered per instance. */
export function createViewSelectors(registries: Registries): ViewSelectors {
  const reader = createDomainReader(registries)
  const derivedNames = [...registries.derivedDomains.keys()]
  const views = new Map<InstanceId, KnownView>()

  const selectPluginView = (state: RuntimeState, instanceId: InstanceId): PluginView | null => {
    const instance = ownValue(state.instances, instanceId)
    if (instance === undefined) {
      views.delete(instanceId)
      return null
    }
    const last = views.get(instanceId)
    const isKept = last !== undefined && isUntouched(last, state, instanceId)
    const view = isKept ? last.view : reuse(last?.view, viewOf(state, instance))
    views.set(instanceId, { state, view })
    if (last === undefined && views.size > 2 * Object.keys(state.instances).length + 16) forgetGone(state)
    return view
  }

  // Most dispatches are about another instance, and every instance asks after each: what it was made of answers first.
  const isUntouched = (last: KnownView, state: RuntimeState, instanceId: InstanceId): boolean => {
    if (last.state === state) return true
    if (last.state.shared !== state.shared) return false
    if (ownValue(last.state.pluginStateByInstance, instanceId) !== ownValue(state.pluginStateByInstance, instanceId)) {
      return false
    }
    if (ownValue(last.state.grantsByInstance, instanceId) !== ownValue(state.grantsByInstance, instanceId)) return false
    // A derived domain may be made of any part of the state.
    return derivedNames.every((name) => !(name in last.view.globalState.shared))
  }

  const viewOf = (state: RuntimeState, instance: RuntimePluginInstance): PluginView =>
    createPluginView({
      identity: instance,
      pluginState: ownValue(state.pluginStateByInstance, instance.instanceId) ?? {},
      grants: ownValue(state.grantsByInstance, instance.instanceId) ?? NO_GRANTS,
      domains: reader.policies,
      read: (name) => reader.read(state, name),
    })

  // An id that nobody asks for again is never deleted by the question above.
  const forgetGone = (state: RuntimeState): void => {
    for (const instanceId of views.keys()) {
      if (!Object.hasOwn(state.instances, instanceId)) views.delete(instanceId)
    }
  }

  return {
    selectPluginView,
    selectPluginGlobalView: (state, instanceId) => selectPluginView(state, instanceId)?.globalState ?? null,
    selectDomainValue: (state, domain) => reader.read(state, domain),
  }
}

// Compares references one level down: what is below them has been shared already, by reducers and projections.
function reuse(last: PluginView | undefined, next: PluginView): PluginView {
  if (last === undefined) return next
  const isSameShared = isSameEntries(last.globalState.shared, next.globalState.shared)
  if (isSameShared && last.pluginState === next.pluginState && last.grants === next.grants) return last
  return isSameShared ? { ...next, globalState: last.globalState } : next
}

function isSameEntries(left: Readonly<Record<string, unknown>>, right: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(right)
  return Object.keys(left).length === keys.length && keys.every((key) => Object.is(left[key], right[key]))
}
