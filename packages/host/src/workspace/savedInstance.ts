import {
  DATA_DEPTH,
  inspectJson,
  parseInstanceId,
  type CapabilityGrants,
  type InstanceId,
  type JsonValue,
  type PackageManifest,
  type PluginLimits,
} from '@plugboard/contracts'

import { checkGrants, checkLimits, checkSource, isRecord, refuse } from '../hostRequests.ts'
import { checkManifest } from '../packageCatalog.ts'

/** An instance as it was saved: all that it takes to have it again under its id. */
export interface SavedInstance {
  readonly instanceId: InstanceId
  /** Shown until the plugin has said its own. */
  readonly title?: string
  readonly description?: string
  readonly declaredId?: string
  /** Own code, in place of that of a listed package. */
  readonly code?: string
  /** Version-3 source map of `code`. */
  readonly sourceMap?: string
  /** What `code` is called and which version its state has. Whoever saved it, it does not make the code trusted. */
  readonly manifest?: PackageManifest
  /** In place of the host's own limits, where they are lower. */
  readonly limits?: Partial<PluginLimits>
  /** False: it comes back paused. */
  readonly enabled?: boolean
  /** What it may do: as it was, not what a policy would compute today. */
  readonly grants: CapabilityGrants
  /** Absent: it starts from its own initial state. */
  readonly state?: JsonValue
  /** Version of the shape of `state`. */
  readonly stateVersion?: number
  /** Number of the last event that was delivered to it. */
  readonly lastDelivered?: number
}

/** Longest title, description or declared id that comes back, in characters. */
const WORDS_LENGTH = 1_000

/** More names than any host has. */
const GRANT_VALUES = 10_000

/**
 * Most values in a state that comes back. An action carries a little more, and a state that does not fit into one could
 * not be put into the store.
 */
export const STATE_VALUES = 900_000

/**
 * Takes a saved instance as it may have come out of a file: every field is checked, none is believed.
 *
 * @throws PluginHostError `PROTOCOL` or `INVALID_MANIFEST` with what is wrong.
 */
export function parseSavedInstance(value: unknown): SavedInstance {
  if (!isRecord(value)) throw refuse('The saved instance is not an object')
  const { enabled, grants, instanceId, lastDelivered, limits, manifest, state, stateVersion } = value
  const identity = parseInstanceId(instanceId)
  if (identity === null) throw refuse('The id of the saved instance is none')
  checkSource(value)
  for (const field of ['title', 'description', 'declaredId']) {
    const words = value[field]
    if (words !== undefined && (typeof words !== 'string' || words.length > WORDS_LENGTH)) {
      throw refuse(`The ${field} of the saved instance is not text of at most ${WORDS_LENGTH} characters`)
    }
  }
  if (value['code'] === undefined && (manifest !== undefined || value['sourceMap'] !== undefined)) {
    throw refuse('The saved instance has a manifest or a source map without code of its own')
  }
  // A manifest is typed; whether this is one is what is asked.
  if (manifest !== undefined) checkManifest(manifest as PackageManifest, identity.packageId)
  if (limits !== undefined) checkLimits(limits)
  if (enabled !== undefined && typeof enabled !== 'boolean') throw refuse('enabled is neither true nor false')
  checkGrants(grants)
  const fault = inspectJson(grants, { depth: 2, values: GRANT_VALUES })
  if (fault !== null) throw refuse(`The saved grants are not lists of names: ${fault.code} at ${fault.path}`)
  // Manifests count from 0.
  checkCount('stateVersion', stateVersion, 0)
  checkCount('lastDelivered', lastDelivered, 1)
  if (state !== undefined) checkState(state)
  return value as unknown as SavedInstance // Checked, field by field.
}

/** @throws PluginHostError `PROTOCOL` when what was saved as a state is none, or too much. */
function checkState(state: unknown): void {
  const fault = inspectJson(state, { depth: DATA_DEPTH, values: STATE_VALUES })
  if (fault !== null) throw refuse(`The saved state is no JSON data that fits: ${fault.code} at ${fault.path}`)
}

function checkCount(field: string, value: unknown, least: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= least)) return
  throw refuse(`The ${field} of the saved instance is not a whole number from ${least} on`)
}
