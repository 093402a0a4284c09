import type { PackageId, PackageManifest } from '@plugboard/contracts'

export type ManifestOptions = Pick<PackageManifest, 'title'> &
  Partial<Pick<PackageManifest, 'capabilities' | 'stateVersion'>> & { readonly packageId: PackageId }

/** The text of `manifest.json` for a project. What it asks for is shown; granted is only what a person grants. */
export function createManifestText({ capabilities, packageId, stateVersion = 1, title }: ManifestOptions): string {
  const { readShared = [], systemCommands, writeShared = [] } = capabilities ?? {}
  const manifest: PackageManifest = {
    apiVersion: 1,
    packageId,
    title,
    stateVersion,
    capabilities: { readShared, writeShared, ...(systemCommands === undefined ? {} : { systemCommands }) },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
