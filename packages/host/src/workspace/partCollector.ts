import {
  type InstanceId,
  type JsonObject,
  type JsonValue,
  type RuntimePluginInstance,
  type RuntimeState,
} from '@plugboard/contracts'

import { copyAsJson } from '../copyAsJson.ts'
import type { HostParts } from '../hostParts.ts'
import { digestCode, type InstanceCode } from '../packageCatalog.ts'
import type { ApplicationContent, ApplicationParts } from './applicationContent.ts'
import { WORKSPACE_FORMAT, WORKSPACE_VERSION } from './formatMigrations.ts'
import {
  ABOUT_PART,
  applicationPart,
  codePart,
  domainPart,
  grantsPart,
  instancePart,
  LAYOUT_PART,
  statePart,
} from './partNames.ts'
import { isSamePart } from './samePart.ts'

/** Parts by name; undefined for those that are to go. */
export type PartChanges = ReadonlyMap<string, JsonValue | undefined>

/** What was collected of an instance last. */
interface CollectedInstance {
  readonly record: JsonObject
  readonly ownCode: InstanceCode | null
}

/** Says which parts of a workspace changed since it was asked last, by reference: what did not change costs nothing. */
export class PartCollector {
  readonly #host: HostParts
  readonly #collected = new Map<InstanceId, CollectedInstance>()
  #state: RuntimeState | null = null
  #ids: readonly InstanceId[] | null = null
  #collectedLayout: JsonValue = null
  #collectedParts: ApplicationParts = new Map()
  layout: JsonValue
  parts: ApplicationParts

  constructor(host: HostParts, { layout, parts }: ApplicationContent) {
    this.#host = host
    this.layout = layout
    this.parts = parts
  }

  /** What changed since the last call; everything at the first. */
  collect(): PartChanges {
    const changes = new Map<string, JsonValue | undefined>()
    const { state } = this.#host.link
    const before = this.#state
    this.#state = state
    if (before?.instances !== state.instances) this.#collectInstances(before, state, changes)
    collectMap(before?.pluginStateByInstance, state.pluginStateByInstance, (id, value) => {
      changes.set(statePart(id), value)
    })
    collectMap(before?.grantsByInstance, state.grantsByInstance, (id, grants) => {
      // Grants are JSON data; their type does not say so.
      changes.set(grantsPart(id), grants as unknown as JsonValue | undefined)
    })
    collectMap(before?.shared, state.shared, (name, value) => {
      const schemaVersion = this.#host.sharedDomains.get(name)?.schemaVersion
      // A domain of the store that the host does not define was put there by somebody else.
      if (schemaVersion !== undefined && value !== undefined) changes.set(domainPart(name), { schemaVersion, value })
    })
    if (this.layout !== this.#collectedLayout) {
      this.#collectedLayout = this.layout
      changes.set(LAYOUT_PART, this.layout)
    }
    this.#collectParts(changes)
    return changes
  }

  #collectParts(changes: Map<string, JsonValue | undefined>): void {
    const before = this.#collectedParts
    if (before === this.parts) return
    this.#collectedParts = this.parts
    for (const [name, value] of this.parts) {
      if (before.get(name) !== value || !before.has(name)) changes.set(applicationPart(name), value)
    }
    for (const name of before.keys()) if (!this.parts.has(name)) changes.set(applicationPart(name), undefined)
  }

  #collectInstances(
    before: RuntimeState | null,
    state: RuntimeState,
    changes: Map<string, JsonValue | undefined>,
  ): void {
    const ids = Object.keys(state.instances)
    if (this.#ids === null || ids.length !== this.#ids.length || ids.some((id, index) => id !== this.#ids?.[index])) {
      changes.set(ABOUT_PART, { format: WORKSPACE_FORMAT, version: WORKSPACE_VERSION, instances: ids })
    }
    this.#ids = ids
    for (const [id, instance] of Object.entries(state.instances)) {
      // Whatever is in a record changes in one turn with the instance.
      if (before?.instances[id] === instance) continue
      const last = this.#collected.get(id)
      const { code, requestedLimits } = this.#host.sessions.get(id) ?? {}
      const ownCode = code === undefined || code.isListed ? null : code
      const record = definedOnly({
        ...fieldsOf(instance),
        hasState: Object.hasOwn(state.pluginStateByInstance, id),
        hasCode: ownCode !== null,
        codeDigest: code === undefined ? undefined : digestCode(code),
        limits: asJson(requestedLimits),
      })
      this.#collected.set(id, { record, ownCode })
      // Most changes of an instance are about its status and its counts, which are not saved.
      if (last === undefined || !isSamePart(last.record, record)) changes.set(instancePart(id), record)
      if (ownCode !== (last?.ownCode ?? null)) changes.set(codePart(id), ownCode === null ? undefined : toJson(ownCode))
    }
    for (const [id, { ownCode }] of this.#collected) {
      if (Object.hasOwn(state.instances, id)) continue
      this.#collected.delete(id)
      changes.set(instancePart(id), undefined)
      if (ownCode !== null) changes.set(codePart(id), undefined)
    }
  }
}

type Fields = Readonly<Record<string, JsonValue | undefined>>

function fieldsOf(instance: RuntimePluginInstance): Fields {
  const { declaredId, description, enabled, lastDelivered, packageId, stateVersion, title } = instance
  return { packageId, title, description, declaredId, enabled, stateVersion, lastDelivered }
}

function toJson({ code, manifest, sourceMap }: InstanceCode): JsonObject {
  return definedOnly({ code, sourceMap, manifest: asJson(manifest ?? undefined) })
}

function collectMap<T>(
  before: Readonly<Record<string, T>> | undefined,
  after: Readonly<Record<string, T>>,
  change: (key: string, value: T | undefined) => void,
): void {
  if (before === after) return
  for (const [key, value] of Object.entries(after)) {
    if (before === undefined || !Object.hasOwn(before, key) || before[key] !== value) change(key, value)
  }
  for (const key of Object.keys(before ?? {})) if (!Object.hasOwn(after, key)) change(key, undefined)
}

function definedOnly(fields: Fields): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  )
}

// A manifest and limits came as objects of the caller's own: what is kept of them is their JSON.
const plain = new WeakMap<object, JsonValue>()

function asJson(value: object | undefined): JsonValue | undefined {
  if (value === undefined) return undefined
  let json = plain.get(value)
  if (json === undefined) {
    // Whether there is any was asked where they came in.
    json = copyAsJson(value) ?? {}
    plain.set(value, json)
  }
  return json
}
