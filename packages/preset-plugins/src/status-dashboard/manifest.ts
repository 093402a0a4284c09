import type { PackageManifest } from '@plugboard/contracts'

/** The host's word for the status dashboard: it only reads. */
export const statusDashboardManifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'status-dashboard',
  title: 'Status dashboard',
  description: 'Reads 3 shared domains',
  version: '1.0.0',
  stateVersion: 1,
  capabilities: { readShared: ['runtime-metrics', 'counter-summary', 'runtime-registry'] },
}
