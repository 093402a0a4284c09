import type { PackageManifest } from '@plugboard/contracts'

/** What a host may choose about the greeter. */
export interface GreeterOptions {
  /** Whether its manifest asks to write the shared profile. Without it, "Share greeting" stays off. */
  readonly isSharing: boolean
}

/** The greeter's manifest, with its switch. */
export function createGreeterManifest({ isSharing }: GreeterOptions): PackageManifest {
  return {
    apiVersion: 1,
    packageId: 'greeter',
    title: 'Greeter',
    description: 'Controlled text input',
    version: '1.0.0',
    stateVersion: 1,
    capabilities: isSharing ? { writeShared: ['greeter-profile'] } : {},
  }
}
