import type { PackageId, PluginReducer, SharedDomainDefinition } from '@plugboard/contracts'

import { calculator } from './calculator/index.ts'
import { counter } from './counter/index.ts'
import { counterSummary } from './domains/counterSummary.ts'
import { greeterProfile } from './domains/greeterProfile.ts'
import { greeterSharedState } from './greeter-shared-state/index.ts'
import { greeter } from './greeter/index.ts'
import type { PresetPlugin } from './presetPlugin.ts'
import { runtimeMonitor } from './runtime-monitor/index.ts'
import { statusDashboard } from './status-dashboard/index.ts'

/** All six presets, in the order in which a list shows them. */
export const presetPlugins: readonly PresetPlugin[] = Object.freeze([
  counter,
  calculator,
  greeter,
  statusDashboard,
  runtimeMonitor,
  greeterSharedState,
])

/** The reducers of those presets that own actions, by package: for a store that is set up without the packages. */
export const presetLocalReducers: Readonly<Record<PackageId, PluginReducer>> = Object.freeze(
  Object.fromEntries(
    presetPlugins.flatMap(({ manifest, localReducer }) =>
      localReducer === undefined ? [] : [[manifest.packageId, localReducer]],
    ),
  ),
)

/** The shared domains that the presets write and read. The host contributes `runtime-metrics` and `runtime-registry`. */
export const presetSharedDomains: readonly SharedDomainDefinition[] = Object.freeze([counterSummary, greeterProfile])
