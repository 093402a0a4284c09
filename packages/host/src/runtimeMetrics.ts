import type {
  DerivedDomainDefinition,
  DispatchOutcome,
  DispatchReason,
  PackageId,
  RuntimeIdentity,
} from '@plugboard/contracts'
import { defineDerivedDomain } from '@plugboard/store-core'

/** What readers of `runtime-metrics` see: how much runs, and what became of what was asked. */
export interface RuntimeMetricsView {
  readonly packages: readonly {
    readonly packageId: PackageId
    /** Loaded instances. */
    readonly live: number
    readonly dispatches: number
  }[]
  /** Dispatches over the life of the host, by what became of them. */
  readonly byOutcome: Readonly<Record<DispatchOutcome, number>>
  readonly deniedByReason: Readonly<Record<string, number>>
  readonly lastDenial: (RuntimeIdentity & { readonly reason: DispatchReason }) | null
}

/**
 * The derived domain `runtime-metrics`: a {@link RuntimeMetricsView}. Owner: the host. Read-only. It counts what
 * instances ask for and nothing that drawing them causes: a widget that shows it does not feed itself.
 */
export const runtimeMetrics: DerivedDomainDefinition = defineDerivedDomain({
  name: 'runtime-metrics',
  derive: ({ dispatchTrace, instances }) => {
    const live = new Map<PackageId, number>()
    for (const { packageId } of Object.values(instances)) live.set(packageId, (live.get(packageId) ?? 0) + 1)
    const dispatches = new Map(Object.entries(dispatchTrace.byPackage))
    const packageIds = [...new Set([...live.keys(), ...dispatches.keys()])].toSorted()
    const { lastDenial } = dispatchTrace
    const view = {
      packages: packageIds.map((packageId) => ({
        packageId,
        live: live.get(packageId) ?? 0,
        dispatches: dispatches.get(packageId) ?? 0,
      })),
      byOutcome: dispatchTrace.byOutcome,
      deniedByReason: dispatchTrace.deniedByReason,
      lastDenial: lastDenial === null ? null : { ...lastDenial },
    } satisfies RuntimeMetricsView
    return view
  },
})
