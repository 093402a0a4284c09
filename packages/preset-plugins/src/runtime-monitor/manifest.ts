import type { PackageManifest } from '@plugboard/contracts'

/** The host's word for the runtime monitor: it only reads. */
export const runtimeMonitorManifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'runtime-monitor',
  title: 'Runtime monitor',
  description: 'Reads runtime-registry',
  version: '1.0.0',
  stateVersion: 1,
  capabilities: { readShared: ['runtime-registry'] },
}
