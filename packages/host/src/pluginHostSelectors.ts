import type {
  CapabilityGrants,
  DispatchTraceSummary,
  DomainName,
  InstanceId,
  JsonValue,
  PackageId,
  PluginGlobalView,
  PluginView,
  RuntimePluginInstance,
  RuntimeState,
  TraceRecord,
} from '@plugboard/contracts'
import type { PastReading, PluginSelectors, TraceCauses, TraceEffect, TraceFilter } from '@plugboard/store-core'

/** The part of an application's root state that the host's selectors need. */
export type PluginRootState<Path extends string = 'plugins'> = Readonly<Record<Path, RuntimeState>>

/** Selectors over the application's root state. Answers keep their references until they change. */
export interface PluginHostSelectors<Path extends string = 'plugins'> {
  readonly selectRuntimeState: (root: PluginRootState<Path>) => RuntimeState
  readonly selectInstance: (root: PluginRootState<Path>, instanceId: InstanceId) => RuntimePluginInstance | undefined
  readonly selectInstances: (root: PluginRootState<Path>) => readonly RuntimePluginInstance[]
  readonly selectInstancesByPackage: (
    root: PluginRootState<Path>,
    packageId: PackageId,
  ) => readonly RuntimePluginInstance[]
  readonly selectInstanceCountByPackage: (root: PluginRootState<Path>) => Readonly<Record<PackageId, number>>
  readonly selectPluginState: (root: PluginRootState<Path>, instanceId: InstanceId) => JsonValue | undefined
  readonly selectAllPluginState: (root: PluginRootState<Path>) => Readonly<Record<InstanceId, JsonValue>>
  readonly selectGrants: (root: PluginRootState<Path>, instanceId: InstanceId) => CapabilityGrants
  /** What the instance itself would see now; undefined when it is not there. */
  readonly selectPluginView: (root: PluginRootState<Path>, instanceId: InstanceId) => PluginView | undefined
  readonly selectPluginGlobalView: (root: PluginRootState<Path>, instanceId: InstanceId) => PluginGlobalView | undefined
  /** The whole state of a shared domain, as its reducer sees it; undefined for derived and unknown domains. */
  readonly selectSharedDomain: (root: PluginRootState<Path>, domain: DomainName) => JsonValue | undefined
  /** The state of a shared domain, or what a derived one computes now; undefined for unknown names. */
  readonly selectDomainValue: (root: PluginRootState<Path>, domain: DomainName) => JsonValue | undefined
  readonly selectDispatchTrace: (root: PluginRootState<Path>) => DispatchTraceSummary
  readonly selectTrace: (root: PluginRootState<Path>, filter?: TraceFilter) => readonly TraceRecord[]
  readonly selectTraceRecord: (root: PluginRootState<Path>, seq: number) => TraceRecord | undefined
  /** The way back from a record to what a person or the host began. */
  readonly selectCauses: (root: PluginRootState<Path>, seq: number) => TraceCauses
  /** All that followed from a record, oldest first, each with its parent and depth. */
  readonly selectEffects: (root: PluginRootState<Path>, seq: number) => readonly TraceEffect[]
  /** Number of the undo that took a dispatch back; undefined while it counts. */
  readonly selectUndoneBy: (root: PluginRootState<Path>, seq: number) => number | undefined
  /** The runtime state right after a record, or why nobody can tell. */
  readonly selectStateAt: (root: PluginRootState<Path>, seq: number) => PastReading
}

/** The slice's selectors, asked through the root state. */
export function createHostSelectors<Path extends string>(
  reducerPath: Path,
  slice: PluginSelectors,
): PluginHostSelectors<Path> {
  const select = (root: PluginRootState<Path>): RuntimeState => root[reducerPath]
  return Object.freeze({
    selectRuntimeState: select,
    selectInstance: (root, instanceId) => slice.selectInstance(select(root), instanceId),
    selectInstances: (root) => slice.selectInstances(select(root)),
    selectInstancesByPackage: (root, packageId) => slice.selectInstancesByPackage(select(root), packageId),
    selectInstanceCountByPackage: (root) => slice.selectInstanceCountByPackage(select(root)),
    selectPluginState: (root, instanceId) => slice.selectPluginState(select(root), instanceId),
    selectAllPluginState: (root) => slice.selectAllPluginState(select(root)),
    selectGrants: (root, instanceId) => slice.selectGrants(select(root), instanceId),
    selectPluginView: (root, instanceId) => slice.selectPluginView(select(root), instanceId) ?? undefined,
    selectPluginGlobalView: (root, instanceId) => slice.selectPluginGlobalView(select(root), instanceId) ?? undefined,
    selectSharedDomain: (root, domain) => {
      const { shared } = select(root)
      return Object.hasOwn(shared, domain) ? shared[domain] : undefined
    },
    selectDomainValue: (root, domain) => slice.selectDomainValue(select(root), domain),
    selectDispatchTrace: (root) => slice.selectDispatchTrace(select(root)),
    selectTrace: (root, filter) => slice.selectTrace(select(root), filter),
    selectTraceRecord: (root, seq) => slice.selectTraceRecord(select(root), seq),
    selectCauses: (root, seq) => slice.selectCauses(select(root), seq),
    selectEffects: (root, seq) => slice.selectEffects(select(root), seq),
    selectUndoneBy: (root, seq) => slice.selectUndoneBy(select(root), seq),
    selectStateAt: (root, seq) => slice.selectStateAt(select(root), seq),
  } satisfies PluginHostSelectors<Path>)
}
