import type { SharedDomainPolicies, SharedDomainPolicy } from '@plugboard/capabilities'
import {
  isCapabilityName,
  isPackageId,
  type DerivedDomainDefinition,
  type DomainName,
  type PackageId,
  type PluginReducer,
  type SharedDomainDefinition,
} from '@plugboard/contracts'

import { defineDerivedDomain } from './defineDerivedDomain.ts'
import { defineSharedDomain } from './defineSharedDomain.ts'
import { PluginStoreError } from './pluginStoreError.ts'
import type { DefectListener } from './storeDefect.ts'
import { DEFAULT_TRACE_LIMIT, DEFAULT_TRACE_SIZE } from './traceRing.ts'

/** What a store is made of. Everything is injected: the package ships no package, domain or command. */
export interface PluginSliceOptions {
  /** By package. A package without an entry gets the generic reducer. */
  readonly localReducers?: Readonly<Record<PackageId, PluginReducer>>
  readonly sharedDomains?: readonly SharedDomainDefinition[]
  readonly derivedDomains?: readonly DerivedDomainDefinition[]
  /** Names of the system commands that the host runs. */
  readonly commands?: Iterable<string>
  /** Most records in the trace; `DEFAULT_TRACE_LIMIT` when absent. */
  readonly traceLimit?: number
  /** Most JSON text in the trace, in UTF-16 code units, estimated; `DEFAULT_TRACE_SIZE` when absent. */
  readonly traceSize?: number
  /** Names dispatches; random when absent. Called where actions are made, never in a reducer. */
  readonly createDispatchId?: () => string
  /** Told why a reducer, projection or derivation failed. */
  readonly onDefect?: DefectListener
}

/** The options, checked and in maps: a lookup finds what was registered and nothing of `Object.prototype`. */
export interface Registries {
  readonly localReducers: ReadonlyMap<PackageId, PluginReducer>
  readonly sharedDomains: ReadonlyMap<DomainName, SharedDomainDefinition>
  readonly derivedDomains: ReadonlyMap<DomainName, DerivedDomainDefinition>
  /** Shared and derived domains, as authorization sees them. */
  readonly policies: SharedDomainPolicies
  readonly commands: ReadonlySet<string>
  readonly traceLimit: number
  readonly traceSize: number
  readonly onDefect: DefectListener | undefined
}

/** @throws PluginStoreError with the code of the first option that cannot be used. */
export function createRegistries(options: PluginSliceOptions): Registries {
  const localReducers = new Map(Object.entries(options.localReducers ?? {}))
  for (const packageId of localReducers.keys()) {
    if (isPackageId(packageId)) continue
    throw new PluginStoreError(
      'INVALID_PACKAGE_ID',
      `"${cut(packageId)}" in localReducers is not a package id: use lower-case letters, digits and "-".`,
    )
  }
  const sharedDomains = new Map<DomainName, SharedDomainDefinition>()
  const derivedDomains = new Map<DomainName, DerivedDomainDefinition>()
  const policies = new Map<DomainName, SharedDomainPolicy>()
  const claim = (policy: SharedDomainPolicy): void => {
    if (policies.has(policy.name)) {
      throw new PluginStoreError('DUPLICATE_DOMAIN', `Two domains are named "${policy.name}": rename or drop one.`)
    }
    policies.set(policy.name, policy)
  }
  for (const domain of options.sharedDomains ?? []) {
    const checked = defineSharedDomain(domain)
    claim(checked)
    sharedDomains.set(checked.name, checked)
  }
  for (const domain of options.derivedDomains ?? []) {
    const checked = defineDerivedDomain(domain)
    claim({ name: checked.name, owner: 'host', writePolicy: 'none' })
    derivedDomains.set(checked.name, checked)
  }
  const commands = new Set(options.commands)
  for (const command of commands) {
    if (isCapabilityName(command)) continue
    throw new PluginStoreError('INVALID_COMMAND', `"${cut(command)}" cannot name a system command.`)
  }
  return {
    localReducers,
    sharedDomains,
    derivedDomains,
    policies,
    commands,
    traceLimit: limitOf('traceLimit', options.traceLimit ?? DEFAULT_TRACE_LIMIT),
    traceSize: limitOf('traceSize', options.traceSize ?? DEFAULT_TRACE_SIZE),
    onDefect: options.onDefect,
  }
}

function cut(name: unknown): string {
  return String(name).slice(0, 80)
}

function limitOf(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value
  throw new PluginStoreError('INVALID_TRACE_LIMIT', `${name} is ${value}: use a whole number of at least 1.`)
}
