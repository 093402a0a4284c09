import {
  NO_GRANTS,
  type CapabilityGrants,
  type InstanceId,
  type JsonValue,
  type PackageId,
  type RuntimePluginInstance,
  type RuntimeState,
} from '@plugboard/contracts'

import { createRecord, ownValue } from './initialState.ts'

/** An instance's own state; undefined when it is not there. */
export function selectPluginState(state: RuntimeState, instanceId: InstanceId): JsonValue | undefined {
  return ownValue(state.pluginStateByInstance, instanceId)
}

/** Every instance's own state, by instance. */
export function selectAllPluginState(state: RuntimeState): Readonly<Record<InstanceId, JsonValue>> {
  return state.pluginStateByInstance
}

/** One instance; undefined when it is not there. */
export function selectInstance(state: RuntimeState, instanceId: InstanceId): RuntimePluginInstance | undefined {
  return ownValue(state.instances, instanceId)
}

/** What an instance may do; nothing when it is not there. */
export function selectGrants(state: RuntimeState, instanceId: InstanceId): CapabilityGrants {
  return ownValue(state.grantsByInstance, instanceId) ?? NO_GRANTS
}

/** All instances, in the order in which they were loaded. */
export function selectInstances(state: RuntimeState): readonly RuntimePluginInstance[] {
  return summaryOf(state).all
}

/** The instances of one package, in the order in which they were loaded. */
export function selectInstancesByPackage(state: RuntimeState, packageId: PackageId): readonly RuntimePluginInstance[] {
  return summaryOf(state).byPackage.get(packageId) ?? NONE
}

/** How many instances each package has; packages without any are not listed. */
export function selectInstanceCountByPackage(state: RuntimeState): Readonly<Record<PackageId, number>> {
  return summaryOf(state).counts
}

interface InstanceSummary {
  readonly all: readonly RuntimePluginInstance[]
  readonly byPackage: ReadonlyMap<PackageId, readonly RuntimePluginInstance[]>
  readonly counts: Readonly<Record<PackageId, number>>
}

const NONE: readonly RuntimePluginInstance[] = Object.freeze([])

// By the map's own reference: it is replaced when an instance changes, and whoever drops a state drops its summary.
const summaries = new WeakMap<RuntimeState['instances'], InstanceSummary>()

function summaryOf({ instances }: RuntimeState): InstanceSummary {
  let summary = summaries.get(instances)
  if (summary === undefined) {
    summary = summarise(Object.values(instances))
    summaries.set(instances, summary)
  }
  return summary
}

function summarise(all: readonly RuntimePluginInstance[]): InstanceSummary {
  const byPackage = new Map<PackageId, RuntimePluginInstance[]>()
  const counts = createRecord<number>()
  for (const instance of all) {
    const siblings = byPackage.get(instance.packageId) ?? []
    siblings.push(instance)
    byPackage.set(instance.packageId, siblings)
    counts[instance.packageId] = siblings.length
  }
  return { all, byPackage, counts }
}
