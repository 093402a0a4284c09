import type { GrantPolicy } from '@plugboard/capabilities'
import type {
  DomainName,
  InstanceId,
  JsonValue,
  PluginLimits,
  PluginRuntime,
  SharedDomainDefinition,
  Unsubscribe,
} from '@plugboard/contracts'

import type { PluginSlice } from '@plugboard/store-core'

import type { InstanceSession } from './instanceSession.ts'
import type { PackageCatalog } from './packageCatalog.ts'
import type { CodeBook } from './past/codeBook.ts'
import type { PluginHost } from './pluginHost.ts'
import type { StoreLink } from './storeLink.ts'
import type { RestorePlan } from './workspace/restorePlan.ts'

/** What a workspace, and a look at the past, need of their host, beyond what everybody may do with it. */
export interface HostParts {
  readonly link: StoreLink
  readonly sessions: ReadonlyMap<InstanceId, InstanceSession>
  readonly sharedDomains: ReadonlyMap<DomainName, SharedDomainDefinition>
  readonly slice: PluginSlice
  readonly runtime: PluginRuntime
  /** What instances run, and what they ran before. */
  readonly codes: CodeBook
  readonly catalog: PackageCatalog
  readonly policy: GrantPolicy
  /** Those of every instance. */
  readonly limits: PluginLimits
  readonly maxInstancesPerPackage: number
  /** Puts an instance into the store at once; resolves when its code runs. */
  restore(plan: RestorePlan): Promise<void>
  restoreDomains(domains: Readonly<Record<DomainName, JsonValue>>): void
  unload(instanceId: InstanceId): Promise<void>
  /** Called after each action that changed the host's slice. Must only schedule. */
  onChange(listener: () => void): Unsubscribe
  /** Called before the host ends its instances for good. */
  onDispose(listener: () => void): Unsubscribe
  /** Tells the application what code of its own threw, or what failed where nobody waits for it. */
  onFault(cause: unknown): void
}

const partsOf = new WeakMap<object, HostParts>()

/** Lets a workspace, or a look at the past, find the parts of a host. */
export function shareHostParts(host: PluginHost<string>, parts: HostParts): void {
  partsOf.set(host, parts)
}

/** The parts of a host that `createPluginHost` made; undefined of anything else. */
export function hostPartsOf(host: unknown): HostParts | undefined {
  return typeof host === 'object' && host !== null ? partsOf.get(host) : undefined
}
