import { EVERY_DOMAIN, type CapabilityGrants } from '@plugboard/contracts'

export type CapabilityProfileName =
  | 'local-utility'
  | 'read-only-dashboard'
  | 'collaborative-editor'
  | 'runtime-operator'

/**
 * Four common shapes of a request, to start a manifest from. The domain names are examples.
 *
 * - `local-utility`: calculators, notes, scratch widgets. Needs nothing.
 * - `read-only-dashboard`: analytics panels, status monitors. Reads, never writes.
 * - `collaborative-editor`: shared documents, boards. Writes one domain, reads another.
 * - `runtime-operator`: administration. Reads everything and runs commands; `'*'` takes effect only through
 *   `operatorPolicy`.
 */
export const CAPABILITY_PROFILES: Readonly<Record<CapabilityProfileName, CapabilityGrants>> = Object.freeze({
  'local-utility': profile({}),
  'read-only-dashboard': profile({ readShared: ['counter', 'workspace'] }),
  'collaborative-editor': profile({ readShared: ['workspace', 'presence'], writeShared: ['workspace'] }),
  'runtime-operator': profile({
    readShared: [EVERY_DOMAIN],
    systemCommands: ['restart-plugin', 'toggle-plugin', 'collect-diagnostics'],
  }),
})

function profile(lists: Partial<CapabilityGrants>): CapabilityGrants {
  return Object.freeze({
    readShared: Object.freeze(lists.readShared ?? []),
    writeShared: Object.freeze(lists.writeShared ?? []),
    systemCommands: Object.freeze(lists.systemCommands ?? []),
  })
}
