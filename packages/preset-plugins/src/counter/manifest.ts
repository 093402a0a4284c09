import type { PackageManifest } from '@plugboard/contracts'

/** The host's word for the counter. */
export const counterManifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'counter',
  title: 'Counter',
  description: 'Local value, shared total',
  version: '1.0.0',
  stateVersion: 1,
  capabilities: { readShared: ['counter-summary'], writeShared: ['counter-summary'] },
}
