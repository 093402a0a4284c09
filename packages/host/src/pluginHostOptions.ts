import type {
  DerivedDomainDefinition,
  GuestSeed,
  PackageId,
  PluginLimits,
  PluginReducer,
  PluginRuntime,
  SharedDomainDefinition,
} from '@plugboard/contracts'

import type { GrantPolicy } from '@plugboard/capabilities'
import type { PluginPackage } from './pluginPackage.ts'
import type { CommandTargetPolicy, SystemCommandDefinition } from './systemCommand.ts'

/** What a host is made of. Only the runtime is required. */
export interface PluginHostOptions<Path extends string = 'plugins'> {
  /** Where plugins run. Stays with who created it: disposing the host does not dispose the runtime. */
  readonly runtime: PluginRuntime
  /** Trusted packages, loadable by their id alone. */
  readonly packages?: readonly PluginPackage[]
  /** Reducers of packages that bring none of their own; one here wins over the package's own. */
  readonly localReducers?: Readonly<Record<PackageId, PluginReducer>>
  readonly sharedDomains?: readonly SharedDomainDefinition[]
  /** Beside `runtime-registry` and `runtime-metrics`, which every host has. */
  readonly derivedDomains?: readonly DerivedDomainDefinition[]
  /** Decides what is granted at load. Default: what a trusted manifest requests, and nothing without one. */
  readonly policy?: GrantPolicy
  /** Default: `restart-plugin`, `toggle-plugin` and `collect-diagnostics`. */
  readonly systemCommands?: readonly SystemCommandDefinition[]
  /** Which callers may aim a system command at another instance. Default: trusted code of an operator's package. */
  readonly commandTargets?: CommandTargetPolicy
  /** Default 10. Instances that failed to load count until they are unloaded. */
  readonly maxInstancesPerPackage?: number
  /** Key of the host's slice in the root state. Default `plugins`. */
  readonly reducerPath?: Path
  /** Over the defaults of the contracts, for every instance. */
  readonly limits?: Partial<PluginLimits>
  /** Records kept in the trace. */
  readonly traceLimit?: number
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number
  /**
   * Seeds one VM's clock, `Math.random` and time zone. Default: the host's present, random, and UTC. Name a `timeZone` where
   * plugins show local times: `Intl.DateTimeFormat().resolvedOptions().timeZone` is that of the person at the screen.
   */
  readonly createSeed?: () => GuestSeed
}
