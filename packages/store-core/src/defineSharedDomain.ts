import {
  DATA_DEPTH,
  inspectJson,
  isCapabilityName,
  isPackageId,
  type JsonValue,
  type SharedDomainDefinition,
} from '@plugboard/contracts'
import { freeze } from 'immer'

import { PluginStoreError } from './pluginStoreError.ts'

/**
 * Describes a shared domain: checked once, frozen, ready for a store's `sharedDomains`.
 *
 * The type of the state is checked here and forgotten in the result, so that domains of different states fit one list;
 * test the reducer under its own name, with its own types.
 *
 * @throws PluginStoreError `INVALID_DOMAIN`.
 *
 * @example
 * ```ts
 * const votes = defineSharedDomain<{ readonly total: number }>({
 *   name: 'votes',
 *   owner: 'host',
 *   schemaVersion: 1,
 *   initialState: { total: 0 },
 *   reducer: (current, { actionType }) =>
 *     actionType === 'vote'
 *       ? { next: { total: current.total + 1 }, outcome: 'applied' }
 *       : { next: current, outcome: 'ignored', reason: `unsupported-action:votes/${actionType}` },
 * })
 * ```
 */
export function defineSharedDomain<S = JsonValue>(definition: SharedDomainDefinition<S>): SharedDomainDefinition {
  const { initialState, name, owner, schemaVersion } = definition
  if (!isCapabilityName(name)) {
    throw invalid(String(name), 'use 1 to 64 lower-case letters, digits and "-" as its name, starting with a letter')
  }
  if (owner !== 'host' && !isPackageId(owner)) throw invalid(name, 'its owner must be "host" or a package id')
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1) throw invalid(name, 'its schemaVersion counts from 1')
  if (definition.writePolicy === 'owner-only' && owner === 'host') {
    throw invalid(name, 'nobody could write it: name the owning package, or use the write policy "none"')
  }
  const fault = inspectJson(initialState, { depth: DATA_DEPTH })
  if (fault !== null) throw invalid(name, `its initialState is not JSON data at ${fault.path}`)
  freeze(initialState, true)
  // Sound because the store hands the functions only what came from initialState and the reducer itself.
  return Object.freeze({ ...definition }) as unknown as SharedDomainDefinition
}

function invalid(name: string, problem: string): PluginStoreError {
  return new PluginStoreError(
    'INVALID_DOMAIN',
    `The shared domain "${name.slice(0, 80)}" cannot be defined: ${problem}.`,
  )
}
