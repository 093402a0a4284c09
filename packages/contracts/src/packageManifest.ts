import type { CapabilityRequest } from './capabilityGrants.ts'
import type { PackageId } from './identity.ts'

/** Trusted host metadata of a package. It comes from the host, never from plugin code. */
export interface PackageManifest {
  /** Major version of the plugin API; picks the runtime's adapter. */
  readonly apiVersion: 1
  readonly packageId: PackageId
  readonly title: string
  readonly description?: string
  readonly version?: string
  /** Version of the shape of the plugin's own state; raised when old states no longer fit. */
  readonly stateVersion?: number
  readonly capabilities: CapabilityRequest
}

/** Versions of the plugin API that this release of the contracts describes. */
export const API_VERSIONS: readonly number[] = [1]
