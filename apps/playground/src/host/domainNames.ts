import { presetSharedDomains } from '@plugboard/preset-plugins'

const DERIVED: readonly string[] = ['runtime-metrics', 'runtime-registry']

/** Every domain that a plugin here could be granted, in the order of the grant table. */
export const DOMAIN_NAMES: readonly string[] = [...presetSharedDomains.map((domain) => domain.name), ...DERIVED]

/** Whether the host computes the domain: such a domain cannot be written. */
export function isDerivedDomain(domain: string): boolean {
  return DERIVED.includes(domain)
}
