import type { CapabilityRequest } from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'

import { readManifest } from '../authoring/readManifest.ts'
import { isStressId } from '../host/playgroundIds.ts'
import type { SharedProject } from './sharedWorkspace.ts'

/** What a package asks for by its manifest; null for one that neither comes with the playground nor is among the projects. */
export function requestOf(
  packageId: string,
  projects: Readonly<Record<string, Pick<SharedProject, 'files'> | undefined>>,
): CapabilityRequest | null {
  const preset = presetPlugins.find(({ manifest }) => manifest.packageId === packageId)
  // A project never stands for a preset: what that is called and may do is the playground's word.
  if (preset !== undefined) return preset.manifest.capabilities
  if (isStressId(packageId)) return {}
  const project = Object.hasOwn(projects, packageId) ? projects[packageId] : undefined
  if (project === undefined) return null
  const manifest = readManifest(project.files['manifest.json'], packageId)
  // One that is none asks for nothing; what is wrong with it is said when it is run.
  return manifest.kind === 'manifest' ? manifest.manifest.capabilities : {}
}
