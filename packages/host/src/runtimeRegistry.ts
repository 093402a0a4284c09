import type { DerivedDomainDefinition, InstanceId, InstanceStatus, PackageId } from '@plugboard/contracts'
import { defineDerivedDomain } from '@plugboard/store-core'

/** What readers of `runtime-registry` see: everything that is loaded, in the order of loading. */
export interface RuntimeRegistryView {
  readonly instances: readonly {
    readonly instanceId: InstanceId
    readonly packageId: PackageId
    readonly title: string
    readonly status: InstanceStatus
    /** False while a person has paused it. */
    readonly enabled: boolean
  }[]
}

/** The derived domain `runtime-registry`: a {@link RuntimeRegistryView}. Owner: the host. Read-only. */
export const runtimeRegistry: DerivedDomainDefinition = defineDerivedDomain({
  name: 'runtime-registry',
  derive: ({ instances }) => {
    const view = {
      instances: Object.values(instances).map(({ enabled, instanceId, packageId, status, title }) => ({
        instanceId,
        packageId,
        title,
        status,
        enabled,
      })),
    } satisfies RuntimeRegistryView
    return view
  },
})
