import type {
  DerivedDomainDefinition,
  DomainName,
  PackageId,
  PackageManifest,
  PluginLimits,
  ReadPolicy,
  SharedDomainDefinition,
  WritePolicy,
} from '@plugboard/contracts'

import type { InstanceSession } from './instanceSession.ts'

/** A domain that instances of a host can be granted. */
export interface DomainDescription {
  readonly name: DomainName
  /** `derived`: computed by the host from the runtime state, and written by nobody. */
  readonly kind: 'shared' | 'derived'
  // oxlint-disable-next-line typescript/no-redundant-type-constituents -- the literal says which string is the host
  readonly owner: 'host' | PackageId
  readonly readPolicy: ReadPolicy
  readonly writePolicy: WritePolicy
}

/** What an instance runs, and under which limits. For tools: nothing of it reaches a plugin. */
export interface InstanceDescription {
  readonly code: string
  /** Version-3 source map of `code`, as it was given: it may hold anything. */
  readonly sourceMap?: string
  /** Null when there is none, and the code is not trusted. */
  readonly manifest: PackageManifest | null
  /** Whether the manifest is the host's own word, and not that of whoever wrote the code or a workspace. */
  readonly isTrusted: boolean
  /** Whether it is the code of a listed package. */
  readonly isListed: boolean
  readonly limits: PluginLimits
}

/** The domains in the order in which they were registered, the derived ones last. */
export function describeDomains(
  shared: readonly SharedDomainDefinition[],
  derived: readonly DerivedDomainDefinition[],
): readonly DomainDescription[] {
  return Object.freeze([
    ...shared.map(({ name, owner, readPolicy = 'capability', writePolicy = 'capability' }) =>
      Object.freeze({ name, kind: 'shared' as const, owner, readPolicy, writePolicy }),
    ),
    ...derived.map(({ name }) =>
      Object.freeze({
        name,
        kind: 'derived' as const,
        owner: 'host',
        readPolicy: 'capability' as const,
        writePolicy: 'none' as const,
      }),
    ),
  ])
}

export function describeInstance({ code, limits }: InstanceSession): InstanceDescription {
  const { isListed, isTrusted, manifest, sourceMap } = code
  return { code: code.code, ...(sourceMap === undefined ? {} : { sourceMap }), manifest, isTrusted, isListed, limits }
}
