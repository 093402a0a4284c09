import {
  DATA_DEPTH,
  digestJson,
  inspectJson,
  isPlainObject,
  NO_GRANTS,
  parseInstanceId,
  type CapabilityGrants,
  type DomainName,
  type InstanceId,
  type JsonValue,
  type StoredParts,
} from '@plugboard/contracts'

import { migrateParts, WORKSPACE_FORMAT, WORKSPACE_VERSION } from './formatMigrations.ts'
import { ABOUT_PART, codePart, grantsPart, instancePart, LAYOUT_PART, parsePartName, statePart } from './partNames.ts'
import { parseSavedInstance, STATE_VALUES, type SavedInstance } from './savedInstance.ts'
import { createLoss, type WorkspaceProblem } from './workspaceProblem.ts'

/** A shared domain as it was saved. */
export interface SavedDomain {
  readonly schemaVersion: number
  readonly value: JsonValue
}

/** What a storage was found to hold: all that could be understood, and what could not. */
export interface ReadWorkspace {
  /** Whether nothing was ever saved. */
  readonly isNew: boolean
  readonly instances: readonly SavedInstance[]
  readonly domains: ReadonlyMap<DomainName, SavedDomain>
  readonly layout: JsonValue
  /** What the application keeps under names of its own. */
  readonly parts: ReadonlyMap<string, JsonValue>
  readonly problems: readonly WorkspaceProblem[]
}

/** Reads whatever a storage holds. What is no part of a workspace becomes a problem, never an exception. */
export function readWorkspace({ damaged, parts }: Pick<StoredParts, 'damaged' | 'parts'>): ReadWorkspace {
  const problems: WorkspaceProblem[] = damaged.map(({ message, place }) =>
    createLoss('DAMAGED_CONTENT', place, `Something in ${place} cannot be read. ${message}`),
  )
  if (parts.size === 0) {
    return { isNew: problems.length === 0, ...nothing(), problems }
  }
  const reader = new PartReader(parts, problems)
  return { isNew: false, ...reader.read(), problems }
}

type Fields = Readonly<Record<string, unknown>>
type Understood = Omit<ReadWorkspace, 'isNew' | 'problems'>

function nothing(): Understood {
  return { instances: [], domains: new Map(), layout: null, parts: new Map() }
}

class PartReader {
  #parts: ReadonlyMap<string, unknown>
  readonly #problems: WorkspaceProblem[]

  constructor(parts: ReadonlyMap<string, unknown>, problems: WorkspaceProblem[]) {
    this.#parts = parts
    this.#problems = problems
  }

  read(): Understood {
    const about = this.#about()
    if (about === null) return nothing()
    const instances: SavedInstance[] = []
    for (const instanceId of this.#instanceIds(about)) {
      const instance = this.#instance(instanceId)
      if (instance !== null) instances.push(instance)
    }
    const domains = new Map<DomainName, SavedDomain>()
    const parts = new Map<string, JsonValue>()
    for (const name of this.#parts.keys()) {
      const subject = parsePartName(name)
      if (subject === null) this.#lose('UNKNOWN_PART', name, 'has a name that no workspace gives')
      else if (subject.kind === 'domain') {
        const domain = this.#domain(name)
        if (domain !== null) domains.set(subject.domain, domain)
      } else if (subject.kind === 'application') {
        const value = this.#data(name)
        if (value !== undefined) parts.set(subject.name, value)
      } else if ('instanceId' in subject && !this.#has(instancePart(subject.instanceId))) {
        this.#lose('MISSING_PART', name, 'belongs to an instance of which nothing else is there')
      }
    }
    return { instances, domains, layout: this.#data(LAYOUT_PART) ?? null, parts }
  }

  /** What all of it is; null when nothing of it can be understood. */
  #about(): Fields | null {
    if (!this.#has(ABOUT_PART)) {
      this.#lose('MISSING_PART', ABOUT_PART, 'is missing, and says what all the others are')
      // The others say themselves what they are, well enough to be shown.
      return {}
    }
    const about = this.#data(ABOUT_PART)
    if (about === undefined) return null
    if (!isPlainObject(about) || about['format'] !== WORKSPACE_FORMAT) {
      this.#lose('UNKNOWN_FORMAT', ABOUT_PART, 'is not that of a workspace')
      return null
    }
    const { version } = about
    if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
      this.#lose('UNKNOWN_FORMAT', ABOUT_PART, 'has no version')
      return null
    }
    if (version > WORKSPACE_VERSION) {
      const message = `is of version ${version}, and this release reads up to ${WORKSPACE_VERSION}: open it with a newer release`
      this.#lose('NEWER_VERSION', ABOUT_PART, message)
      return null
    }
    try {
      this.#parts = migrateParts(this.#parts, version)
    } catch {
      this.#lose('MIGRATION_FAILED', ABOUT_PART, `is of version ${version}, and could not be brought to this one`)
      return null
    }
    return about
  }

  /** Those that are listed, in their order; then those that are there without being listed. */
  #instanceIds({ instances }: Fields): Iterable<InstanceId> {
    const ids = new Set<InstanceId>()
    const isKnown = this.#has(ABOUT_PART)
    if (isKnown && !Array.isArray(instances)) this.#lose('INVALID_PART', ABOUT_PART, 'does not list the instances')
    for (const id of Array.isArray(instances) ? (instances as readonly unknown[]) : []) {
      if (parseInstanceId(id) === null || ids.has(id as InstanceId)) {
        this.#lose('INVALID_PART', ABOUT_PART, 'lists an instance without an id of its own')
      } else ids.add(id as InstanceId)
    }
    for (const name of this.#parts.keys()) {
      const subject = parsePartName(name)
      if (subject?.kind !== 'instance' || ids.has(subject.instanceId)) continue
      if (isKnown) this.#lose('INVALID_PART', ABOUT_PART, `does not list "${subject.instanceId}"`)
      ids.add(subject.instanceId)
    }
    return ids
  }

  #instance(instanceId: InstanceId): SavedInstance | null {
    const name = instancePart(instanceId)
    if (!this.#has(name)) {
      this.#lose('MISSING_PART', name, 'is missing')
      return null
    }
    const record = this.#data(name)
    if (record === undefined) return null
    if (!isPlainObject(record)) {
      this.#lose('INVALID_PART', name, 'is not an object')
      return null
    }
    const { declaredId, description, enabled, hasState, lastDelivered, limits, stateVersion, title } = record
    const ownCode = this.#ownCode(instanceId, record)
    if (ownCode === null) return null
    const state = this.#data(statePart(instanceId), DATA_DEPTH)
    if (state === undefined && hasState === true && !this.#has(statePart(instanceId))) {
      this.#lose('MISSING_PART', statePart(instanceId), 'is missing')
    }
    try {
      const kept = { declaredId, description, enabled, lastDelivered, limits, stateVersion, title }
      const saved = parseSavedInstance({ ...kept, ...ownCode, instanceId, grants: this.#grants(instanceId) })
      return state === undefined ? saved : { ...saved, state }
    } catch (error) {
      this.#lose('INVALID_PART', name, error instanceof Error ? `is none: ${error.message}` : 'is none')
      return null
    }
  }

  /** What an instance runs in place of a listed package: nothing where it does not, null where that is not to be had. */
  #ownCode(instanceId: InstanceId, { codeDigest, hasCode }: Fields): Fields | null {
    const name = codePart(instanceId)
    if (typeof hasCode !== 'boolean') {
      this.#lose('INVALID_PART', instancePart(instanceId), 'does not say whether it has code of its own')
      return null
    }
    if (!this.#has(name)) {
      if (!hasCode) return {}
      this.#lose('MISSING_PART', name, 'is missing')
      return null
    }
    const part = this.#data(name)
    if (part === undefined) return null
    // Never the listed package in its place, nor what somebody else put there.
    const { code, manifest, sourceMap } = isPlainObject(part) ? part : {}
    if (hasCode && typeof code === 'string' && codeDigest === digestJson(code)) return { code, manifest, sourceMap }
    this.#lose('INVALID_PART', name, 'is not the code that was saved')
    return null
  }

  #grants(instanceId: InstanceId): CapabilityGrants {
    const name = grantsPart(instanceId)
    const grants = this.#data(name)
    if (grants === undefined && !this.#has(name)) this.#lose('MISSING_PART', name, 'is missing')
    // They are brought into their one form, or to nothing, where they are believed.
    else if (isPlainObject(grants)) return grants as unknown as CapabilityGrants
    else if (grants !== undefined) this.#lose('INVALID_PART', name, 'is not an object')
    return NO_GRANTS
  }

  #domain(name: string): SavedDomain | null {
    const domain = this.#data(name)
    if (domain === undefined) return null
    if (isPlainObject(domain)) {
      const { schemaVersion, value } = domain as Readonly<Record<string, JsonValue | undefined>>
      if (Number.isSafeInteger(schemaVersion) && Number(schemaVersion) >= 1 && value !== undefined) {
        return { schemaVersion: Number(schemaVersion), value }
      }
    }
    this.#lose('INVALID_PART', name, 'is not the state of a domain with its version')
    return null
  }

  /** A part that is JSON data and fits; undefined otherwise. */
  #data(name: string, depth = PART_DEPTH): JsonValue | undefined {
    if (!this.#has(name)) return undefined
    const value = this.#parts.get(name)
    const fault = inspectJson(value, { depth, values: STATE_VALUES })
    if (fault === null) return value as JsonValue // Inspected.
    this.#lose('INVALID_PART', name, `is no JSON data that fits: ${fault.code} at ${fault.path}`)
    return undefined
  }

  #has(name: string): boolean {
    return this.#parts.has(name)
  }

  #lose(code: WorkspaceProblem['code'], name: string, what: string): void {
    // That one always: an export of a newer release is refused for it.
    if (this.#problems.length >= MOST_PROBLEMS && code !== 'NEWER_VERSION') return
    const part = name.slice(0, 200)
    this.#problems.push(createLoss(code, part, `The saved part "${part}" ${what}.`))
  }
}

/** One level for what a part wraps around data. */
const PART_DEPTH = DATA_DEPTH + 1

/** Nobody reads more; one is enough to keep everything from being overwritten. */
const MOST_PROBLEMS = 100
