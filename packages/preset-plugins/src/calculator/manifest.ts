import type { PackageManifest } from '@plugboard/contracts'

/** The host's word for the calculator: it asks for nothing. */
export const calculatorManifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'calculator',
  title: 'Calculator',
  description: 'Local only',
  version: '1.0.0',
  stateVersion: 1,
  capabilities: {},
}
