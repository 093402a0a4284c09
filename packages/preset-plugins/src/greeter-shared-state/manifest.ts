import type { PackageManifest } from '@plugboard/contracts'

/** The host's word for the shared greeting: it only reads. */
export const greeterSharedStateManifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'greeter-shared-state',
  title: 'Shared greeting',
  description: 'Reads greeter-profile',
  version: '1.0.0',
  stateVersion: 1,
  capabilities: { readShared: ['greeter-profile'] },
}
