import {
  EVERY_DOMAIN,
  isCapabilityName,
  NO_GRANTS,
  parseInstanceId,
  reasonCode,
  reasonSubject,
  type CapabilityGrants,
  type CapabilityRequest,
  type InstanceId,
  type PackageId,
  type TraceRecord,
} from '@plugboard/contracts'

import type { CapabilityVerb } from './can.ts'
import { missingGrants } from './computeGrants.ts'
import { isBroadGrant, normaliseGrants } from './normaliseGrants.ts'

export interface AuditGrantsOptions {
  /** One audit for each package, over all its instances, which is what a manifest is about (default); or for each instance. */
  readonly by?: 'package' | 'instance'
}

/** One capability, as `addGrant` and `removeGrant` take it. */
export interface AuditedCapability {
  readonly verb: CapabilityVerb
  readonly name: string
}

/** What was asked for in vain, and how often. */
export interface DeniedCapability extends AuditedCapability {
  /** 0: requested, not granted, and never tried as far as the trace goes, where reads and components leave no record. */
  readonly attempts: number
}

/** A grant that is wider than what was seen of its use. */
export interface BroadCapability extends AuditedCapability {
  /** `every-domain`: it is `'*'`, all that there is and will be. `used-once`: it was needed for a single intent. */
  readonly reason: 'every-domain' | 'used-once'
}

/** What a package or an instance was granted, held against what it did with it. */
export interface GrantAudit {
  readonly packageId: PackageId
  readonly instanceIds: readonly InstanceId[]
  /** What trusted manifests asked for; null when no record says, as for code without one. */
  readonly requested: CapabilityGrants | null
  /** All that was granted at any time. */
  readonly granted: CapabilityGrants
  /** Granted, and not used as far as the trace goes. */
  readonly unused: readonly AuditedCapability[]
  /** Requested, and not granted: by name. */
  readonly withheld: readonly DeniedCapability[]
  /** Tried, and never requested. */
  readonly unrequested: readonly DeniedCapability[]
  readonly broad: readonly BroadCapability[]
  /**
   * Granted, and no trace can show whether it is needed: reading leaves no record, and neither does drawing one of the
   * host's components. Replay a recording without it to find out.
   */
  readonly notObservable: readonly AuditedCapability[]
  /** Whether the trace goes back to the load of every instance. If not, what looks unused may have been used before. */
  readonly isComplete: boolean
  /** Capabilities for its manifest: what it used, and what cannot be observed as it is. */
  readonly proposed: CapabilityGrants
}

/**
 * Holds what plugins were granted against what the trace shows of its use. Pure; a trace that lost its oldest records is
 * marked as such.
 *
 * @example
 * const [audit] = auditGrants(host.selectors.selectTrace(store.getState()))
 */
export function auditGrants(
  records: readonly TraceRecord[],
  { by = 'package' }: AuditGrantsOptions = {},
): readonly GrantAudit[] {
  const evidence = new Map<string, Evidence>()
  for (const record of records) {
    const packageId = parseInstanceId(record.instanceId)?.packageId
    if (packageId === undefined || record.instanceId === undefined) continue
    const key = by === 'package' ? packageId : record.instanceId
    let found = evidence.get(key)
    if (found === undefined) {
      found = new Evidence(packageId)
      evidence.set(key, found)
    }
    found.note(record, record.instanceId)
  }
  return [...evidence.values()].map((found) => found.judge())
}

/** What the records say of one package or instance. */
class Evidence {
  readonly #packageId: PackageId
  /** Grants at present, by instance. */
  readonly #present = new Map<InstanceId, CapabilityGrants>()
  readonly #loaded = new Set<InstanceId>()
  readonly #uses: Counts = { writeShared: new Map(), systemCommand: new Map() }
  readonly #denials: Counts = { writeShared: new Map(), systemCommand: new Map() }
  #requested: CapabilityGrants | null = null
  #granted: CapabilityGrants = NO_GRANTS

  constructor(packageId: PackageId) {
    this.#packageId = packageId
  }

  note(record: TraceRecord, instanceId: InstanceId): void {
    if (!this.#present.has(instanceId)) this.#present.set(instanceId, NO_GRANTS)
    if (record.kind === 'load') {
      this.#loaded.add(instanceId)
      this.#grant(instanceId, record.granted ?? NO_GRANTS)
      if (record.requested !== undefined) this.#requested = union(this.#requested, record.requested)
    } else if (record.kind === 'grants') {
      this.#grant(instanceId, record.before)
      this.#grant(instanceId, record.after)
    } else if (record.kind === 'dispatch') this.#dispatch(record, instanceId)
  }

  judge(): GrantAudit {
    const granted = this.#granted
    const requested = this.#requested
    const withheld = requested === null ? NO_GRANTS : missingGrants(requested, granted)
    return {
      packageId: this.#packageId,
      instanceIds: [...this.#present.keys()],
      requested,
      granted,
      unused: OBSERVABLE.flatMap((verb) =>
        namesOf(granted, verb)
          .filter((name) => !this.#uses[verb].has(name))
          .map((name) => ({ verb, name })),
      ),
      withheld: [
        ...OBSERVABLE.flatMap((verb) =>
          namesOf(withheld, verb).map((name) => ({ verb, name, attempts: this.#denials[verb].get(name) ?? 0 })),
        ),
        ...unobservable(withheld).map((capability) => ({ ...capability, attempts: 0 })),
      ],
      unrequested: OBSERVABLE.flatMap((verb) =>
        [...this.#denials[verb]]
          .filter(([name]) => requested === null || !namesOf(requested, verb).includes(name))
          .map(([name, attempts]) => ({ verb, name, attempts })),
      ),
      broad: [
        ...(isBroadGrant(granted) ? [EVERYTHING] : []),
        ...OBSERVABLE.flatMap((verb) =>
          namesOf(granted, verb)
            .filter((name) => this.#uses[verb].get(name) === 1)
            .map((name) => ({ verb, name, reason: 'used-once' }) as const),
        ),
      ],
      notObservable: unobservable(granted),
      isComplete: this.#loaded.size === this.#present.size,
      proposed: normaliseGrants(
        {
          ...granted,
          writeShared: [...this.#uses.writeShared.keys()],
          systemCommands: [...this.#uses.systemCommand.keys()],
        },
        { everyDomain: true },
      ),
    }
  }

  #grant(instanceId: InstanceId, grants: CapabilityGrants): void {
    this.#present.set(instanceId, grants)
    this.#granted = union(this.#granted, grants)
  }

  #dispatch({ intent, outcome, reason }: Extract<TraceRecord, { kind: 'dispatch' }>, instanceId: InstanceId): void {
    if (intent.scope === 'plugin') return
    const verb = intent.scope === 'shared' ? 'writeShared' : 'systemCommand'
    const name = intent.scope === 'shared' ? intent.domain : intent.command
    if (!isCapabilityName(name)) return
    // What a reducer had no use for was allowed all the same, and would be denied without the grant.
    if (outcome !== 'denied') return count(this.#uses[verb], name)
    if (reason === undefined || !GRANT_REASONS.includes(reasonCode(reason)) || reasonSubject(reason) !== name) return
    // A command that was aimed at another instance is refused under the same reason, for its target and not for a grant.
    if (!namesOf(this.#present.get(instanceId) ?? NO_GRANTS, verb).includes(name)) count(this.#denials[verb], name)
  }
}

type ObservableVerb = Extract<CapabilityVerb, 'writeShared' | 'systemCommand'>
type Counts = Readonly<Record<ObservableVerb, Map<string, number>>>

/** Whose use leaves a record: the dispatch. */
const OBSERVABLE: readonly ObservableVerb[] = ['writeShared', 'systemCommand']

const EVERYTHING: BroadCapability = Object.freeze({ verb: 'readShared', name: EVERY_DOMAIN, reason: 'every-domain' })

// Denials that a grant would have prevented, or that name what nobody could be granted.
const GRANT_REASONS: readonly string[] = [
  'missing-write-grant',
  'unknown-domain',
  'read-only-domain',
  'system-command-not-granted',
  'unknown-system-command',
]

function namesOf(grants: CapabilityGrants, verb: ObservableVerb): readonly string[] {
  return verb === 'writeShared' ? grants.writeShared : grants.systemCommands
}

/** Whose use leaves no record. */
function unobservable({ components = [], readShared }: CapabilityGrants): readonly AuditedCapability[] {
  return [
    ...readShared.map((name) => ({ verb: 'readShared', name }) as const),
    ...components.map((name) => ({ verb: 'component', name }) as const),
  ]
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function union(left: CapabilityRequest | null, right: CapabilityRequest): CapabilityGrants {
  const joined = (verb: keyof CapabilityRequest): readonly string[] => [...(left?.[verb] ?? []), ...(right[verb] ?? [])]
  return normaliseGrants(
    {
      readShared: joined('readShared'),
      writeShared: joined('writeShared'),
      systemCommands: joined('systemCommands'),
      components: joined('components'),
    },
    { everyDomain: true },
  )
}
