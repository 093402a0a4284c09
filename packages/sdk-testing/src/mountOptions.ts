import type {
  CapabilityGrants,
  DomainName,
  JsonValue,
  PackageId,
  PackageManifest,
  PluginLimits,
  PluginReducer,
  SharedDomainDefinition,
} from '@plugboard/contracts'

import type { Moment } from './fakeClock.ts'

/** What a plugin is mounted with. Nothing is granted that is not named here. */
export interface MountOptions {
  /** Who the host says the plugin is. Default: that of the manifest, or `plugin-under-test`. */
  readonly packageId?: PackageId
  /** The host's word for the plugin. What it requests is granted, unless `grants` say something else. */
  readonly manifest?: PackageManifest
  /** What it may do. A list that is left out is empty. */
  readonly grants?: Partial<CapabilityGrants>
  /** Shared domains of a real host, with their reducers. */
  readonly domains?: readonly SharedDomainDefinition[]
  /**
   * Stand-ins for shared domains, by name: what a plugin that may read one sees. They take any action of a plugin that may
   * write them, and do not change by it: `share` does.
   */
  readonly shared?: Readonly<Record<DomainName, JsonValue>>
  /** The state to start with, in place of the plugin's own. */
  readonly state?: JsonValue
  /** Owns every action of the plugin's own state. Default: the generic `state/replace` and `state/merge`. */
  readonly localReducer?: PluginReducer
  /** The time. Default: noon of 1 January 2026, UTC. */
  readonly clock?: Moment
  /** Seeds `Math.random` of the plugin: a whole number from 0 to 2³² - 1. Default 1. */
  readonly random?: number
  /** IANA name of the zone of the plugin's local times. Default `UTC`, on every machine. */
  readonly timeZone?: string
  /** Over the limits that a host has. */
  readonly limits?: Partial<PluginLimits>
  /** Which widget is looked at. Default `main`, or the first where there is no `main`; nothing where there is none. */
  readonly widget?: string
  /**
   * Whether it runs in a worker, as in an application. Default false: in this process, where it starts in a tenth of the
   * time, and where a plugin that cannot be interrupted stops the test with it.
   */
  readonly worker?: boolean
  /** Conditions under which the `exports` of imported packages are read, where the plugin is bundled from its files. */
  readonly conditions?: readonly string[]
}
