import type { DispatchOutcome, PackageId, RuntimeIdentity } from '@plugboard/contracts'

/**
 * What readers of the host's derived domain `runtime-metrics` see: how much runs, and what became of what was asked.
 * Owner: the host. Read-only.
 */
export interface RuntimeMetrics {
  readonly packages: readonly PackageMetrics[]
  /** Dispatches over the life of the host, by what became of them. */
  readonly byOutcome: Readonly<Record<DispatchOutcome, number>>
  /** Denied dispatches by reason, as `missing-write-grant:counter-summary`. */
  readonly deniedByReason: Readonly<Record<string, number>>
  readonly lastDenial: (RuntimeIdentity & { readonly reason: string }) | null
}

/** Figures of one package. */
export interface PackageMetrics {
  readonly packageId: PackageId
  /** Loaded instances. */
  readonly live: number
  readonly dispatches: number
}
