import {
  digestJson,
  isPlainObject,
  type InstanceId,
  type JsonObject,
  type JsonValue,
  type RuntimePluginInstance,
  type RuntimeState,
} from '@plugboard/contracts'

import type { HostParts } from '../hostParts.ts'
import type { InstanceCode } from '../packageCatalog.ts'
import { WORKSPACE_FORMAT, WORKSPACE_VERSION } from './formatMigrations.ts'
import { ABOUT_PART, domainPart, grantsPart, instancePart, LAYOUT_PART, statePart } from './partNames.ts'

/** Parts by name; undefined for those that are to go. */
export type PartChanges = ReadonlyMap<string, JsonValue | undefined>

/** Says which parts of a workspace changed since it was asked last, by reference: what did not change costs nothing. */
export class PartCollector {
  readonly #host: HostParts
  readonly #records = new Map<InstanceId, JsonObject>()
  #state: RuntimeState | null = null
  #ids: readonly InstanceId[] | null = null
  #collectedLayout: JsonValue = null
  layout: JsonValue

  constructor(host: HostParts, layout: JsonValue) {
    this.#host = host
    this.layout = layout
  }

  /** What changed since the last call; everything at the first. */
  collect(): PartChanges {
    const changes = new Map<string, JsonValue | undefined>()
    const { state } = this.#host.link
    const before = this.#state
    this.#state = state
    if (before?.instances !== state.instances || this.#ids === null) this.#collectInstances(state, changes)
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
    return changes
  }

  #collectInstances(state: RuntimeState, changes: Map<string, JsonValue | undefined>): void {
    const ids = Object.keys(state.instances)
    if (this.#ids === null || ids.length !== this.#ids.length || ids.some((id, index) => id !== this.#ids?.[index])) {
      changes.set(ABOUT_PART, { format: WORKSPACE_FORMAT, version: WORKSPACE_VERSION, instances: ids })
    }
    this.#ids = ids
    for (const [id, instance] of Object.entries(state.instances)) {
      const last = this.#records.get(id)
      const next = this.#recordOf(state, instance)
      // Most changes of an instance are about its status and its counts, which are not saved.
      if (last !== undefined && isSameRecord(last, next)) continue
      this.#records.set(id, next)
      changes.set(instancePart(id), next)
    }
    for (const id of this.#records.keys()) {
      if (Object.hasOwn(state.instances, id)) continue
      this.#records.delete(id)
      changes.set(instancePart(id), undefined)
    }
  }

  #recordOf(state: RuntimeState, instance: RuntimePluginInstance): JsonObject {
    const { declaredId, description, enabled, instanceId, lastDelivered, packageId, stateVersion, title } = instance
    const session = this.#host.sessions.get(instanceId)
    const { code, requestedLimits } = session ?? {}
    return definedOnly({
      packageId,
      title,
      description,
      declaredId,
      enabled,
      hasState: Object.hasOwn(state.pluginStateByInstance, instanceId),
      stateVersion,
      lastDelivered,
      codeDigest: code === undefined ? undefined : codeDigestOf(code),
      ...(code === undefined || code.isListed
        ? {}
        : { code: code.code, sourceMap: code.sourceMap, manifest: asJson(code.manifest ?? undefined) }),
      limits: asJson(requestedLimits),
    })
  }
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

function definedOnly(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  )
}

function isSameRecord(left: JsonObject, right: JsonObject): boolean {
  const keys = Object.keys(right)
  return (
    Object.keys(left).length === keys.length &&
    keys.every((key) => left[key] === right[key] || (isPlainObject(right[key]) && isSameData(left[key], right[key])))
  )
}

function isSameData(left: unknown, right: unknown): boolean {
  return digestJson(left) === digestJson(right)
}

const digests = new WeakMap<InstanceCode, string>()

function codeDigestOf(code: InstanceCode): string {
  let digest = digests.get(code)
  if (digest === undefined) {
    digest = digestJson(code.code)
    digests.set(code, digest)
  }
  return digest
}

// A manifest and limits came as objects of the caller's own: what is kept of them is their JSON.
const plain = new WeakMap<object, JsonValue>()

function asJson(value: object | undefined): JsonValue | undefined {
  if (value === undefined) return undefined
  let json = plain.get(value)
  if (json === undefined) {
    json = JSON.parse(JSON.stringify(value)) as JsonValue
    plain.set(value, json)
  }
  return json
}
