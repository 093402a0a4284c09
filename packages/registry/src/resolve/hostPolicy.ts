import type { GrantPolicy } from '@plugboard/capabilities'
import type { PluginRequests } from '@plugboard/package-format'

import type { SurfaceKind } from './pluginSurface.ts'

/** What a host allows at most, whatever is enabled. What a policy does not speak of, the enablement decides alone. */
export interface HostPolicy {
  /**
   * Of shared data, commands and components: asked as for any instance. Absent: what is requested. `'*'` in `readShared`
   * needs an `operatorPolicy`, here as everywhere.
   */
  readonly capabilities?: GrantPolicy
  /** Of what reaches beyond the host, for every package: a kind that is absent is not limited here. */
  readonly most?: Pick<PluginRequests, 'https' | 'fs' | 'secrets'>
  /** Kinds of surfaces that this host takes. Absent: all. */
  readonly surfaces?: readonly SurfaceKind[]
  /** Absent: signatures are not looked at. */
  readonly signatures?: SignaturePolicy
}

/** Whose signatures count, and where one has to be. */
export interface SignaturePolicy {
  readonly trustedKeys: readonly TrustedKey[]
  /** Sources whose packages need a signature by one of the keys; `'*'` stands for all. Absent: none. */
  readonly requiredFrom?: readonly string[]
}

/** A key of somebody whom the host trusts. */
export interface TrustedKey {
  /** For people. */
  readonly name: string
  /** Ed25519, the 32 bytes in base64. */
  readonly publicKey: string
}
