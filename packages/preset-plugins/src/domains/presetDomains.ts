import type { CounterSummary, SetInstancePayload } from './counterSummary.ts'
import type { GreeterProfile, SetProfilePayload } from './greeterProfile.ts'
import type { RuntimeMetrics } from './runtimeMetrics.ts'
import type { RuntimeRegistry } from './runtimeRegistry.ts'

/**
 * Types of the domains that the presets use, for the SDK's `Register`: an author who writes against them gets completion
 * and checks for `shared` and `dispatchSharedAction`.
 *
 * @example
 * ```ts
 * declare module '@plugboard/sdk' {
 *   interface Register { domains: PresetDomains }
 * }
 * ```
 */
export interface PresetDomains {
  readonly 'counter-summary': {
    readonly state: CounterSummary
    readonly actions: { readonly 'set-instance': SetInstancePayload }
  }
  readonly 'greeter-profile': {
    readonly state: GreeterProfile
    readonly actions: { readonly 'set-profile': SetProfilePayload }
  }
  /** Contributed by the host; nobody writes it. */
  readonly 'runtime-metrics': { readonly state: RuntimeMetrics; readonly actions: object }
  /** Contributed by the host; nobody writes it. */
  readonly 'runtime-registry': { readonly state: RuntimeRegistry; readonly actions: object }
}
