import type { InstanceId, InstanceStatus, PackageId } from '@plugboard/contracts'

/**
 * What readers of the host's derived domain `runtime-registry` see: everything that is loaded, in the order of loading.
 * Owner: the host. Read-only.
 */
export interface RuntimeRegistry {
  readonly instances: readonly RegisteredInstance[]
}

/** One loaded instance, as the host knows it. */
export interface RegisteredInstance {
  readonly instanceId: InstanceId
  readonly packageId: PackageId
  readonly title: string
  readonly status: InstanceStatus
  /** False while a person has paused it. */
  readonly enabled: boolean
}
