import { isCapabilityName, type DerivedDomainDefinition } from '@plugboard/contracts'

import { PluginStoreError } from './pluginStoreError.ts'

/**
 * Describes a domain that is computed from runtime state: read-only for plugins, granted like any other.
 * `derive` is pure, returns JSON data, and must not read what changes with every render or tick: a widget that shows it
 * would feed itself.
 *
 * @throws PluginStoreError `INVALID_DOMAIN`.
 */
export function defineDerivedDomain(definition: DerivedDomainDefinition): DerivedDomainDefinition {
  if (!isCapabilityName(definition.name)) {
    throw new PluginStoreError(
      'INVALID_DOMAIN',
      `The derived domain "${String(definition.name).slice(0, 80)}" cannot be defined: use 1 to 64 lower-case letters, digits and "-" as its name, starting with a letter.`,
    )
  }
  return Object.freeze({ ...definition })
}
